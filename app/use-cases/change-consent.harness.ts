import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { openDatabase } from "#db/client.server";
import { eraseCustomer } from "#db/erase-customer";
import { migrate } from "#db/migrate";
import { BY_SYSTEM } from "#db/queries/audit-event";
import { createConsentChanges } from "#db/queries/consent-change";
import { createConsentDesk } from "#db/queries/consent-desk";
import { consentMoved } from "#db/queries/consent-move";
import { createConsentRegister } from "#db/queries/consent-projection-register";
import { createCustomerCases } from "#db/queries/customer-cases";
import { createCustomerVault } from "#db/queries/customer-vault";
import { createTestDatabase } from "#db/testing";
import {
  createInMemoryAuthorizationServer,
  type InMemoryAuthorizationServer,
} from "~/adapters/authorization-server/in-memory.server";
import { aConsentRequest } from "~/domain/consent/builders";
import type { Decision } from "~/domain/consent/decision";
import { asAccountId, asConsentId, asCustomerId, asStaffId, type ConsentId } from "~/domain/shared/ids";
import type { ConsentReference } from "~/ports/authorization-server";
import type { AskedChange } from "~/ports/consent-changes";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";

export const CUSTOMER = { type: "customer", id: asCustomerId("cus-1") } as const;
export const STAFF = { type: "staff", id: asStaffId("operator") } as const;

const allowed = (...accounts: readonly string[]): Decision => ({
  outcome: "allowed",
  accountIds: accounts.map(asAccountId),
  scopes: ["openid", "accounts"],
});

/** The customer stops a consent; every call is another wish. */
export const aStop = (consentId: ConsentId, over: Partial<AskedChange> = {}): AskedChange =>
  ({
    move: "stop",
    reason: "customer-stopped",
    actor: CUSTOMER,
    consentId,
    idempotencyKey: randomUUID(),
    correlationId: randomUUID(),
    ...over,
  }) as AskedChange;

