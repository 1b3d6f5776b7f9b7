import { request as httpRequest } from "node:http";
import { importJWK, SignJWT } from "jose";
import { fetch } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { signingKey } from "../pki.ts";
import { arrive, arriveAtCode, startWorld, type World } from "./testing.ts";

const { arun } = CUSTOMERS;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

const get = (url: string) => fetch(url, { dispatcher: world.dispatcher });

test("discovery says the same whichever listener is asked: TLS for machines, the browser's origin for browsers", async () => {
  const { identityProvider, identityProviderTls } = world.topology;
  const answers = await Promise.all(
    [identityProvider, identityProviderTls].map(async (origin) => {
      const response = await get(`${origin}/.well-known/openid-configuration`);
      return (await response.json()) as Record<string, unknown>;
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({
    issuer: identityProvider,
    authorization_endpoint: `${identityProvider}/authorize`,
    token_endpoint: `${identityProviderTls}/token`,
    jwks_uri: `${identityProviderTls}/jwks`,
    userinfo_endpoint: `${identityProviderTls}/userinfo`,
    acr_values_supported: ["urn:openbanking:psd2:sca", "urn:openbanking:psd2:ca"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    code_challenge_methods_supported: ["S256"],
  });
});

test("what carries keys and codes is not served in the clear, and sign-in is not served to machines", async () => {
  const { identityProvider, identityProviderTls } = world.topology;
  for (const path of ["/token", "/jwks", "/userinfo"]) {
    expect((await get(`${identityProvider}${path}`)).status).toBe(404);
  }
  const keys = (await (await get(`${identityProviderTls}/jwks`)).json()) as { keys: object[] };
  expect(keys.keys).toHaveLength(1);
  expect(keys.keys[0]).not.toHaveProperty("d");
  for (const path of ["/authorize", "/sign-in/x", "/phone"]) {
    expect((await get(`${identityProviderTls}${path}`)).status).toBe(404);
  }
});

test("both listeners say that they are healthy", async () => {
  for (const origin of [world.topology.identityProvider, world.topology.identityProviderTls]) {
    const response = await get(`${origin}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  }
});

test("a name that is not ours is refused", async () => {
  const { identityProvider } = world.topology.ports;
  const status = await new Promise((resolve, reject) => {
    const headers = { host: `evil.example:${identityProvider}` };
    httpRequest({ host: "127.0.0.1", port: identityProvider, path: "/phone", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("error", reject)
      .end();
  });
  expect(status).toBe(421);
});

test("an acr that cannot be met is an error before anyone types a password", async () => {
  const { request, browser } = await arrive(world, { acr_values: "urn:example:gold" });
  await expect(request.redeem(browser.url)).rejects.toMatchObject({ error: "unmet_authentication_requirements" });
  const either = await arrive(world, { acr_values: "urn:example:gold urn:openbanking:psd2:sca" });
  expect(either.browser.html).toContain("<h1>Sign in</h1>");
});

test("prompt=none is login_required; a request without PKCE is refused", async () => {
  const silent = await arrive(world, { prompt: "none" });
  await expect(silent.request.redeem(silent.browser.url)).rejects.toMatchObject({ error: "login_required" });
  const { url, redeem } = await world.relyingParty.request();
  url.searchParams.delete("code_challenge");
  url.searchParams.delete("code_challenge_method");
  const browser = await world.newBrowser().open(url);
  await expect(redeem(browser.url)).rejects.toMatchObject({ error: "invalid_request" });
});

test("an unknown client or return address gets a page of ours and no redirect", async () => {
  for (const extra of [{ client_id: "stranger" }, { redirect_uri: "https://evil.example/callback" }]) {
    const { browser } = await arrive(world, extra);
    expect(browser.url.origin).toBe(world.topology.identityProvider);
    expect(browser.status).toBe(400);
    expect(browser.html).toContain("This sign-in cannot go on");
    expect(browser.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  }
});

test("a form from another origin, or from none, is refused", async () => {
  const { browser } = await arrive(world);
  const page = browser.url.pathname;
  const fields = { username: arun.username, password: arun.password };
  for (const from of ["https://evil.example", "null", world.topology.issuer, ""]) {
    await browser.submit(fields, page, from);
    expect([from, browser.status]).toEqual([from, 403]);
    expect(browser.cookies()).not.toContain("second_step");
  }
  await browser.submit(fields, page);
  expect(browser.cookies()).toContain("second_step");
});

test("a sign-in that another browser started shows nothing", async () => {
  const { browser } = await arrive(world);
  const other = await world.newBrowser().open(browser.url);
  expect(other.status).toBe(400);
  expect(other.html).toContain("This sign-in is over");
});

test("every page without a passkey on it forbids caching, framing, scripts and foreign content", async () => {
  const { browser } = await arriveAtCode(world, arun);
  const pages = [
    (await arrive(world)).browser,
    browser,
    await world.newBrowser().open("/phone"),
    await world.newBrowser().open("/nothing-here"),
    await world.newBrowser().open("/sign-in/unknown"),
  ];
  for (const { url, headers, html } of pages) {
    expect([url.pathname, headers.get("cache-control")]).toEqual([url.pathname, "no-store"]);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("script-src");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(html).not.toContain("<script");
  }
});

test("a code is redeemed once, however many try at the same moment, and a second try ends its token", async () => {
  const { request, browser } = await arriveAtCode(world, arun);
  await browser.submit({ code: await browser.readCode() });
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => request.redeem(browser.url)));
  const won = tries.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  expect(won).toHaveLength(1);
  await expect(request.redeem(browser.url)).rejects.toMatchObject({ error: "invalid_grant" });
  await expect(world.relyingParty.userinfo(won[0]?.access_token ?? "", arun.id)).rejects.toThrow();
});

test("a client assertion works once, and only when the client's own key signed it", async () => {
  const { topology, dispatcher } = world;
  const assertion = async (holder: string) =>
    new SignJWT({ jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: "PS256", kid: "authorization-server-1" })
      .setIssuer("authorization-server")
      .setSubject("authorization-server")
      .setAudience(topology.identityProvider)
      .setIssuedAt()
      .setExpirationTime("1m")
      .sign(await importJWK(await signingKey(topology.pkiFolder, holder), "PS256"));
  const send = async (client_assertion: string) => {
    const response = await fetch(`${topology.identityProviderTls}/token`, {
      method: "POST",
      dispatcher,
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: "no-such-code",
        redirect_uri: `${topology.issuer}/federation/callback`,
        client_id: "authorization-server",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion,
      }),
    });
    return ((await response.json()) as { error: string }).error;
  };
  const own = await assertion("authorization-server");
  const errors = await Promise.all([send(own), send(own), send(own), send(own)]);
  expect(errors.toSorted()).toEqual(["invalid_client", "invalid_client", "invalid_client", "invalid_grant"]);
  expect(await send(await assertion("tpp-beacon"))).toBe("invalid_client");
});
