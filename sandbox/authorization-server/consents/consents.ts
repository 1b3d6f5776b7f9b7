import { randomUUID } from "node:crypto";
import type { Database } from "../../database.ts";
import { type Change, changeTo } from "./change.ts";
import type { ApiVersion, BankTerms, Consent, ConsentType } from "./consent.ts";
import { CONSENT_KINDS, DATA_TYPES, LASTING_TYPES, ONCE_TYPES } from "./consent-kinds.ts";
import { type ConsentRow, consentColumns, toConsent } from "./consent-row.ts";
import { endGrants } from "./grants.ts";
import { isId } from "./id.ts";
import { findEarlier, type IdempotencyKey, remember } from "./idempotency.ts";
import { type ConsentFilter, listConsents } from "./list-consents.ts";
import { removeAccount } from "./remove-account.ts";
import { signaturesComplete } from "./signatures.ts";
import { type Paused, resume, suspend } from "./suspension.ts";
import type { Transaction } from "./transaction.ts";

export interface NewConsent {
  readonly clientId: string;
  readonly type: ConsentType;
  readonly apiVersion: ApiVersion;
  readonly request: Consent["request"];
  readonly terms?: BankTerms;
  /** It cannot be authorised before its file is there. */
  readonly awaitsFile?: boolean;
  readonly expiresAt?: Date;
  readonly interactionId: string;
}

export type Created =
  | { readonly outcome: "created" | "repeated"; readonly consent: Consent }
  /** The key was used before with another body. Nothing was changed. */
  | { readonly outcome: "changed" }
  /** `expiresAt` is not in the future of the database's clock. */
  | { readonly outcome: "already_expired" };

export type Ended = "ended" | "unknown" | "not_usable";

/** The customer who said yes, to what, and in which call. */
export interface Authorisation {
  readonly subject: string;
  readonly accountIds: readonly string[];
  /** The revision that is authorised anew; absent for the first time. */
  readonly reauthorises?: number;
  /** Others have yet to say yes too. Account access waits for them; an order waits at the bank. */
  readonly signaturesOutstanding?: true;
  readonly interactionId?: string;
}

/** The consents of the authorization server. Every transition is one guarded update: a lost race changes nothing. */
export interface Consents {
  /** Keeps a new intent, awaiting authorisation. With `once`, a repeat answers the first consent as it is now. */
  create(consent: NewConsent, once?: IdempotencyKey): Promise<Created>;
  /** Any consent by its id, whatever became of it. */
  get(id: string): Promise<Consent | undefined>;
  /**
   * Answers false, and changes nothing, unless the consent awaits authorisation and has not expired; or, when it is
   * authorised anew, is what it was when its customer was asked. What came of the time before ends.
   */
  authorise(transaction: Transaction, id: string, by: Authorisation): Promise<boolean>;
  /** Ends an earlier consent that the customer gave another one in place of. One that has ended stays as it is. */
  supersede(transaction: Transaction, id: string, successor: string, interactionId?: string): Promise<void>;
  /** Answers false, and changes nothing, unless the consent awaits authorisation. */
  reject(transaction: Transaction, id: string, change: Change): Promise<boolean>;
  /** Ends an authorised or suspended consent; its tokens die at once. Again on one that has ended so: `ended`. */
  revoke(id: string, change: Change): Promise<Ended>;
  /** As `revoke` for every such consent of a TPP. Answers how many. */
  revokeByClient(clientId: string, types: readonly ConsentType[], change: Change): Promise<number>;
  /** Pauses a lasting consent that is authorised: it opens nothing, but tokens stay. Again: `done`. */
  suspend(id: string, change: Change): Promise<Paused>;
  /** Takes the pause back. On one that is not paused: `done`. */
  resume(id: string, change: Change): Promise<Paused>;
  /** Takes an account out of one that keeps another. One that is not in it: `done`. */
  removeAccount(id: string, accountId: string, change: Change): Promise<Paused>;
  /** All have signed who have to: it opens what it says from now on. Again, or where none were outstanding: `done`. */
  signaturesComplete(id: string): Promise<Paused>;
  /** An order was placed under an authorised payment consent. Exactly one caller is answered with the consent. */
  consume(id: string, interactionId?: string): Promise<Consent | "unknown" | "not_usable">;
  /** The TPP takes a lasting consent back, in whatever status it is. */
  delete(id: string, interactionId?: string): Promise<void>;
  /** One page by creation time, or undefined when the cursor names no consent. */
  list(filter: ConsentFilter): Promise<readonly Consent[] | undefined>;
}

