import { type SQL, sql } from "drizzle-orm";
import { type Retention, type RetentionPeriods, SWEPT, type Swept, type SweptStep } from "~/ports/retention";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** How many rows are looked at in one step: what a step may cost, and what a kill undoes. */
const STEP = 1_000;

interface Step extends Record<string, unknown> {
  readonly looked: number;
  readonly after?: string | null;
}

/** Sweeping in PostgreSQL: by functions of the database's owner, since the app may delete nothing of this. */
export function createRetention(db: Database, periods: RetentionPeriods, step = STEP): Retention {
  const execute = createExecute(db);
  return {
    async sweep(what) {
      const [row] = await execute<{ step: Step }>(
        sql`select ${swept(what, periods, step, { onlyCount: false, since: "" })} as step`,
      );
      return stepOf(row?.step);
    },
  };
}

/**
 * What a sweep would take away now, all through, and without taking it.
 *
 * @param stepped awaited after each step; what it throws ends the count.
 */
export async function countDue(
  db: Database,
  periods: RetentionPeriods,
  stepped?: (looked: number) => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
  const due: Record<string, number> = {};
  let looked = 0;
  for (const what of SWEPT) {
    for (let since: string | undefined = ""; since !== undefined; ) {
      const counted: SQL = sql`select ${swept(what, periods, STEP, { onlyCount: true, since })} as step`;
      const [row] = await db.execute<{ step: Step }>(counted);
      for (const [name, count] of Object.entries(stepOf(row?.step).counts)) due[name] = (due[name] ?? 0) + count;
      since = row?.step.after ?? undefined;
      looked += row?.step.looked ?? 0;
      await stepped?.(looked);
    }
  }
  return due;
}

interface How {
  readonly onlyCount: boolean;
  /** Where to go on, where it only counts; else that is kept in the database. */
  readonly since: string;
}

function swept(what: Swept, periods: RetentionPeriods, step: number, { onlyCount, since }: How): SQL {
  const kept = (period: keyof RetentionPeriods): SQL => sql`${periods[period]}::interval`;
  const end = sql`${step}::int, ${onlyCount}, ${since})`;
  switch (what) {
    case "visits":
      return sql`assent.sweep_visits(${kept("pages")}, ${kept("visits")}, ${kept("records")}, ${end}`;
    case "notices":
      return sql`assent.sweep_notices(${kept("notices")}, ${end}`;
    case "outbox":
      return sql`assent.sweep_outbox(${kept("deliveries")}, ${end}`;
    case "findings":
      return sql`assent.sweep_findings(${kept("findings")}, ${end}`;
    case "reads":
      return sql`assent.sweep_reads(${kept("reads")}, ${end}`;
  }
}

function stepOf({ looked: _, after, ...counts }: Step = { looked: 0 }): SweptStep {
  return { counts: counts as Record<string, number>, more: typeof after === "string" };
}
