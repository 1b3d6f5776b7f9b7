import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { tlsIdentity } from "../service.ts";
import { CONSENT_KINDS, type ConsentType, LASTING_TYPES } from "./consents/consent-kinds.ts";
import { aRequest } from "./intents/kinds/requests.builder.ts";
import { sweep } from "./sweeper.ts";
import { createBrowser } from "./testing/browser.ts";
import { createMachine, type Machine } from "./testing/machine.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { allow, backAtTpp, reachConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;
let fapi1: TppClient;
let bank: Machine;
let app: Machine;

beforeAll(async () => {
  world = await startWorld();
  tpp = await createTppClient(world.topology, "tpp-tallybook");
  fapi1 = await createTppClient(world.topology, "tpp-beacon");
  const machine = (holder: "bank" | "app") =>
    createMachine(tlsIdentity(world.topology.pkiFolder, holder).ca, tlsIdentity(world.topology.pkiFolder, holder));
  [bank, app] = [machine("bank"), machine("app")];
});

afterAll(async () => {
  await Promise.all([tpp?.close(), fapi1?.close(), bank?.close(), app?.close()]);
  await world?.close();
});

const clientId = "tpp-tallybook";
const scopeOf = (type: ConsentType) => `openid ${CONSENT_KINDS[type].scope}`;
const intent = (type: ConsentType = "account_access", over: object = {}) =>
  world.intent({ clientId, type, request: aRequest(type, "v4.0") as never, ...over });
const introspect = async (token: string) =>
  (await bank.post(`${world.topology.authorizationServerMtls}/oauth2/introspect`, { client_id: "bank", token })).body;

async function give(id: string, type: ConsentType, account: string, change: Record<string, string> = {}) {
  const browser = createBrowser();
  const handoff = await reachConsentPage(world, browser, await tpp.authorize(id, { scope: scopeOf(type), ...change }));
  const shown = await world.handoffs.find(handoff.loginId, handoff.loginState);
  const over = { accountIds: [account], grantedScopes: scopeOf(type).split(" ") };
  const callback = await backAtTpp(world, browser, await allow(world, handoff, over));
  return { shown, tokens: await tpp.redeem(callback) };
}

/** The error that the TPP meets: when it pushes its request, or in the answer that its browser brings. */
async function refusalOf(id: string, change: Record<string, string> = {}): Promise<unknown> {
  try {
    await tpp.authorize(id, change);
  } catch (error) {
    return (error as { error?: string }).error;
  }
  return "none";
}

describe.each(LASTING_TYPES)("%s", (type) => {
  test("is authorised again: one id, new accounts, new tokens, and what was before opens nothing", async () => {
    const id = await intent(type);
    const first = await give(id, type, "acc-grace-main");
    expect(first.shown?.reauthorises).toBeUndefined();
    expect(first.tokens.refresh_token).toBeTruthy();
    const before = await world.consents.get(id);
    const second = await give(id, type, "acc-grace-other");
    expect(second.shown?.reauthorises).toBe(before?.revision);
    expect(await introspect(first.tokens.access_token)).toEqual({ active: false });
    expect((await introspect(second.tokens.access_token)).consent).toMatchObject({
      id,
      type,
      account_ids: ["acc-grace-other"],
      // A VRP's periods go on counting from the first time.
      authorised_at: before?.firstAuthorisedAt?.toISOString(),
      // A payment that claims its customer was asked takes a new one.
      last_authorised_at: (await world.consents.get(id))?.authorisedAt?.toISOString(),
    });
    const events = await world.sql`
      select revision, cause, status from consent_event where consent_id = ${id} order by revision`;
    expect(events.map(({ revision, cause, status }) => [revision, cause, status])).toEqual([
      [1, "created", "awaiting_authorisation"],
      [2, "authorised", "authorised"],
      [3, "authorised", "authorised"],
    ]);
  });

  test("is authorised again after the bank ended it, where the standard has it", async () => {
    const id = await intent(type);
    await give(id, type, "acc-grace-main");
    await world.consents.revoke(id, { by: "customer" });
    if (type === "funds_confirmation") {
      expect(await refusalOf(id, { scope: scopeOf(type) })).toBe("invalid_request");
      return;
    }
    const { tokens } = await give(id, type, "acc-grace-main");
    expect((await introspect(tokens.access_token)).active).toBe(true);
    expect((await world.consents.get(id))?.status).toBe("authorised");
  });
});

test("never once it is over, deleted, paused or another customer's; a payment never", async () => {
  const [expired, deleted, paused, foreign] = await Promise.all([intent(), intent(), intent(), intent()]);
  for (const id of [expired, deleted, paused, foreign]) await give(id, "account_access", "acc-grace-main");
  await world.sql`update consent set expires_at = now() where id = ${expired}`;
  await world.consents.delete(deleted);
  await world.consents.suspend(paused, { by: "bank" });
  for (const id of [expired, deleted, paused]) expect(await refusalOf(id)).toBe("invalid_request");
  const payment = await intent("domestic_payment");
  await give(payment, "domestic_payment", "acc-grace-main");
  expect(await refusalOf(payment, { scope: "openid payments" })).toBe("invalid_request");

  world.script.subject = CUSTOMERS.arun.id;
  const callback = await backAtTpp(world, createBrowser(), await tpp.authorize(foreign)).finally(() => {
    world.script.subject = CUSTOMERS.grace.id;
  });
  await expect(tpp.redeem(callback)).rejects.toMatchObject({ error: "access_denied" });
  expect((await world.consents.get(foreign))?.status).toBe("authorised");
});

