import { text } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** How far each sweep has come through what it looks at; it begins anew when it is through. */
export const sweepPosition = assent.table("sweep_position", {
  name: text().primaryKey(),
  after: text(),
  passedAt: instant("passed_at"),
});
