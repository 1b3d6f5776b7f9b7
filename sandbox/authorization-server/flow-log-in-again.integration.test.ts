import { afterAll, beforeAll, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { sweep } from "./sweeper.ts";
import { createBrowser } from "./testing/browser.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { allow, backAtTpp, reachConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;

beforeAll(async () => {
  world = await startWorld();
  tpp = await createTppClient(world.topology, "tpp-tallybook");
});

afterAll(async () => {
  await tpp?.close();
  await world?.close();
});

/** Grace has logged in where somebody else was meant, and asks for another log-in. */
async function passedOn() {
  world.script.subject = CUSTOMERS.grace.id;
  const consentId = await world.intent({ clientId: "tpp-tallybook" });
  const browser = createBrowser();
  const first = await reachConsentPage(world, browser, await tpp.authorize(consentId));
  const answered = await world.handoffs.decide(first.loginId, first.loginState, { kind: "log_in_again" });
  if (answered.outcome !== "answered") throw new Error(answered.outcome);
  return { consentId, browser, first, next: answered.redirectTo };
}

test("the same request comes again with the other customer, who allows it", async () => {
  const { consentId, browser, first, next } = await passedOn();
  world.script.subject = CUSTOMERS.arun.id;
  const second = await reachConsentPage(world, browser, new URL(next));
  expect(second.loginId).not.toBe(first.loginId);
  const handoff = await world.handoffs.find(second.loginId, second.loginState);
  expect(handoff).toMatchObject({ consentId, subject: CUSTOMERS.arun.id });
  expect(await world.consents.get(consentId)).toMatchObject({ status: "awaiting_authorisation", revision: 1 });

  const hop = await allow(world, second, { accountIds: ["acc-arun-main"] });
  const back = await backAtTpp(world, browser, hop);
  expect(back.href).toMatch(/code=|response=/);
  expect(await world.consents.get(consentId)).toMatchObject({
    status: "authorised",
    subject: CUSTOMERS.arun.id,
    accountIds: ["acc-arun-main"],
  });
});

test("the way there opens in the browser that asked for it, once", async () => {
  const { browser, next } = await passedOn();
  expect((await createBrowser().open(next)).status).toBe(400);
  await reachConsentPage(world, browser, new URL(next));
  expect((await browser.open(next)).status).toBe(400);
});

test("whoever never logs in again has not answered: the request times out, and not before", async () => {
  const { consentId, browser, next } = await passedOn();
  const status = async () => (await world.consents.get(consentId))?.status;
  const timeOut = (table: string) =>
    world.sql`update ${world.sql(table)} set expires_at = now() where consent_id = ${consentId}`;
  await browser.open(next);
  await timeOut("handoff");
  await sweep(world.sql, world.consents, world.log);
  expect(await status()).toBe("awaiting_authorisation");
  await timeOut("federated_login");
  await sweep(world.sql, world.consents, world.log);
  expect(await status()).toBe("rejected");
});

test("so does that of whoever never went to log in", async () => {
  const { consentId } = await passedOn();
  // The log-in before it was finished, and is deleted in time.
  await world.sql`delete from federated_login where consent_id = ${consentId}`;
  await world.sql`update handoff set expires_at = now() where consent_id = ${consentId}`;
  await sweep(world.sql, world.consents, world.log);
  expect((await world.consents.get(consentId))?.status).toBe("rejected");
});
