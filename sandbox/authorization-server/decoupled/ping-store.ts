import type { Database } from "../../database.ts";
import type { Transaction } from "../consents/transaction.ts";

interface PingDue {
  readonly authReqId: string;
  readonly clientId: string;
  /** This one included. */
  readonly pings: number;
}

/**
 * In the place of the library's own call to a TPP: that is made before we commit, so that the TPP would fetch what is not
 * there yet, and a TPP that is away would undo what the customer has answered. It is written down instead, in the same
 * transaction, and sent by `ping.ts`.
 *
 * @param db that transaction.
 */
export const takeOverPings =
  (db: () => Database | Transaction) =>
  async (_address: string, { body }: { readonly body?: unknown }): Promise<Response> => {
    const { auth_req_id: authReqId } = JSON.parse(String(body)) as { readonly auth_req_id?: unknown };
    if (typeof authReqId !== "string") throw new TypeError("the library has nobody else to call");
    await db()`update decoupled_request set ping_due_at = now() where auth_req_id = ${authReqId}`;
    return new Response(null, { status: 204 });
  };

/** Those that are due. Each is due again twice as late, unless it ends first. */
export const claimPings = (sql: Database) => sql<PingDue[]>`
  update decoupled_request set pings = pings + 1, ping_due_at = now() + pow(2, pings) * interval '1 second'
  where auth_req_id in (
    select auth_req_id from decoupled_request where ping_due_at <= now()
    order by ping_due_at limit 20 for update skip locked)
  returning auth_req_id as "authReqId", client_id as "clientId", pings`;

/** The TPP knows, or need not. */
export async function endPing(sql: Database, authReqId: string): Promise<void> {
  await sql`update decoupled_request set ping_due_at = null where auth_req_id = ${authReqId}`;
}