/** Our record in a real database, and an authorization server that misbehaves on command. */
export async function startChangeWorld() {
  const server = await createTestDatabase();
  await migrate(server.url);
  const database = openDatabase(server.url);
  const as: InMemoryAuthorizationServer = createInMemoryAuthorizationServer();
  const reversed = async (text: string) => [...text].reverse().join("");
  const seal = { seal: reversed, open: reversed };
  const vault = createCustomerVault(database.db, seal);
  const desk = createConsentDesk(database.db, { tenant: "test", seal, vault });
  const rows = async <Row extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
    (await database.db.execute<Row>(statement)) as readonly Row[];

  /** What our record holds of a consent that the authorization server has as authorised. */
  const recordAuthorised = async (visit: Visit, ...accounts: readonly string[]): Promise<Visit> => {
    await desk.openVisit(visit);
    await desk.settle(
      visit,
      await desk.intend(visit, allowed(...(accounts.length > 0 ? accounts : ["acc-1"]))),
      undefined,
    );
    return visit;
  };

  return {
    as,
    database,
    vault,
    changes: createConsentChanges(database.db, { tenant: "test", vault }),
    recordAuthorised,
    /** A consent that its customer has allowed, here and at the authorization server. */
    async authorised(...accounts: readonly string[]) {
      const request = aConsentRequest({ id: asConsentId(`aac-${randomUUID()}`) });
      const handoff = as.handOff(request);
      const chosen = accounts.length > 0 ? accounts : ["acc-1"];
      await as.decide(handoff, allowed(...chosen), { correlationId: randomUUID() });
      const { clientId, kind } = await recordAuthorised(aVisit({ consentId: request.id, handoff }), ...chosen);
      return { id: request.id, handoff, reference: { id: request.id, clientId, kind } };
    },
    async projectionOf(id: ConsentId) {
      const [row] = await rows<{
        status: string;
        version: number;
        suspended_by: string | null;
        reason: string;
        account_ids: readonly string[];
      }>(
        sql`select status, version, suspended_by, reason, account_ids from assent.consent_projection where consent_id = ${id}`,
      );
      return row;
    },
    /** What evidence there is, oldest first, after the consent was authorised. */
    async evidenceOf(id: ConsentId) {
      const audit = await rows<{ type: string }>(
        sql`select type from assent.audit_event where consent_id = ${id} order by at offset 5`,
      );
      const versions = await rows<{ move: string; actor_type: string }>(sql`
        select move, actor_type from assent.consent_version_projection where consent_id = ${id} and version > 2
        order by version`);
      const queued = await rows<{ move: string }>(
        sql`select move from assent.outbox_event where consent_id = ${id} and version > 2 order by version`,
      );
      return {
        audit: audit.map(({ type }) => type),
        versions: versions.map(({ move, actor_type }) => `${move} by ${actor_type}`),
        queued: queued.map(({ move }) => move),
      };
    },
    async statesOf(id: ConsentId) {
      const found = await rows<{ state: string }>(
        sql`select state from assent.consent_change where consent_id = ${id} order by intended_at`,
      );
      return found.map(({ state }) => state);
    },
    cases: createCustomerCases(database.db, "test", vault),
    register: createConsentRegister(database.db),
    /** What was written of a consent in the record of evidence, oldest first, after it was authorised. */
    async auditOf(id: ConsentId) {
      return rows<{ type: string; actor_type: string; actor_ref: string | null; detail: Record<string, unknown> }>(sql`
        select type, actor_type, actor_ref, detail from assent.audit_event where consent_id = ${id} order by at offset 5`);
    },
    eraseCustomer: () => eraseCustomer({ databaseUrl: server.url, customer: CUSTOMER.id, tenant: "test" }),
    /** What the app itself may not. */
    async asOwner(statement: ReturnType<typeof sql>) {
      const owner = openDatabase(server.url, 1, 0, "login");
      await owner.db.execute(statement).finally(owner.close);
    },
    /** Brings the end of a pause to this moment. */
    async endPause(id: ConsentId) {
      await rows(sql`update assent.consent_change set paused_until = clock_timestamp()
        where consent_id = ${id} and paused_until is not null`);
    },
    /** Puts the begin of a change, and the right to send it, a minute back: nobody waits for the clock. */
    async aMinuteLater(id: ConsentId) {
      await rows(sql`update assent.consent_change set intended_at = intended_at - interval '1 minute',
        sending_until = sending_until - interval '1 minute' where consent_id = ${id}`);
    },
    async runOut(id: ConsentId) {
      await rows(sql`update assent.consent_projection set expires_at = clock_timestamp() where consent_id = ${id}`);
    },
    /** Its time is up in our picture, whatever the authorization server holds. */
    async expire(consent: ConsentReference) {
      const { id: consentId, clientId, kind } = consent;
      const move = { move: "expire", to: "expired", reason: "end-date", source: "assent", actor: BY_SYSTEM } as const;
      const about = { tenant: "test", consentId, clientId, kind, correlationId: randomUUID() };
      await rows(sql`with ${consentMoved({ ...about, ...move })} select from moved`);
    },
    /** A customer's change that was made at the authorization server, and not here. */
    async foundAtTheAuthority(consent: ConsentReference, move: "suspend" | "resume", to: "suspended" | "authorised") {
      const { id: consentId, clientId, kind } = consent;
      const { ref } = await vault.of(CUSTOMER.id);
      const about = { tenant: "test", consentId, clientId, kind, correlationId: randomUUID() };
      const actor = { type: "customer", ref } as const;
      const found = consentMoved({ ...about, move, to, actor, reason: "as-found", source: "reconcile" });
      await rows(sql`with ${found} select from moved`);
    },
    /** What happens while another transaction holds a lock. `waiting`: until so many wait for one. */
    async whileHeld<Result>(
      lock: ReturnType<typeof sql>,
      work: (waiting: (many: number) => Promise<void>) => Promise<Result>,
    ): Promise<Result> {
      const waiting = async (many: number) => {
        const count = sql`select count(distinct pid)::int as waiting from pg_locks join pg_stat_activity using (pid)
          where datname = current_database() and not granted`;
        for (let tries = 0; tries < 100; tries++) {
          const [row] = await rows<{ waiting: number }>(count);
          if ((row?.waiting ?? 0) >= many) return;
          await sleep(20);
        }
        throw new Error(`${many} do not wait`);
      };
      return database.db.transaction(async (other) => {
        await other.execute(lock);
        return work(waiting);
      });
    },
    async close() {
      await database.close();
      await server.drop();
    },
  };
}

export type ChangeWorld = Awaited<ReturnType<typeof startChangeWorld>>;
