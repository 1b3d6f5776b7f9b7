import type { SQL } from "drizzle-orm";
import { DeskUnavailable } from "~/ports/consent-desk";
import type { Database } from "../client.server";
import { whyUnreachable } from "../unreachable";
import { Rendered } from "./rendered";

/**
 * The server's own `statement_timeout` does not help when the server itself hangs, and a page must not wait for ever.
 * In milliseconds; longer than the statement timeout would be pointless.
 */
const DEADLINE = 3_000;

/** Runs one statement, and answers in time or throws {@link DeskUnavailable}, which repeats neither SQL nor values. */
export function createExecute(db: Pick<Database, "execute">) {
  return async <Row extends Record<string, unknown>>(statement: SQL): Promise<readonly Row[]> =>
    // Drizzle's own promise asks the database again each time that somebody listens to it.
    inTime(Promise.resolve(db.execute<Row>(new Rendered(statement)))) as Promise<readonly Row[]>;
}

/**
 * Runs a few statements as one, in time all together. For what must see everything that was there once it has its locks:
 * a single statement sees what was there when it began.
 */
export function createTransact(db: Pick<Database, "transaction">) {
  return <Result>(work: (execute: ReturnType<typeof createExecute>) => Promise<Result>): Promise<Result> =>
    inTime(db.transaction((transaction) => work(createExecute(transaction))));
}

async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeskUnavailable("the database did not answer in time")), DEADLINE);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    // Whatever it answers later, nobody listens any more.
    answer.catch(() => {});
    throw error instanceof DeskUnavailable ? error : new DeskUnavailable(reasonOf(error));
  } finally {
    clearTimeout(timer);
  }
}

/** PostgreSQL's error code and name of the constraint, or Node's error code: enough to find the cause. */
function reasonOf(error: unknown): string {
  const unreachable = whyUnreachable(error);
  if (unreachable) return unreachable;
  const cause = (error instanceof Error && error.cause) || error;
  const { code, constraint_name: constraint } = cause as { code?: string; constraint_name?: string };
  return `the database refused: ${[code ?? "unknown failure", constraint].filter(Boolean).join(" on ")}`;
}
