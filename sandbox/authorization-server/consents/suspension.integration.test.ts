import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { SCHEMA } from "../schema.ts";
import { aNewConsent, withGrant } from "./consent.builder.ts";
import { type Consents, createConsents, type NewConsent } from "./consents.ts";
import { outwardStatus } from "./outward-status.ts";

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
async function authorised(over: Partial<NewConsent> = {}): Promise<string> {
  const created = await consents.create(aNewConsent(over));
  if (created.outcome !== "created") throw new Error(created.outcome);
  const { id } = created.consent;
  await sql.begin((transaction) =>
    consents.authorise(transaction, id, { subject: "cus-1", accountIds: ["acc-1", "acc-2"] }),
  );
  return id;
}
const suspended = async (over: Partial<NewConsent> = {}) => {
  const id = await authorised(over);
  expect(await consents.suspend(id, byBank)).toBe("done");
  return id;
};
const statusOf = async (id: string) => (await consents.get(id))?.status;
const expireNow = (id: string) => sql`update consent set expires_at = now() - interval '1 second' where id = ${id}`;

describe("a pause (T9, T10)", () => {
  test("keeps accounts and tokens, may be asked for twice, and is taken back", async () => {
    const id = await authorised();
    const grant = await withGrant(sql, id);
    expect([await consents.suspend(id, byBank), await consents.suspend(id, byBank)]).toEqual(["done", "done"]);
    expect(await consents.get(id)).toMatchObject({ status: "suspended", accountIds: ["acc-1", "acc-2"], revision: 3 });
    expect([await consents.resume(id, byBank), await consents.resume(id, byBank)]).toEqual(["done", "done"]);
    expect(await consents.get(id)).toMatchObject({ status: "authorised", cause: "resumed", revision: 4 });
    expect(await sql`select 1 from artifact where grant_id = ${grant}`).toHaveLength(2);
  });

  test.each(["awaiting_authorisation", "rejected", "consumed", "revoked", "deleted"])("not from %s", async (status) => {
    const id = await authorised();
    await sql`update consent set status = ${status} where id = ${id}`;
    expect([await consents.suspend(id, byBank), await consents.resume(id, byBank)]).toEqual([
      "not_usable",
      "not_usable",
    ]);
    expect(await statusOf(id)).toBe(status);
  });

  test("not of a payment, not of what has expired, not of what is not there", async () => {
    expect(await consents.suspend(await authorised({ type: "domestic_payment" }), byBank)).toBe("not_usable");
    const [live, paused] = [await authorised(), await suspended()];
    await Promise.all([expireNow(live), expireNow(paused)]);
    expect(await consents.suspend(live, byBank)).toBe("not_usable");
    expect(await consents.resume(paused, byBank)).toBe("not_usable");
    expect([await consents.suspend("aac-none", byBank), await consents.resume("\0", byBank)]).toEqual([
      "unknown",
      "unknown",
    ]);
  });

  test("a paused consent can be ended by the customer, by its TPP, and with all of its TPP's (T11–T13)", async () => {
    const [revoked, deleted, swept] = [
      await suspended(),
      await suspended(),
      await suspended({ clientId: "tpp-paused" }),
    ];
    const grant = await withGrant(sql, revoked);
    expect(await consents.revoke(revoked, { by: "customer" })).toBe("ended");
    await consents.delete(deleted);
    expect(await consents.revokeByClient("tpp-paused", ["account_access"], byBank)).toBe(1);
    expect(await Promise.all([revoked, deleted, swept].map(statusOf))).toEqual(["revoked", "deleted", "revoked"]);
    expect(await sql`select 1 from artifact where grant_id = ${grant}`).toHaveLength(0);
  });

  test("its TPP sees the consent that it knows, until it expires (T14)", async () => {
    const id = await suspended();
    const shown = async () => {
      const consent = await consents.get(id);
      if (consent?.status !== "suspended") throw new Error("it was suspended");
      return [
        outwardStatus({ ...consent, status: "suspended" }, "v3.1"),
        outwardStatus({ ...consent, status: "suspended" }, "v4.0"),
      ];
    };
    expect((await shown()).map(({ status }) => status)).toEqual(["Authorised", "AUTH"]);
    await expireNow(id);
    expect((await shown()).map(({ status }) => status)).toEqual(["Authorised", "EXPD"]);
  });

  test("pausing and ending at once: the end stays", async () => {
    const id = await authorised();
    await Promise.all([consents.suspend(id, byBank), consents.revoke(id, byBank), consents.resume(id, byBank)]);
    expect(await statusOf(id)).toBe("revoked");
  });
});
