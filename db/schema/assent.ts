import { pgSchema, timestamp } from "drizzle-orm/pg-core";

/** Ours alone: a bank can put it beside its own schemas. */
export const assent = pgSchema("assent");

export const instant = (name: string) => timestamp(name, { withTimezone: true });
