import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { SCHEMA } from "../schema.ts";
import { aNewConsent, withGrant } from "./consent.builder.ts";
import { type Consents, createConsents, type NewConsent } from "./consents.ts";

let database: TestDatabase;
let sql: Database;
let consents: Consents;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = await openSchema(database.url, "authorization_server", SCHEMA);
  consents = createConsents(sql);
});

afterAll(async () => {
  await sql?.end();
  await database?.drop();
});

const byBank = { by: "bank" } as const;
const by = { subject: "cus-1", accountIds: ["acc-1"] };
const create = async (over: Partial<NewConsent> = {}) => {
  const created = await consents.create(aNewConsent(over));
  if (created.outcome !== "created") throw new Error(created.outcome);
  return created.consent;
};
const authorise = (id: string, who = by) => sql.begin((transaction) => consents.authorise(transaction, id, who));
const reject = (id: string) => sql.begin((transaction) => consents.reject(transaction, id, byBank));
const authorised = async (over: Partial<NewConsent> = {}) => {
  const { id } = await create(over);
  expect(await authorise(id)).toBe(true);
  return id;
};
const statusOf = async (id: string) => (await consents.get(id))?.status;
const expireNow = (id: string) => sql`update consent set expires_at = now() - interval '1 second' where id = ${id}`;
const artifactsOf = async (grantId: string) => (await sql`select 1 from artifact where grant_id = ${grantId}`).length;

describe("create", () => {
  test("keeps the intent as it was sent, key order included", async () => {
    const request = { Data: { Zebra: 1, Alpha: { Y: "2.50", B: [3] } }, Risk: { Q: 1, A: 2 } };
    const { id } = await create({ request });
    expect(JSON.stringify((await consents.get(id))?.request)).toBe(JSON.stringify(request));
  });

  test("names the kind in the id and starts awaiting authorisation", async () => {
    expect(await create()).toMatchObject({ id: expect.stringMatching(/^aac-/), status: "awaiting_authorisation" });
    expect(await create({ type: "domestic_payment" })).toMatchObject({ id: expect.stringMatching(/^dpc-/) });
  });

  test("refuses an expiry that the database's clock has passed", async () => {
    const created = await consents.create(aNewConsent({ expiresAt: new Date(Date.now() - 1000) }));
    expect(created).toEqual({ outcome: "already_expired" });
  });

  test("a key used again answers the same consent, and with another body changes nothing", async () => {
    const once = { endpoint: "e", key: "k-1", requestHash: "h-1" };
    const first = await consents.create(aNewConsent({ type: "domestic_payment" }), once);
    const again = await consents.create(aNewConsent({ type: "domestic_payment" }), once);
    if (first.outcome !== "created" || again.outcome !== "repeated") throw new Error(again.outcome);
    expect(again.consent).toEqual(first.consent);
    expect(await consents.create(aNewConsent(), { ...once, requestHash: "h-2" })).toEqual({ outcome: "changed" });
    expect((await consents.create(aNewConsent({ clientId: "other" }), once)).outcome).toBe("created");
  });

  test("a key is forgotten after 24 hours", async () => {
    const once = { endpoint: "e", key: "k-2", requestHash: "h-1" };
    await consents.create(aNewConsent(), once);
    await sql`update idempotency set created_at = now() - interval '24 hours 1 second' where key = 'k-2'`;
    expect((await consents.create(aNewConsent(), { ...once, requestHash: "h-2" })).outcome).toBe("created");
    expect((await consents.create(aNewConsent(), { ...once, requestHash: "h-2" })).outcome).toBe("repeated");
  });

  test("five at once with one key make one consent", async () => {
    const once = { endpoint: "e", key: "k-3", requestHash: "h-1" };
    const clientId = "tpp-five";
    const all = await Promise.all(Array.from({ length: 5 }, () => consents.create(aNewConsent({ clientId }), once)));
    expect(all.map((created) => created.outcome).sort()).toEqual(["created", ...Array(4).fill("repeated")]);
    expect(await consents.list({ clientId, order: "desc", limit: 100 })).toHaveLength(1);
  });
});

describe("authorise and reject", () => {
  test("keep who and which accounts", async () => {
    const id = await authorised();
    expect(await consents.get(id)).toMatchObject({ status: "authorised", expired: false, ...by });
  });

  test("two at once: one wins, and its answer stays", async () => {
    const { id } = await create();
    const answers = await Promise.all([
      authorise(id, { subject: "cus-a", accountIds: ["acc-a"] }),
      authorise(id, { subject: "cus-b", accountIds: ["acc-b"] }),
    ]);
    expect([...answers].sort()).toEqual([false, true]);
    expect(await consents.get(id)).toMatchObject({ subject: answers[0] ? "cus-a" : "cus-b" });
  });

  test("allow against refuse: one wins", async () => {
    const { id } = await create();
    const [allowed, refused] = await Promise.all([authorise(id), reject(id)]);
    expect(allowed).toBe(!refused);
    expect(await statusOf(id)).toBe(allowed ? "authorised" : "rejected");
  });

  test("an expired consent is not authorised, but may be rejected", async () => {
    const { id } = await create();
    await expireNow(id);
    expect(await authorise(id)).toBe(false);
    expect(await consents.get(id)).toMatchObject({ status: "awaiting_authorisation", expired: true });
    expect(await reject(id)).toBe(true);
  });

  test.each(["rejected", "consumed", "revoked", "deleted", "authorised"])("not from %s", async (status) => {
    const { id } = await create();
    await sql`update consent set status = ${status} where id = ${id}`;
    expect(await authorise(id)).toBe(false);
    expect(await reject(id)).toBe(false);
    expect(await statusOf(id)).toBe(status);
  });

  test("undone with the transaction they were part of", async () => {
    const { id } = await create();
    const failed = sql.begin(async (transaction) => {
      await consents.authorise(transaction, id, by);
      throw new Error("the grant could not be written");
    });
    await expect(failed).rejects.toThrow("grant");
    expect(await statusOf(id)).toBe("awaiting_authorisation");
  });
});

