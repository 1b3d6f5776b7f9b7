import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { issueReceipt } from "~/use-cases/issue-receipt";
import { type OpenDatabase, openDatabase } from "../client.server";
import { eraseCustomer } from "../erase-customer";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createConsentDesk } from "./consent-desk";
import { createCustomerVault } from "./customer-vault";
import { createReceiptBook } from "./receipt-book";
import { createEvidence } from "./shown-page";

const reversed = async (text: string) => [...text].reverse().join("");
const seal = { seal: reversed, open: reversed };
const allow: Decision = { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: ["openid", "accounts"] };

describe("receipts", () => {
  let server: TestDatabase;
  let database: OpenDatabase;
  beforeAll(async () => {
    server = await createTestDatabase();
    await migrate(server.url);
    database = openDatabase(server.url);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const vault = () => createCustomerVault(database.db, seal);
  const desk = () => createConsentDesk(database.db, { tenant: "test", seal, vault: vault() });
  /** Every signature differs, as those of PS256 do. */
  const issue = (visit: Visit) =>
    issueReceipt({
      receipts: createReceiptBook(database.db, vault()),
      pageOf: createEvidence(database.db, vault()).ofDecision,
      compose: (facts) => ({ receipt_id: facts.id, kind: facts.kind, decision: facts.decision }) as never,
      signer: {
        sign: async (payload) =>
          `h.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.${randomBytes(8).toString("hex")}`,
      },
    })(visit, "en-GB");
  const decided = async (decision: Decision = allow, over: Partial<Visit> = {}) => {
    const visit = aVisit(over);
    await desk().openVisit(visit);
    return { visit, intended: await desk().intend(visit, decision) };
  };

  test("B-17: there is none before the decision was taken, and one for a refusal as for a yes", async () => {
    for (const decision of [allow, { outcome: "refused", reason: "customer-declined" } satisfies Decision]) {
      const { visit, intended } = await decided(decision);
      expect(await issue(visit)).toBeUndefined();
      expect(await createReceiptBook(database.db, vault()).has(visit.id)).toBe(false);
      await desk().settle(visit, intended, undefined);
      expect((await issue(visit))?.record).toMatchObject({ kind: "account-access", decision });
      expect(await createReceiptBook(database.db, vault()).has(visit.id)).toBe(true);
    }
    expect(await issue(aVisit())).toBeUndefined();
  });

  test("B-17: twenty who ask at once get one and the same, and so does whoever asks later", async () => {
    const { visit, intended } = await decided();
    await desk().settle(visit, intended, undefined);
    const all = await Promise.all(Array.from({ length: 20 }, () => issue(visit)));
    const later = await issue(visit);
    expect(new Set([...all, later].map((receipt) => receipt?.signed)).size).toBe(1);
  });

  test("what is in it lies under the customer's key, and is gone with it; its digest stays", async () => {
    const { visit, intended } = await decided(allow, { customer: asCustomerId("cus-erased") });
    await desk().settle(visit, intended, undefined);
    const receipt = await issue(visit);
    const kept = () =>
      database.db.execute<{ signed: string; digest: string }>(
        sql`select signed, digest from assent.receipt where decision_id = ${intended.id}::uuid`,
      );
    const [before] = await kept();
    expect(before?.signed).not.toContain(receipt?.signed.split(".")[1]);
    await eraseCustomer({ databaseUrl: server.url, customer: visit.customer, tenant: "test" });
    expect(await createReceiptBook(database.db, vault()).has(visit.id)).toBe(false);
    expect(await issue(visit)).toBeUndefined();
    expect(await kept()).toEqual([before]);
  });
});
