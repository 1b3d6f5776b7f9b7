import type { Database } from "../../database.ts";
import type { ConsentScope } from "../consents/consent-kinds.ts";

/** What a client may not do, as the consent app says. */
export interface ClientDenial {
  readonly client_id: string;
  readonly effect: "new-consents" | "payments" | "all-access";
  /** Of what is asked anew alone. */
  readonly role?: "account-information" | "payment-initiation" | "funds-confirmation" | undefined;
  /** When it is over, in seconds since 1970. */
  readonly until?: number | undefined;
}

/**
 * Kept, so that a server that starts while the consent app is away refuses what it refused. No key: the list is
 * replaced as a whole.
 */
export const SUSPENSION_SCHEMA = /* sql */ `
  create table if not exists client_denial (
    client_id text not null,
    effect text not null check (effect in ('new-consents', 'payments', 'all-access')),
    role text,
    until timestamptz
  );
  create index if not exists client_denial_client on client_denial (client_id);
`;

/** Puts a newer list in the place of the last one. */
export async function replaceDenials(sql: Database, denials: readonly ClientDenial[]): Promise<void> {
  const rows = denials.map(({ client_id, effect, role = null, until }) => ({
    client_id,
    effect,
    role,
    until: until === undefined ? null : new Date(until * 1_000),
  }));
  await sql.begin(async (transaction) => {
    // One at a time, whichever of several servers writes: two lists at once would be both.
    await transaction`lock table client_denial in share row exclusive mode`;
    await transaction`delete from client_denial`;
    if (rows.length > 0) await transaction`insert into client_denial ${transaction(rows)}`;
  });
}

const ROLE_OF: Readonly<Record<ConsentScope, ClientDenial["role"]>> = {
  accounts: "account-information",
  payments: "payment-initiation",
  fundsconfirmations: "funds-confirmation",
};

async function denialsOf(sql: Database, clientId: string) {
  return sql<{ effect: ClientDenial["effect"]; role: string | null }[]>`
    select effect, role from client_denial
    where client_id = ${clientId} and (until is null or until > clock_timestamp())`;
}

/** Whether a client may ask no customer for this now. What stops use stops asking too. */
export async function isAskingDenied(sql: Database, clientId: string, scope: ConsentScope): Promise<boolean> {
  const denials = await denialsOf(sql, clientId);
  return denials.some(({ effect, role }) =>
    effect === "payments" ? scope === "payments" : role === null || role === ROLE_OF[scope],
  );
}

/**
 * Whether a client may use nothing of what its customers have agreed to.
 *
 * @param scope of the consent; none for what it asks in its own name, which is no payment of anybody's.
 */
export async function isUseDenied(sql: Database, clientId: string, scope?: ConsentScope): Promise<boolean> {
  const denials = await denialsOf(sql, clientId);
  return denials.some(({ effect }) => effect === "all-access" || (effect === "payments" && scope === "payments"));
}
