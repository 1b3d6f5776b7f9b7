import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { start as startIdentityProvider } from "../identity-provider/start.ts";
import { CUSTOMERS } from "../personas.ts";
import { CA, SCA } from "./federation/log-in-acr.ts";
import { createBrowser } from "./testing/browser.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { allow, backAtTpp, reachConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;

beforeAll(async () => {
  vi.stubEnv("PAYMENT_LOG_IN_ACR", CA);
  world = await startWorld(startIdentityProvider);
  vi.unstubAllEnvs();
  tpp = await createTppClient(world.topology, "tpp-beacon");
});

afterAll(async () => {
  await tpp?.close();
  await world?.close();
});

test("the bank's own identity provider: password, code, consent page, token", async () => {
  const browser = createBrowser();
  const { username, password, id } = CUSTOMERS.arun;
  const isForm = (url: URL) => url.pathname.startsWith("/sign-in/");
  const passwordPage = await browser.follow(await tpp.authorize(await world.intent()), isForm);
  expect((await browser.open(passwordPage)).status).toBe(200);
  const afterPassword = await browser.submit(passwordPage, { username, password });
  const codePage = await browser.open(afterPassword.location ?? passwordPage);
  const reference = /class="reference">(\w+)</.exec(codePage.text)?.[1];
  const phone = await createBrowser().open(`${world.topology.identityProvider}/phone`);
  const code = new RegExp(`data-reference="${reference}".*?(\\d{6})`).exec(phone.text)?.[1] ?? "";
  const afterCode = await browser.submit(afterPassword.location ?? "", { code });

  const handoff = await reachConsentPage(world, browser, afterCode.location ?? passwordPage);
  expect(await world.handoffs.find(handoff.loginId, handoff.loginState)).toMatchObject({
    subject: id,
    acr: "urn:openbanking:psd2:sca",
    amr: ["pwd", "otp", "mfa"],
  });
  const tokens = await tpp.redeem(await backAtTpp(world, browser, await allow(world, handoff)));
  expect(tokens.scope).toBe("accounts");
});

test("P-23: for a payment its password page is all, and the consent page adds the other factor", async () => {
  const browser = createBrowser();
  const { username, password, id } = CUSTOMERS.arun;
  const consentId = await world.intent({
    type: "domestic_payment",
    request: { Data: { Initiation: { InstructedAmount: { Amount: "10.00", Currency: "GBP" } } }, Risk: {} },
  });
  const isForm = (url: URL) => url.pathname.startsWith("/sign-in/");
  const passwordPage = await browser.follow(await tpp.authorize(consentId, { scope: "openid payments" }), isForm);
  const afterPassword = await browser.submit(passwordPage, { username, password });
  const handoff = await reachConsentPage(world, browser, afterPassword.location ?? passwordPage);
  const { acr, amr, subject } = (await world.handoffs.find(handoff.loginId, handoff.loginState)) ?? {};
  expect({ acr, amr, subject }).toEqual({ acr: CA, amr: ["pwd"], subject: id });

  const authTime = Math.floor(Date.now() / 1000);
  const redirectTo = await allow(world, handoff, {
    accountIds: ["acc-arun-main"],
    grantedScopes: ["openid", "payments"],
    authentication: { acr: SCA, amr: ["pwd", "otp", "mfa"], authTime },
  });
  const tokens = await tpp.redeem(await backAtTpp(world, browser, redirectTo));
  expect(tokens.claims()?.["acr"]).toBe(SCA);
  expect(tokens.scope).toBe("payments");
});
