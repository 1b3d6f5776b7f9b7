import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { isLive, isOpen } from "~/domain/consent/lifecycle";
import type { ConsentId } from "~/domain/shared/ids";
import type { ConsentRecord } from "~/ports/authorization-server";
import type { Database } from "../client.server";
import type { ProjectionRow } from "./consent-projection-row";
import { createExecute } from "./execute";

/**
 * Whether the authorization server names another customer than we do. Not where nobody has answered yet and the other
 * has opened it here as well: whoever opens a consent first need not be the one who answers it.
 */
export const isDisputed = ({ customer_id: ours, brought_by }: ProjectionRow, { customer }: ConsentRecord): boolean =>
  ours !== null && customer !== undefined && customer !== ours && !brought_by.includes(customer);

/**
 * What of a disputed record is followed: that it ended or was paused is true whoever's it is. Accounts are the other's,
 * and to show them to our customer would be worse than the dispute.
 *
 * @returns undefined where nothing is: our customer has not agreed to what the other has.
 */
export function undisputedPart(row: ProjectionRow, record: ConsentRecord): ConsentRecord | undefined {
  const isAnswered = row.status !== "pending" && row.status !== "awaiting-upload";
  if (row.customer_id === null || !isAnswered || (isOpen(record.status) && !isLive(row.status))) return undefined;
  return { ...record, customer: row.customer_id, accountIds: row.account_ids };
}

/** The finding, once for as long as it stands. Nothing in it is about a person. */
export const disputeFound = (row: ProjectionRow, record: ConsentRecord): SQL => sql`
  insert into assent.drift_finding (id, consent_id, about, found_at, ours, theirs, lawful)
  values (${uuidv7()}::uuid, ${record.id}, 'customer', clock_timestamp(),
    ${JSON.stringify({ status: row.status, version: row.version, revision: row.authority_revision })}::jsonb,
    ${JSON.stringify({ status: record.status, revision: record.revision ?? null })}::jsonb, false)
  on conflict do nothing`;

/**
 * For a person who found out that the authorization server is right: the consent becomes nobody's, and with the next look
 * whose the authorization server says. What it held of the customer before goes, also from its history.
 */
export function createTakeOverCustomer(db: Database, tenant: string) {
  const execute = createExecute(db);
  /** False where nothing is disputed. */
  return async (consent: ConsentId, staff: string, correlationId = uuidv7()): Promise<boolean> => {
    const [row] = await execute<{ settled: boolean }>(sql`
      select assent.take_over_customer(${consent}, ${uuidv7()}::uuid, ${tenant}, ${staff}, ${correlationId}) as settled`);
    return row?.settled === true;
  };
}
