import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { connectionStatement } from "./consent-connection";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createConsentRegister } from "./consent-projection-register";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const ANN = asCustomerId("connection-ann");
const BEACON = asClientId("connection-beacon");

interface Row {
  readonly id: string;
  readonly customer?: string;
  readonly client?: string;
  readonly kind?: string;
  readonly status?: string;
  readonly created?: string;
  readonly accounts?: readonly string[];
  readonly expires?: string;
  /** Moves by which it was agreed to, and when. */
  readonly agreed?: readonly (readonly [move: string, at: string])[];
}

async function written({ id, customer = ANN, client = BEACON, kind = "account-access", ...row }: Row) {
  const status = row.status ?? "authorised";
  await world.db.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, customer_id, status, reason, suspended_by, version,
      account_ids, permissions, created_at, changed_at, expires_at)
    values (${id}, ${client}, ${kind}, ${customer}, ${status}, 'as-found', ${status === "suspended" ? "customer" : null}, 1,
      ${sql.raw(`array[${(row.accounts ?? []).map((account) => `'${account}'`).join()}]::text[]`)}, '{ReadBalances}',
      ${row.created ?? "2026-01-01T00:00:00Z"}, clock_timestamp(), ${row.expires ?? null})`);
  for (const [index, [move, at]] of (row.agreed ?? []).entries()) {
    await world.db.execute(sql`
      insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason, source,
        difference, correlation_id)
      values (${id}, ${index + 1}, ${at}, ${move}, 'authorised', 'customer', 'customer-approved', 'assent', '{}', 'c')`);
  }
}

const connection = (customer = ANN, client = BEACON, except = "this") =>
  createConsentRegister(world.db).connectionOf(customer, client, asConsentId(except));

test("P-15: whoever never agreed to anything connects for the first time", async () => {
  await written({ id: "refused", status: "rejected" });
  await written({ id: "lapsed", status: "expired" });
  await written({ id: "open", status: "pending" });
  await written({ id: "this", accounts: ["a"], agreed: [["authorise", "2026-05-01T10:00:00Z"]] });
  await written({ id: "bobs", customer: "connection-bob", accounts: ["b"] });
  await written({ id: "others", client: "connection-tally", accounts: ["a"] });
  expect(await connection()).toEqual({ sharing: [] });
});

test("P-15: the last agreement counts, whatever it was to and whatever became of it", async () => {
  await written({
    id: "paid",
    kind: "domestic-payment",
    status: "consumed",
    agreed: [["authorise", "2026-02-02T10:00:00Z"]],
  });
  await written({ id: "stopped", status: "revoked", agreed: [["authorise", "2026-03-03T10:00:00Z"]] });
  expect(await connection()).toEqual({ lastAgreedAt: new Date("2026-03-03T10:00:00Z"), sharing: [] });
  await written({ id: "rebuilt", status: "revoked", accounts: ["a"], created: "2026-04-04T10:00:00Z" });
  expect((await connection()).lastAgreedAt).toEqual(new Date("2026-04-04T10:00:00Z"));
});

test("P-12: what is shared now is what is live at this moment, since it was agreed to, newest first", async () => {
  await written({
    id: "old",
    accounts: ["a", "b"],
    agreed: [
      ["authorise", "2026-01-10T10:00:00Z"],
      ["renew", "2026-06-01T10:00:00Z"],
    ],
  });
  await written({ id: "new", accounts: ["c"], agreed: [["authorise", "2026-02-10T10:00:00Z"]] });
  await written({ id: "over", accounts: ["a"], expires: "2026-01-02T00:00:00Z" });
  await written({ id: "paused", status: "suspended", accounts: ["a"] });
  await written({ id: "standing", kind: "domestic-payment", accounts: ["a"] });
  expect(await connection()).toEqual({
    lastAgreedAt: new Date("2026-06-01T10:00:00Z"),
    sharing: [
      { id: "new", since: new Date("2026-02-10T10:00:00Z"), permissions: ["ReadBalances"], accountIds: ["c"] },
      { id: "old", since: new Date("2026-01-10T10:00:00Z"), permissions: ["ReadBalances"], accountIds: ["a", "b"] },
    ],
  });
});

test("a customer with thousands of consents is looked up by an index", async () => {
  await world.db.transaction(async (transaction) => {
    // More rows than the app ever writes at once, on whatever machine.
    await transaction.execute(sql`set local statement_timeout = '25s'`);
    await transaction.execute(sql`
      insert into assent.consent_projection (consent_id, client_id, kind, customer_id, status, reason, version, account_ids,
        created_at, changed_at)
      select 'many-' || at, 'client-' || at % 10, 'domestic-payment', case when at < 3000 then 'connection-heavy' else 'c-' || at end,
        'consumed', 'as-found', 1, '{a}', clock_timestamp(), clock_timestamp() from generate_series(1, 30000) as at`);
  });
  await world.db.execute(sql`analyze assent.consent_projection`);
  const heavy = [asCustomerId("connection-heavy"), asClientId("client-3"), asConsentId("this")] as const;
  const found = await connection(...heavy);
  expect(found.lastAgreedAt).toBeInstanceOf(Date);
  expect(found.sharing).toEqual([]);
  const plan = JSON.stringify(await world.db.execute(sql`explain (format json) ${connectionStatement(...heavy)}`));
  expect(plan).toContain("consent_projection_customer");
  expect(plan).not.toContain("Seq Scan");
});
