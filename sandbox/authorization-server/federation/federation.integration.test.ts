import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CUSTOMERS } from "../../personas.ts";
import { createBrowser } from "../testing/browser.ts";
import { createTppClient, type TppClient } from "../testing/tpp-client.ts";
import { backAtTpp, reachConsentPage, startWorld, type World } from "../testing/world.ts";

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

afterEach(() => {
  world.script.acr = "urn:openbanking:psd2:sca";
  for (const fault of ["error", "tokenEndpointFails", "nonce", "down", "loggedInAgo"] as const)
    delete world.script[fault];
});

/** An authorisation whose log-in goes as the script says, up to the TPP. */
async function failedLogin() {
  const consentId = await world.intent();
  const at = await backAtTpp(world, createBrowser(), await tpp.authorize(consentId));
  const answer = Object.fromEntries(new URLSearchParams(at.hash.slice(1)));
  return { answer, status: (await world.consents.get(consentId))?.status };
}
/** A browser that was just sent to log in. */
async function atLogin() {
  const browser = createBrowser();
  const address = await browser.follow(
    await tpp.authorize(await world.intent()),
    (url) => url.origin === world.topology.identityProvider,
  );
  return { browser, address };
}
/** The address that the identity provider sends a browser back to. */
async function callbackOf(address: URL) {
  const { location } = await createBrowser().open(address);
  if (!location) throw new Error("no redirect");
  return location;
}

test("the identity provider is asked for strong authentication, anew, with PKCE and a nonce", async () => {
  const { address } = await atLogin();
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    client_id: "authorization-server",
    response_type: "code",
    redirect_uri: `${world.topology.issuer}/federation/callback`,
    scope: "openid",
    acr_values: "urn:openbanking:psd2:sca",
    prompt: "login",
    max_age: "600",
    code_challenge_method: "S256",
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test("a customer who will not log in refuses", async () => {
  world.script.error = "access_denied";
  expect(await failedLogin()).toMatchObject({ answer: { error: "access_denied" }, status: "rejected" });
});

test.each([
  ["is overloaded", { error: "temporarily_unavailable" }, "temporarily_unavailable"],
  ["answers an error of its own", { error: "invalid_scope" }, "server_error"],
  ["redeems no code", { tokenEndpointFails: true }, "temporarily_unavailable"],
  ["is down before the browser is sent there", { down: true }, "temporarily_unavailable"],
  ["answers for another log-in", { nonce: "another" }, "temporarily_unavailable"],
  // A browser can take `prompt=login` out of the address on its way.
  ["logged nobody in for it, but somebody an hour ago", { loggedInAgo: 3600 }, "temporarily_unavailable"],
  ["does not say when it was", { loggedInAgo: Number.NaN }, "temporarily_unavailable"],
  ["did less than was asked", { acr: "urn:openbanking:psd2:ca" }, "unmet_authentication_requirements"],
])("when the identity provider %s, the TPP learns it and the consent waits on", async (_name, fault, error) => {
  Object.assign(world.script, fault);
  expect(await failedLogin()).toMatchObject({
    answer: { error, state: tpp.state },
    status: "awaiting_authorisation",
  });
});

test("a log-in is finished only by the browser that began it, and once", async () => {
  const { browser, address } = await atLogin();
  const callback = await callbackOf(address);
  const stranger = await createBrowser().open(callback);
  expect(stranger.status).toBe(400);
  expect(stranger.text).toContain("We could not continue");
  const [name = ""] = Object.keys(browser.cookies(callback));
  expect(name).toMatch(/^federation_/);
  expect((await createBrowser({ [name]: "made-up" }).open(callback)).status).toBe(400);
  const own = await browser.open(callback);
  expect(own.status).toBe(303);
  expect((await browser.open(callback)).status).toBe(400);
});

test("a log-in of one interaction does not answer another", async () => {
  const [mine, theirs] = [await atLogin(), await atLogin()];
  const swapped = await callbackOf(mine.address);
  swapped.searchParams.set("state", theirs.address.searchParams.get("state") ?? "");
  expect((await mine.browser.open(swapped)).status).toBe(400);
  // Even in the right browser: the code was issued for the other log-in's PKCE challenge and nonce.
  const at = await backAtTpp(world, theirs.browser, swapped);
  expect(new URLSearchParams(at.hash.slice(1)).get("error")).toBe("temporarily_unavailable");
});

test("two log-ins in two tabs of one browser both come to their consent page", async () => {
  const browser = createBrowser();
  const isLogin = (url: URL) => url.origin === world.topology.identityProvider;
  const first = await browser.follow(await tpp.authorize(await world.intent()), isLogin);
  const second = await browser.follow(await tpp.authorize(await world.intent()), isLogin);
  for (const address of [second, first]) {
    const { loginId, loginState } = await reachConsentPage(world, browser, address);
    expect(await world.handoffs.find(loginId, loginState)).toMatchObject({ subject: CUSTOMERS.grace.id });
  }
});

test("a callback without state, or with a made-up one, gets a page", async () => {
  for (const query of ["", "?state=made-up&code=x"]) {
    expect((await createBrowser().open(`${world.topology.issuer}/federation/callback${query}`)).status).toBe(400);
  }
});
