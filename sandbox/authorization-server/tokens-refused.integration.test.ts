import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CERTIFICATE_SUBJECTS, createAuthority, issueCertificate, signingKey } from "../pki.ts";
import { tlsIdentity } from "../service.ts";
import { createMachine, type Machine } from "./testing/machine.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { authorised, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;
let tallybookClient: TppClient;
const machines = {} as Record<"beacon" | "tallybook" | "bank" | "app" | "stranger" | "nobody", Machine>;

beforeAll(async () => {
  world = await startWorld();
  const { pkiFolder } = world.topology;
  tpp = await createTppClient(world.topology, "tpp-beacon");
  tallybookClient = await createTppClient(world.topology, "tpp-tallybook");
  const { ca } = tlsIdentity(pkiFolder, "app");
  machines.beacon = createMachine(ca, tlsIdentity(pkiFolder, "tpp-beacon"));
  machines.tallybook = createMachine(ca, tlsIdentity(pkiFolder, "tpp-tallybook"));
  machines.bank = createMachine(ca, tlsIdentity(pkiFolder, "bank"));
  machines.app = createMachine(ca, tlsIdentity(pkiFolder, "app"));
  // The right subject from the wrong authority.
  const elsewhere = await createAuthority("Another Root");
  machines.stranger = createMachine(ca, await issueCertificate(elsewhere, CERTIFICATE_SUBJECTS["tpp-beacon"]));
  machines.nobody = createMachine(ca);
});

afterAll(async () => {
  await Promise.all([tpp?.close(), tallybookClient?.close(), ...Object.values(machines).map((one) => one.close())]);
  await world?.close();
});

const endpoint = (path: string) => `${world.topology.authorizationServerMtls}/oauth2/${path}`;
const newCode = async () => {
  const callback = await authorised(world, tpp, await world.intent());
  return new URLSearchParams(callback.hash.slice(1)).get("code") ?? "";
};
const codeForm = (code: string) => ({
  grant_type: "authorization_code",
  client_id: "tpp-beacon",
  redirect_uri: tpp.redirectUri,
  code,
});
const isActive = async (token: string) =>
  (await machines.bank.post(endpoint("introspect"), { client_id: "bank", token })).body.active;

describe("the certificate at the token endpoint", () => {
  const clientCredentials = { grant_type: "client_credentials", client_id: "tpp-beacon", scope: "accounts" };

  test.each(["nobody", "tallybook", "bank", "stranger"] as const)("of %s is not beacon's", async (who) => {
    const answer = await machines[who].post(endpoint("token"), clientCredentials);
    expect(answer).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });

  test.each(["nobody", "tallybook", "stranger"] as const)("of %s does not redeem beacon's code", async (who) => {
    const code = await newCode();
    const answer = await machines[who].post(endpoint("token"), codeForm(code));
    expect(answer).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    expect((await machines.beacon.post(endpoint("token"), codeForm(code))).status).toBe(200);
  });

  test("is asked of a client that signs assertions, and must be its own", async () => {
    const key = await signingKey(world.topology.pkiFolder, "tpp-tallybook");
    const form = async () => ({
      grant_type: "client_credentials",
      scope: "accounts",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await new SignJWT({ jti: randomUUID() })
        .setProtectedHeader({ alg: "PS256", kid: key.kid as string })
        .setIssuer("tpp-tallybook")
        .setSubject("tpp-tallybook")
        .setAudience(world.topology.issuer)
        .setExpirationTime("1m")
        .sign(await importJWK(key, "PS256")),
    });
    for (const who of ["nobody", "beacon", "stranger"] as const) {
      const answer = await machines[who].post(endpoint("token"), await form());
      expect(answer).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    }
    const once = await form();
    const both = await Promise.all([1, 2].map(() => machines.tallybook.post(endpoint("token"), once)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await machines.tallybook.post(endpoint("token"), once)).body).toMatchObject({ error: "invalid_client" });
  });
});

