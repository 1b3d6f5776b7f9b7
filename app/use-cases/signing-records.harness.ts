import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.server";
import type { ConsentId } from "~/domain/shared/ids";

/** What is on record of a signing, and what a test makes of it. */
export function signingRecords(db: Database) {
  const eventsOf = async (consentId: ConsentId) => {
    const rows = await db.execute<{ type: string; detail: Record<string, unknown> }>(
      sql`select type, detail from assent.audit_event where consent_id = ${consentId} order by id`,
    );
    return rows.filter(({ type }) => /^(?:factor|signature)/.test(type));
  };
  const statusOf = async (consentId: ConsentId) => {
    const [row] = await db.execute<{ status: string }>(
      sql`select status from assent.consent_projection where consent_id = ${consentId}`,
    );
    return row?.status;
  };
  /** What became of the factor that a visit was asked for. */
  const setFactor = (visit: string | undefined, assignment: SQL) =>
    db.execute(sql`update assent.factor_request set ${assignment} where visit_id = ${visit ?? ""}`);
  const stateOfFactor = async (visit: string | undefined) => {
    const [row] = await db.execute<{ state: string }>(
      sql`select state from assent.factor_request where visit_id = ${visit ?? ""}`,
    );
    return row?.state;
  };
  const signaturesOf = async (id: string) =>
    (await db.execute(sql`select from assent.consent_signature where signing_id = ${id}::uuid`)).length;
  return { eventsOf, statusOf, setFactor, stateOfFactor, signaturesOf };
}
