import { afterAll, beforeAll, expect, test } from "vitest";
import { createBrowser } from "./testing/browser.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { handoffIn, isConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;

beforeAll(async () => {
  world = await startWorld();
  tpp = await createTppClient(world.topology, "tpp-beacon");
});

afterAll(async () => {
  await tpp?.close();
  await world?.close();
});

test("an account-access consent becomes a certificate-bound token for exactly what was granted", async () => {
  const consentId = await world.intent();
  const browser = createBrowser();
  const page = await browser.follow(await tpp.authorize(consentId), isConsentPage(world.topology));
  expect(page.searchParams.get("consent_type")).toBe("account_access");
  const { loginId, loginState } = handoffIn(page);
  const answered = await world.handoffs.decide(loginId, loginState, {
    kind: "accept",
    accountIds: ["acc-grace-main"],
    grantedScopes: ["openid", "accounts"],
  });
  if (answered.outcome !== "answered") throw new Error(answered.outcome);
  const callback = await browser.follow(answered.redirectTo, (url) => url.origin === world.topology.tpp);
  const tokens = await tpp.redeem(callback);
  expect(tokens).toMatchObject({ token_type: "bearer", scope: "accounts", refresh_token: expect.any(String) });
  expect(tokens.claims()).toMatchObject({ openbanking_intent_id: consentId, acr: "urn:openbanking:psd2:sca" });
});