test("a no, or no answer, leaves the consent as it was", async () => {
  const id = await intent();
  const { tokens } = await give(id, "account_access", "acc-grace-main");
  const at = async () => reachConsentPage(world, createBrowser(), await tpp.authorize(id));
  const refused = await at();
  await world.handoffs.decide(refused.loginId, refused.loginState, { kind: "reject", error: "access_denied" });
  const left = await at();
  await world.sql`update handoff set expires_at = now() where login_id = ${left.loginId}`;
  await sweep(world.sql, world.consents, world.log);
  expect((await introspect(tokens.access_token)).active).toBe(true);
});

test("a yes to a page that stood open while the consent ended is not taken", async () => {
  const id = await intent();
  await give(id, "account_access", "acc-grace-main");
  const open = await reachConsentPage(world, createBrowser(), await tpp.authorize(id));
  await world.consents.revoke(id, { by: "customer" });
  const late = { kind: "accept", accountIds: ["a"], grantedScopes: ["openid", "accounts"] } as const;
  expect((await world.handoffs.decide(open.loginId, open.loginState, late)).outcome).toBe("consent_not_usable");
  expect((await world.consents.get(id))?.status).toBe("revoked");
});

test("what was never collected once does not end what was agreed to since", async () => {
  const id = await intent();
  const lost = await reachConsentPage(world, createBrowser(), await tpp.authorize(id));
  await allow(world, lost);
  const { tokens } = await give(id, "account_access", "acc-grace-main");
  await world.sql`update handoff set expires_at = now() where login_id = ${lost.loginId}`;
  await sweep(world.sql, world.consents, world.log);
  expect((await introspect(tokens.access_token)).active).toBe(true);
});

describe("a consent in place of an earlier one", () => {
  const replace = (grant_id: string) => ({ grant_id, grant_management_action: "replace" });

  test.each(LASTING_TYPES)("%s: the earlier one ends with the yes to the new one", async (type) => {
    const [earlier, later] = [await intent(type), await intent(type)];
    const before = await give(earlier, type, "acc-grace-main");
    const { shown, tokens } = await give(later, type, "acc-grace-main", replace(earlier));
    expect(shown?.replaces).toBe(earlier);
    expect((await introspect(tokens.access_token)).consent_id).toBe(later);
    expect(await introspect(before.tokens.access_token)).toEqual({ active: false });
    expect(await world.consents.get(earlier)).toMatchObject({
      status: "revoked",
      supersededBy: later,
      changedBy: "customer",
      changeReason: "superseded",
    });
    // What was replaced is over for good.
    expect(await refusalOf(earlier, { scope: scopeOf(type) })).toBe("invalid_request");
  });

  test("in a request object by value too; a no leaves the earlier one as it was", async () => {
    const [earlier, later] = [await world.intent(), await world.intent()];
    await world.sql.begin((transaction) =>
      world.consents.authorise(transaction, earlier, { subject: CUSTOMERS.grace.id, accountIds: ["a"] }),
    );
    const page = await reachConsentPage(world, createBrowser(), await fapi1.authorize(later, replace(earlier)));
    expect((await world.handoffs.find(page.loginId, page.loginState))?.replaces).toBe(earlier);
    await world.handoffs.decide(page.loginId, page.loginState, { kind: "reject", error: "access_denied" });
    expect((await world.consents.get(earlier))?.status).toBe("authorised");
  });

  test("not of another client, kind or customer, nor one that has ended, and by no other action", async () => {
    const later = await intent();
    const [foreign, payments, ended, mine] = [
      await world.intent(),
      await intent("domestic_vrp"),
      await intent(),
      await intent(),
    ];
    await give(payments, "domestic_vrp", "acc-grace-main");
    await give(ended, "account_access", "acc-grace-main");
    await give(mine, "account_access", "acc-grace-main");
    await world.consents.revoke(ended, { by: "bank" });
    for (const id of [foreign, payments, ended, later, randomUUID()]) {
      expect(await refusalOf(later, replace(id))).toBe("invalid_grant_id");
    }
    expect(await refusalOf(later, { ...replace(mine), grant_management_action: "merge" })).toBe("invalid_request");
    expect(await refusalOf(later, { grant_id: mine })).toBe("invalid_request");
    expect(await refusalOf(later, { grant_management_action: "replace" })).toBe("invalid_request");
    expect(await refusalOf(mine, replace(ended))).toBe("invalid_request");

    world.script.subject = CUSTOMERS.arun.id;
    const callback = await backAtTpp(world, createBrowser(), await tpp.authorize(later, replace(mine))).finally(() => {
      world.script.subject = CUSTOMERS.grace.id;
    });
    await expect(tpp.redeem(callback)).rejects.toMatchObject({ error: "invalid_grant_id" });
  });
});
