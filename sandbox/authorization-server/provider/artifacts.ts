import { AsyncLocalStorage } from "node:async_hooks";
import { type Adapter, type AdapterPayload, errors } from "oidc-provider";
import type { Database } from "../../database.ts";
import type { Transaction } from "../consents/transaction.ts";

/** Where the OAuth library keeps its codes, tokens, grants, interactions and pushed requests: the table `artifact`. */
export interface Artifacts {
  /** The library's view of one kind. */
  adapter(kind: string): Adapter;
  /** Everything that the library stores during `work` becomes part of `transaction`. */
  within<T>(transaction: Transaction, work: () => Promise<T>): Promise<T>;
  /** What is written to: that transaction, or none. */
  db(): Database | Transaction;
}

/** Kinds that die with their grant. */
const OF_A_GRANT = new Set(["AuthorizationCode", "AccessToken", "RefreshToken", "BackchannelAuthenticationRequest"]);

export function createArtifacts(sql: Database): Artifacts {
  const current = new AsyncLocalStorage<Transaction>();
  const db = () => current.getStore() ?? sql;

  function adapter(kind: string): Adapter {
    return {
      async upsert(id, payload, expiresIn) {
        const grantId = kind === "Grant" ? id : OF_A_GRANT.has(kind) ? (payload.grantId ?? null) : null;
        const expiresAt = expiresIn ? new Date(Date.now() + expiresIn * 1000).toISOString() : null;
        const { count } = await db()`
          insert into artifact (kind, id, payload, grant_id, uid, expires_at)
          values (${kind}, ${id}, ${db().json(payload as never)}, ${grantId}, ${payload.uid ?? null}, ${expiresAt})
          on conflict (kind, id) do update
          set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid,
            expires_at = excluded.expires_at
          where artifact.kind <> 'ReplayDetection'`;
        // The library looks first and writes afterwards; two uses of one assertion at once must not both pass.
        if (count === 0) throw new errors.InvalidClientAuth("client assertion was used a moment ago");
      },
      async find(id) {
        return found(await db()`select payload, consumed_at from artifact where kind = ${kind} and id = ${id}`);
      },
      async findByUid(uid) {
        return found(await db()`select payload, consumed_at from artifact where kind = ${kind} and uid = ${uid}`);
      },
      // Only the device flow asks for it, and that is switched off.
      async findByUserCode() {},
      async consume(id) {
        const { count } = await db()`
          update artifact set consumed_at = now() where kind = ${kind} and id = ${id} and consumed_at is null`;
        if (count === 1) return;
        if (kind === "PushedAuthorizationRequest") throw new errors.InvalidRequestUri("request_uri was already used");
        throw new errors.InvalidGrant(`${kind} was used a moment ago`);
      },
      async destroy(id) {
        // A grant that the library ends by itself, because a code came twice, is over for our books as well.
        if (kind === "Grant")
          await db()`update consent_grant set ended_at = now() where grant_id = ${id} and ended_at is null`;
        await db()`delete from artifact where kind = ${kind} and id = ${id}`;
      },
      async revokeByGrantId(grantId) {
        await db()`delete from artifact where kind = ${kind} and grant_id = ${grantId}`;
      },
    };
  }

  return {
    adapter: (kind) => (kind === "Session" ? forgetful : adapter(kind)),
    within: (transaction, work) => current.run(transaction, work),
    db,
  };
}

/**
 * Sessions are not kept. Every authorisation logs the customer in at the bank, so a session could only do harm: carry
 * one customer's login into the next one's consent, or tie two consents of one browser together.
 */
const forgetful: Adapter = {
  async upsert() {},
  async find() {},
  async findByUid() {},
  async findByUserCode() {},
  async consume() {},
  async destroy() {},
  async revokeByGrantId() {},
};

function found(rows: readonly Record<string, unknown>[]): AdapterPayload | undefined {
  const [row] = rows;
  if (!row) return undefined;
  const consumedAt = row.consumed_at as Date | null;
  return {
    ...(row.payload as AdapterPayload),
    ...(consumedAt && { consumed: Math.floor(consumedAt.getTime() / 1000) }),
  };
}