describe("a code", () => {
  test("used twice ends its tokens, and its consent has no live grant any more", async () => {
    const code = await newCode();
    const first = await machines.beacon.post(endpoint("token"), codeForm(code));
    expect(await isActive(first.body.access_token)).toBe(true);
    const second = await machines.beacon.post(endpoint("token"), codeForm(code));
    expect(second).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await isActive(first.body.access_token)).toBe(false);
    expect(await isActive(first.body.refresh_token)).toBe(false);
    const live = await world.sql`select 1 from consent_grant where ended_at is null
      and created_at > now() - interval '1 minute' and grant_id not in (select id from artifact where kind = 'Grant')`;
    expect(live).toHaveLength(0);
  });

  test("redeemed eight times at once gives one success", async () => {
    const code = await newCode();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => machines.beacon.post(endpoint("token"), codeForm(code))),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400, 400, 400]);
    for (const { body } of all.filter(({ status }) => status === 400)) expect(body.error).toBe("invalid_grant");
  });

  test("is worth nothing to another client or at another address", async () => {
    const code = await newCode();
    const elsewhere = { ...codeForm(code), redirect_uri: "https://evil.example/callback" };
    expect((await machines.beacon.post(endpoint("token"), elsewhere)).body.error).toBe("invalid_grant");
    const stolen = tallybookClient.configuration;
    const { genericGrantRequest } = await import("openid-client");
    const request = genericGrantRequest(stolen, "authorization_code", {
      code,
      redirect_uri: tpp.redirectUri,
      code_verifier: tallybookClient.codeVerifier,
    });
    await expect(request).rejects.toMatchObject({ error: "invalid_grant" });
  });

  test("dies with its consent", async () => {
    const consentId = await world.intent();
    const callback = await authorised(world, tpp, consentId);
    await world.consents.delete(consentId);
    const code = new URLSearchParams(callback.hash.slice(1)).get("code") ?? "";
    expect((await machines.beacon.post(endpoint("token"), codeForm(code))).body.error).toBe("invalid_grant");
  });
});

describe("introspection and revocation", () => {
  test("of another TPP's token tell nothing", async () => {
    const { access_token } = (await machines.beacon.post(endpoint("token"), codeForm(await newCode()))).body;
    const { tokenIntrospection, tokenRevocation } = await import("openid-client");
    expect(await tokenIntrospection(tallybookClient.configuration, access_token)).toEqual({ active: false });
    await tokenRevocation(tallybookClient.configuration, access_token).catch(() => undefined);
    expect(await isActive(access_token)).toBe(true);
  });

  test("need the caller's own certificate", async () => {
    const answer = await machines.beacon.post(endpoint("introspect"), { client_id: "bank", token: "any" });
    expect(answer).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });

  test("a TPP may end its own token", async () => {
    const { access_token } = (await machines.beacon.post(endpoint("token"), codeForm(await newCode()))).body;
    const form = { client_id: "tpp-beacon", token: access_token };
    expect((await machines.beacon.post(endpoint("revoke"), form)).status).toBe(200);
    expect(await isActive(access_token)).toBe(false);
  });
});

describe("the bank's own services", () => {
  const at = () => `${world.topology.authorizationServerInternal}/default/system/oauth2/token`;
  const form = (client_id: string, scope: string) => ({ grant_type: "client_credentials", client_id, scope });

  test("get tokens for the consent API on the internal listener", async () => {
    const scope = "manage_openbanking_consents view_clients";
    const answer = await machines.app.post(at(), form("assent", scope));
    expect(answer).toMatchObject({ status: 200, body: { token_type: "Bearer", scope } });
    const forBank = await machines.bank.post(at(), form("bank", scope));
    expect(forBank.body.scope).toBe("manage_openbanking_consents");
  });

  test("get nothing of a TPP's, nor a TPP of theirs", async () => {
    expect((await machines.app.post(endpoint("token"), form("assent", "accounts"))).body.scope).toBeUndefined();
    const reach = form("tpp-beacon", "manage_openbanking_consents accounts");
    expect((await machines.beacon.post(endpoint("token"), reach)).body.scope).toBe("accounts");
    const target = { ...form("tpp-beacon", "manage_openbanking_consents"), resource: "urn:northlight:consents" };
    expect((await machines.beacon.post(endpoint("token"), target)).body.error).toBe("invalid_target");
  });

  test("are alone on the internal listener", async () => {
    const answer = await machines.beacon.post(at(), form("tpp-beacon", "accounts"));
    expect(answer.status).toBe(403);
    await expect(machines.nobody.get(`${world.topology.authorizationServerInternal}/healthz`)).rejects.toThrow();
    expect((await machines.app.get(`${world.topology.authorizationServerInternal}/healthz`)).body).toEqual({
      status: "ok",
    });
  });
});