/** @param sql a pool on the schema of `schema.ts`. */
export function createConsents(sql: Database): Consents {
  return {
    create: (consent, once) =>
      sql.begin(async (transaction): Promise<Created> => {
        if (once) {
          const earlier = await findEarlier(transaction, consent.clientId, once);
          if (earlier) return earlier;
        }
        const created = await insert(transaction, consent);
        if (!created) return { outcome: "already_expired" };
        if (once) await remember(transaction, consent.clientId, once, created.id);
        return { outcome: "created", consent: created };
      }),

    async get(id) {
      if (!isId(id)) return undefined;
      const [row] = await sql<ConsentRow[]>`select ${consentColumns(sql)} from consent where id = ${id}`;
      return row && toConsent(row);
    },

    async authorise(transaction, id, by) {
      const { count } = await transaction`
        update consent
        set ${changeTo(transaction, "authorised", { by: "customer", interactionId: by.interactionId })},
          subject = ${by.subject}, account_ids = ${by.accountIds as string[]}, authorised_at = now(),
          signatures_outstanding = ${by.signaturesOutstanding === true} and type = any(${[...DATA_TYPES]}),
          first_authorised_at = coalesce(first_authorised_at, now())
        where id = ${id} and (expires_at is null or expires_at > now()) and ${
          by.reauthorises === undefined
            ? transaction`status = 'awaiting_authorisation'`
            : transaction`revision = ${by.reauthorises} and subject = ${by.subject} and superseded_by is null
                and status in ('authorised', 'revoked') and type = any(${[...LASTING_TYPES]})`
        }`;
      if (count === 1 && by.reauthorises !== undefined) await endGrants(transaction, [id]);
      return count === 1;
    },

    async supersede(transaction, id, successor, interactionId) {
      const change = { by: "customer", reason: "superseded", interactionId } as const;
      const { count } = await transaction`
        update consent set ${changeTo(transaction, "revoked", change)}, superseded_by = ${successor}
        where id = ${id} and status in ('authorised', 'suspended') and type = any(${[...LASTING_TYPES]})`;
      if (count === 1) await endGrants(transaction, [id]);
    },

    async reject(transaction, id, change) {
      const { count } = await transaction`
        update consent set ${changeTo(transaction, "rejected", change)}
        where id = ${id} and status = 'awaiting_authorisation'`;
      return count === 1;
    },

    revoke: async (id, change) => {
      if (!isId(id)) return "unknown";
      return sql.begin(async (transaction): Promise<Ended> => {
        const revoked = await revokeWhere(transaction, transaction`id = ${id}`, change);
        if (revoked.length > 0) return "ended";
        const [row] = await transaction<{ status: string; subject: string | null }[]>`
          select status, subject from consent where id = ${id}`;
        if (!row) return "unknown";
        // A subject on a rejected consent: it had been authorised, so it was the bank that rejected it.
        return row.status === "revoked" || (row.status === "rejected" && row.subject) ? "ended" : "not_usable";
      });
    },

    revokeByClient: (clientId, types, change) =>
      sql.begin(async (transaction) => {
        const revoked = await revokeWhere(
          transaction,
          transaction`client_id = ${clientId} and type = any(${types as string[]})`,
          change,
        );
        return revoked.length;
      }),

    suspend: (id, change) => suspend(sql, id, change),
    resume: (id, change) => resume(sql, id, change),
    removeAccount: (id, accountId, change) => removeAccount(sql, id, accountId, change),

    signaturesComplete: (id) => signaturesComplete(sql, id),

    consume: async (id, interactionId) => {
      if (!isId(id)) return "unknown";
      return sql.begin(async (transaction) => {
        const [row] = await transaction<ConsentRow[]>`
          update consent set ${changeTo(transaction, "consumed", { by: "system", interactionId })}
          where id = ${id} and type = any(${[...ONCE_TYPES]}) and status = 'authorised'
            and (expires_at is null or expires_at > now())
          returning ${consentColumns(transaction)}`;
        if (row) {
          await endGrants(transaction, [id]);
          return toConsent(row);
        }
        const [known] = await transaction`select 1 from consent where id = ${id}`;
        return known ? "not_usable" : "unknown";
      });
    },

    delete: (id, interactionId) =>
      sql.begin(async (transaction) => {
        const { count } = await transaction`
          update consent set ${changeTo(transaction, "deleted", { by: "tpp", interactionId })}
          where id = ${id} and type = any(${[...LASTING_TYPES]}) and status <> 'deleted'`;
        if (count === 1) await endGrants(transaction, [id]);
      }),

    list: (filter) => listConsents(sql, filter),
  };
}

async function revokeWhere(
  transaction: Transaction,
  condition: ReturnType<Transaction>,
  change: Change,
): Promise<readonly string[]> {
  const ended = transaction`case when type = any(${[...LASTING_TYPES]}) and not signatures_outstanding
    then 'revoked' else 'rejected' end`;
  const rows = await transaction<{ id: string }[]>`
    update consent set ${changeTo(transaction, ended, change)},
      superseded_by = coalesce((select id from consent where id = ${change.successor ?? null}), superseded_by)
    where status in ('authorised', 'suspended') and ${condition}
    returning id`;
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) await endGrants(transaction, ids);
  return ids;
}

async function insert(transaction: Transaction, consent: NewConsent): Promise<Consent | undefined> {
  const id = `${CONSENT_KINDS[consent.type].idPrefix}-${randomUUID()}`;
  const expiresAt = consent.expiresAt?.toISOString() ?? null;
  const [row] = await transaction<ConsentRow[]>`
    insert into consent (id, client_id, type, api_version, status, request, expires_at, interaction_id,
      terms, cause, changed_by, change_interaction_id)
    select ${id}, ${consent.clientId}, ${consent.type}, ${consent.apiVersion},
      ${consent.awaitsFile ? "awaiting_upload" : "awaiting_authorisation"},
      ${JSON.stringify(consent.request)}::text::json, ${expiresAt}::timestamptz, ${consent.interactionId},
      ${consent.terms ? JSON.stringify(consent.terms) : null}::text::json, 'created', 'tpp', ${consent.interactionId}
    where ${expiresAt}::timestamptz is null or ${expiresAt}::timestamptz > now()
    returning ${consentColumns(transaction)}`;
  return row && toConsent(row);
}
