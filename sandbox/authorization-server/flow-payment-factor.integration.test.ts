import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { CA, SCA } from "./federation/log-in-acr.ts";
import { createBrowser } from "./testing/browser.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { allow, backAtTpp, reachConsentPage, startWorld, type World } from "./testing/world.ts";

/** P-22, P-23: the log-in for a payment is one factor, the consent page asks for the other. */

let world: World;
let tpp: TppClient;
beforeAll(async () => {
  vi.stubEnv("PAYMENT_LOG_IN_ACR", CA);
  world = await startWorld();
  vi.unstubAllEnvs();
  tpp = await createTppClient(world.topology, "tpp-beacon");
});
afterAll(async () => {
  await tpp?.close();
  await world?.close();
});
afterEach(() => {
  world.script.acr = SCA;
});

const newPayment = () =>
  world.intent({
    type: "domestic_payment",
    request: { Data: { Initiation: { InstructedAmount: { Amount: "10.00", Currency: "GBP" } } }, Risk: {} },
  });
const essential = (id: string, values: readonly string[]) => ({
  claims: JSON.stringify({
    id_token: {
      openbanking_intent_id: { value: id, essential: true },
      acr: { essential: true, values },
      auth_time: null,
    },
  }),
});
const payments = { scope: "openid payments" };
const errorOf = (at: URL) => new URLSearchParams(at.hash.slice(1)).get("error");

test("P-23: a payment's log-in asks one factor; the id_token says strong once the page added the other", async () => {
  world.script.acr = CA;
  const browser = createBrowser();
  const id = await newPayment();
  const address = await tpp.authorize(id, { ...payments, ...essential(id, [SCA]) });
  const login = await browser.follow(address, (url) => url.origin === world.topology.identityProvider);
  expect(login.searchParams.get("acr_values")).toBe(CA);

  const handoff = await reachConsentPage(world, browser, login);
  expect(await world.handoffs.find(handoff.loginId, handoff.loginState)).toMatchObject({ acr: CA });
  const authTime = Math.floor(Date.now() / 1000) + 7;
  const redirectTo = await allow(world, handoff, {
    grantedScopes: ["openid", "payments"],
    authentication: { acr: SCA, amr: ["pwd", "hwk", "mfa"], authTime },
  });
  const claims = (await tpp.redeem(await backAtTpp(world, browser, redirectTo))).claims();
  expect(claims).toMatchObject({ acr: SCA, auth_time: authTime });
});

test("a payment's log-in that did both factors will do", async () => {
  const browser = createBrowser();
  const handoff = await reachConsentPage(world, browser, await tpp.authorize(await newPayment(), payments));
  const redirectTo = await allow(world, handoff, { grantedScopes: ["openid", "payments"] });
  expect((await tpp.redeem(await backAtTpp(world, browser, redirectTo))).claims()?.["acr"]).toBe(SCA);
});

test("P-22: data still asks both factors, and one alone goes no further", async () => {
  const browser = createBrowser();
  const atLogin = (url: URL) => url.origin === world.topology.identityProvider;
  const login = await browser.follow(await tpp.authorize(await world.intent()), atLogin);
  expect(login.searchParams.get("acr_values")).toBe(SCA);
  world.script.acr = CA;
  expect(errorOf(await backAtTpp(world, browser, login))).toBe("unmet_authentication_requirements");
});

test("a TPP that insists on strong gets an error and no code where the decision is not, whoever let it through", async () => {
  world.script.acr = CA;
  const browser = createBrowser();
  const handoff = await reachConsentPage(world, browser, await tpp.authorize(await newPayment(), payments));
  const back = await backAtTpp(world, browser, await allow(world, handoff, { grantedScopes: ["openid", "payments"] }));
  expect([...new URLSearchParams(back.hash.slice(1)).keys()].sort()).toEqual([
    "error",
    "error_description",
    "iss",
    "state",
  ]);
});

test("OIDC Core 5.5.1.1: a TPP that insists on less is told before anybody logs in", async () => {
  const id = await newPayment();
  const address = await tpp.authorize(id, { ...payments, ...essential(id, [CA]) });
  expect(errorOf(await backAtTpp(world, createBrowser(), address))).toBe("unmet_authentication_requirements");
});