describe("ending a consent", () => {
  test("revoking kills its tokens and nobody else's", async () => {
    const [id, other] = [await authorised(), await authorised()];
    const [grant, otherGrant] = [await withGrant(sql, id), await withGrant(sql, other)];
    expect(await consents.revoke(id, byBank)).toBe("ended");
    expect(await statusOf(id)).toBe("revoked");
    expect([await artifactsOf(grant), await artifactsOf(otherGrant)]).toEqual([0, 2]);
    const live = await sql<
      { consentId: string }[]
    >`select consent_id as "consentId" from consent_grant where ended_at is null and grant_id in (${grant}, ${otherGrant})`;
    expect(live.map((row) => row.consentId)).toEqual([other]);
  });

  test("revoking again answers the same; what was never authorised cannot be revoked", async () => {
    const id = await authorised();
    expect([await consents.revoke(id, byBank), await consents.revoke(id, byBank)]).toEqual(["ended", "ended"]);
    const { id: awaiting } = await create();
    expect(await consents.revoke(awaiting, byBank)).toBe("not_usable");
    await reject(awaiting);
    expect(await consents.revoke(awaiting, byBank)).toBe("not_usable");
    expect(await consents.revoke("aac-none", byBank)).toBe("unknown");
  });

  test("an authorised payment that the bank ends is rejected, for a payment knows no revocation", async () => {
    const id = await authorised({ type: "domestic_payment" });
    expect([await consents.revoke(id, byBank), await consents.revoke(id, byBank)]).toEqual(["ended", "ended"]);
    expect(await statusOf(id)).toBe("rejected");
  });

  test("revoking by client takes the named kinds of that client only", async () => {
    const clientId = "tpp-many";
    const [first, second] = [await authorised({ clientId }), await authorised({ clientId })];
    const payment = await authorised({ clientId, type: "domestic_payment" });
    const [waiting, foreign] = [(await create({ clientId })).id, await authorised()];
    const grant = await withGrant(sql, second);
    expect(await consents.revokeByClient(clientId, ["account_access"], byBank)).toBe(2);
    expect(await Promise.all([first, second, payment, waiting, foreign].map(statusOf))).toEqual([
      "revoked",
      "revoked",
      "authorised",
      "awaiting_authorisation",
      "authorised",
    ]);
    expect(await artifactsOf(grant)).toBe(0);
    expect(await consents.revokeByClient(clientId, [], byBank)).toBe(0);
  });

  test("a payment is consumed once, by one of many", async () => {
    const id = await authorised({ type: "domestic_payment" });
    const grant = await withGrant(sql, id);
    const answers = await Promise.all(Array.from({ length: 4 }, () => consents.consume(id)));
    expect(answers.filter((answer) => answer === "not_usable")).toHaveLength(3);
    expect(answers.find((answer) => typeof answer === "object")).toMatchObject({ id, status: "consumed" });
    expect(await artifactsOf(grant)).toBe(0);
  });

  test("only an authorised payment is consumed", async () => {
    expect(await consents.consume(await authorised())).toBe("not_usable");
    expect(await consents.consume((await create({ type: "domestic_payment" })).id)).toBe("not_usable");
    expect(await consents.consume("dpc-none")).toBe("unknown");
  });

  test("the TPP takes back account access in any status, and never a payment", async () => {
    const [id, payment] = [await authorised(), await authorised({ type: "domestic_payment" })];
    const [grant, paymentGrant] = [await withGrant(sql, id), await withGrant(sql, payment)];
    await Promise.all([consents.delete(id), consents.delete(payment)]);
    expect(await Promise.all([id, payment].map(statusOf))).toEqual(["deleted", "authorised"]);
    expect([await artifactsOf(grant), await artifactsOf(paymentGrant)]).toEqual([0, 2]);
    const { id: waiting } = await create();
    await consents.delete(waiting);
    expect(await statusOf(waiting)).toBe("deleted");
  });

  test("a grant that is committed while the revocation waits dies too", async () => {
    const { id } = await create();
    const { promise: goOn, resolve: letGo } = withResolvers();
    const { promise: locked, resolve: isLocked } = withResolvers();
    const authorising = sql.begin(async (transaction) => {
      await consents.authorise(transaction, id, by);
      isLocked();
      await goOn;
      return withGrant(transaction, id);
    });
    await locked;
    const deleting = consents.delete(id);
    await expect
      .poll(
        async () =>
          (await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
            .length,
      )
      .toBe(1);
    letGo();
    const grant = await authorising;
    await deleting;
    expect([await statusOf(id), await artifactsOf(grant)]).toEqual(["deleted", 0]);
  });
});

// Promise.withResolvers is not in Node 20.
function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
