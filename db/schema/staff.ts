import { index, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** Members of staff who have logged in, as the identity provider last named them: evidence names them by id alone. */
export const staffMember = assent.table("staff_member", {
  id: text().primaryKey(),
  name: text().notNull(),
  roles: text().array().notNull(),
  seenAt: instant("seen_at").notNull(),
});

/** One row for each browser in which a member of staff is logged in. Goes when they log out, and after its end. */
export const staffSession = assent.table(
  "staff_session",
  {
    /** SHA-256 of what the browser holds: a copy of this table opens nothing. */
    tokenHash: text("token_hash").primaryKey(),
    id: uuid().notNull().unique().defaultRandom(),
    staffId: text("staff_id").notNull(),
    name: text().notNull(),
    /** As the identity provider said when they logged in; a change of role counts from the next log-in. */
    roles: text().array().notNull(),
    /** How strongly they were authenticated. */
    acr: text().notNull(),
    beganAt: instant("began_at").notNull(),
    idleUntil: instant("idle_until").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [index("staff_session_staff").on(table.staffId), index("staff_session_ends").on(table.endsAt)],
);
