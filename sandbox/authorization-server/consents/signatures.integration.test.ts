import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { SCHEMA } from "../schema.ts";
import { aNewConsent } from "./consent.builder.ts";
import { type Consent, isReauthorisable } from "./consent.ts";
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

async function firstYes(over: Partial<NewConsent> = {}): Promise<string> {
  const created = await consents.create(aNewConsent(over));
  if (created.outcome !== "created") throw new Error(created.outcome);
  const { id } = created.consent;
  const by = { subject: "cus-1", accountIds: ["acc-1"], signaturesOutstanding: true } as const;
  expect(await sql.begin((transaction) => consents.authorise(transaction, id, by))).toBe(true);
  return id;
}
async function shown(id: string) {
  const consent = (await consents.get(id)) as Consent & { status: "authorised" };
  return {
    v3: outwardStatus(consent, "v3.1").status,
    v4: outwardStatus(consent, "v4.0"),
    again: isReauthorisable(consent),
    held: consent.signaturesOutstanding,
  };
}
const OTHERS = [expect.objectContaining({ StatusReasonCode: "U040" })];

describe("P-08: account access that others have yet to sign", () => {
  test("waits on for its TPP, who cannot have it authorised past them, and is authorised with the last signature", async () => {
    const id = await firstYes();
    expect(await shown(id)).toEqual({
      v3: "AwaitingAuthorisation",
      v4: { status: "AWAU", reasons: OTHERS },
      again: false,
      held: true,
    });
    expect([await consents.signaturesComplete(id), await consents.signaturesComplete(id)]).toEqual(["done", "done"]);
    expect(await shown(id)).toEqual({ v3: "Authorised", v4: { status: "AUTH" }, again: true, held: undefined });
  });

  test("so is a card issuer's consent to ask whether there is enough", async () => {
    const id = await firstYes({ type: "funds_confirmation" });
    expect(await shown(id)).toMatchObject({ v3: "AwaitingAuthorisation", v4: { status: "AWAU" }, held: true });
    expect(await consents.signaturesComplete(id)).toBe("done");
    expect(await shown(id)).toMatchObject({ v3: "Authorised", v4: { status: "AUTH" }, held: undefined });
  });

  test("a payment is authorised with the first: its order waits", async () => {
    expect(await shown(await firstYes({ type: "domestic_payment" }))).toMatchObject({ v4: { status: "AUTH" } });
  });

  test("ended before all have signed, it was rejected and never given", async () => {
    const id = await firstYes();
    expect([await consents.revoke(id, { by: "bank" }), await consents.revoke(id, { by: "bank" })]).toEqual([
      "ended",
      "ended",
    ]);
    expect(await shown(id)).toMatchObject({ v3: "Rejected", v4: { status: "RJCT" } });
    expect(await consents.signaturesComplete(id)).toBe("not_usable");
  });

  test("not of what is not there, waits for the first, or has expired", async () => {
    const created = await consents.create(aNewConsent());
    if (created.outcome !== "created") throw new Error(created.outcome);
    expect(await consents.signaturesComplete("aac-none")).toBe("unknown");
    expect(await consents.signaturesComplete(created.consent.id)).toBe("not_usable");
    const id = await firstYes();
    await sql`update consent set expires_at = now() where id = ${id}`;
    expect(await consents.signaturesComplete(id)).toBe("not_usable");
    expect(await shown(id)).toMatchObject({ v4: { status: "EXPD" } });
  });
});
