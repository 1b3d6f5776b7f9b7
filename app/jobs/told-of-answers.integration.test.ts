import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createConsentDesk } from "#db/queries/consent-desk";
import { createCustomerCases } from "#db/queries/customer-cases";
import { createCustomerVault } from "#db/queries/customer-vault";
import { createReceiptBook } from "#db/queries/receipt-book";
import { caseReference } from "~/domain/cases/customer-case";
import { type Decision, refuse } from "~/domain/consent/decision";
import { asAccountId, asCaseId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { drained, type OutboxWorld, outboxWorld } from "./outbox.harness";

/** What a customer is told of their own answer, from the answer on record. */

const asItIs = async (text: string) => text;
const seal = { seal: asItIs, open: asItIs };
const accountIds = ["acc-1", "acc-2"].map(asAccountId);
const allow: Decision = { outcome: "allowed", accountIds, scopes: [] };

let world: OutboxWorld;
const vault = () => createCustomerVault(world.db, seal);
const desk = () => createConsentDesk(world.db, { tenant: "test", seal, vault: vault() });
const aCase = () => ({
  id: asCaseId(crypto.randomUUID()),
  kind: "not-expected" as const,
  reference: caseReference(randomBytes(8)),
});

beforeAll(async () => {
  world = await outboxWorld();
});
afterAll(() => world?.close());

async function answered(visit: Visit, decision: Decision, opening?: ReturnType<typeof aCase>, expiresAt?: Date) {
  await desk().openVisit(visit, expiresAt);
  await desk().settle(visit, await desk().intend(visit, decision, "", opening), undefined);
  await drained(world.addressing());
  const rows = await world.query(sql`
    select channel, body from assent.outbox_delivery where consent_id = ${visit.consentId} and channel <> 'tpp'`);
  return Object.fromEntries(rows.map(({ channel, body }) => [channel, String(body)]));
}

test("sharing: how many accounts, and until when", async () => {
  const until = new Date("2099-03-14T10:00:00.000Z");
  const { "e-mail": mail = "" } = await answered(aVisit(), allow, undefined, until);
  expect(JSON.parse(mail)).toMatchObject({ what: "authorised", answer: { accounts: 2, until: until.toISOString() } });
  expect(mail).not.toContain("acc-1");
  expect(JSON.parse((await answered(aVisit(), allow))["e-mail"] ?? "").answer).toEqual({ accounts: 2 });
});

test("a payment: how much; nobody but the customer is told", async () => {
  const amount = { decimal: "84.20", currency: "GBP" };
  const told = await answered(aVisit({ kind: "domestic-payment" }), { ...allow, amount });
  expect(JSON.parse(told["e-mail"] ?? "").answer).toMatchObject({ amount });
  expect(told["in-app"]).toContain("84.20");
  expect(told["analytics"]).not.toContain("84.20");
});

test("P-32: the page, the case, the receipt and the mail have one reference", async () => {
  const [visit, opening] = [aVisit(), aCase()];
  const { "e-mail": mail = "", analytics } = await answered(visit, refuse("not-me"), opening);
  const references = [
    (await createCustomerCases(world.db, "test", vault()).ofVisit(visit.id))?.reference,
    (await createReceiptBook(world.db, vault()).of(visit.id))?.facts.reportReference,
    JSON.parse(mail).answer.reportReference,
  ];
  expect(references).toEqual([opening.reference, opening.reference, opening.reference]);
  expect(analytics).not.toContain(opening.reference);
});

test("a no without a report has none, and what nobody refused is told as no refusal (T7)", async () => {
  const declined = aVisit();
  expect(JSON.parse((await answered(declined, refuse("changed-mind")))["e-mail"] ?? "")).toMatchObject({ answer: {} });
  expect(await createReceiptBook(world.db, vault()).of(declined.id)).not.toHaveProperty("facts.reportReference");
  const ended = await answered(aVisit(), refuse("tpp-not-authorised"));
  expect(JSON.parse(ended["e-mail"] ?? "")).toMatchObject({ what: "failed", by: "system" });
});
