import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { createRevocationRuns } from "#db/queries/bulk-revocation-runs";
import { createBulkRevocations } from "#db/queries/bulk-revocations";
import { createConsentSearch } from "#db/queries/consent-search";
import { asCustomerId, type ConsentId, type CustomerId } from "~/domain/shared/ids";
import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import type { BulkRevocation } from "~/ports/bulk-revocations";
import { CUSTOMER, STAFF, startChangeWorld } from "./change-consent.harness";
import { prepareRevocation, type RevocationWish } from "./prepare-revocation";
import { runRevocation } from "./run-revocation";

export const MOST = 10_000;

/** Consents in a real database and at an authorization server that misbehaves on command, and lists of them. */
export async function startRevocationWorld() {
  const the = await startChangeWorld();
  const { db } = the.database;
  const revocations = createBulkRevocations(db, { tenant: "test", vault: the.vault });
  const runs = createRevocationRuns(db, "test");
  const refused = new Set<ConsentId>();
  const authorizationServer: AuthorizationServer = Object.assign(Object.create(the.as), {
    async revokeConsent(...[id, why, context]: Parameters<AuthorizationServer["revokeConsent"]>) {
      if (refused.has(id)) throw new AuthorityError("decision-not-allowed", "test");
      await the.as.revokeConsent(id, why, context);
    },
  });
  const run = runRevocation({ runs, authorizationServer });
  const search = createConsentSearch(db, "test");
  const prepare = prepareRevocation({ revocations, search, most: MOST });
  const rows = async <Row extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
    (await db.execute<Row>(statement)) as readonly Row[];

  return {
    ...the,
    revocations,
    runs,
    run,
    prepare,
    rows,
    /** What the authorization server does not end. */
    refused,
    /** So many consents of a customer of their own. */
    async consents(many: number): Promise<{ customer: CustomerId; ids: readonly ConsentId[] }> {
      const customer = asCustomerId(`cus-${randomUUID()}`);
      const ids: ConsentId[] = [];
      for (let made = 0; made < many; made++) ids.push((await the.authorised()).id);
      await rows(sql`update assent.consent_projection set customer_id = ${customer}
        where consent_id = any(${sql.param([...ids])}::text[])`);
      return { customer, ids: ids.toSorted() };
    },
    /** The list of what this customer has, as it was prepared. */
    async prepared(customer: CustomerId = CUSTOMER.id, over: Partial<RevocationWish> = {}): Promise<BulkRevocation> {
      const asked = {
        scope: { by: "customer", customer },
        reason: "customer-deceased",
        by: STAFF.id,
        idempotencyKey: randomUUID(),
        correlationId: randomUUID(),
        ...over,
      } as const;
      const listed = await prepare(asked);
      if (!listed.ok) throw new Error(`not listed: ${listed.error}`);
      return this.list(listed.value);
    },
    async list(id: string): Promise<BulkRevocation> {
      const list = await revocations.read(id);
      if (!list) throw new Error("no such list");
      return list;
    },
    /** As a second person would have approved it. */
    async start(list: BulkRevocation, over: Partial<Parameters<typeof revocations.start>[0]> = {}) {
      const { id, setHash = "", count, reason, preparedBy: askedBy } = list;
      const approval = { approvalId: randomUUID(), correlationId: randomUUID() };
      return revocations.start({ id, setHash, count, reason, askedBy, ...approval, ...over });
    },
    /** One round of the job, by a process of its own. */
    async round(signal = new AbortController().signal) {
      const claimed = await runs.claim(randomUUID());
      if (!claimed) return undefined;
      return run(claimed, signal).finally(() => runs.release(claimed));
    },
    /** Its process is dead and nobody released it: nobody waits for the clock. */
    async aRunnerDies(id: string) {
      await rows(sql`update assent.bulk_revocation set leased_until = clock_timestamp() where id = ${id}::uuid`);
    },
    async resultsOf(id: string) {
      const { rows: items } = await revocations.items(id, { size: MOST });
      return Object.fromEntries(items.map(({ consentId, state }) => [consentId, state]));
    },
  };
}

export type RevocationWorld = Awaited<ReturnType<typeof startRevocationWorld>>;
