import { hkdfSync } from "node:crypto";
import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "pino";
import { type Database, openSchema } from "../database.ts";
import { signingKey } from "../pki.ts";
import { createLog, listen, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { createFactorsApi } from "./factors/factors-api.ts";
import { createLockout } from "./lockout.ts";
import { logOutEverywhere } from "./log-out-everywhere.ts";
import { createCeremony } from "./passkeys/ceremony.ts";
import { createOwnSignIn } from "./passkeys/own-sign-in.ts";
import { createPasswordCheck, seedPeople } from "./people.ts";
import { createSandboxPhones, type SandboxPhones } from "./phone.ts";
import { createProvider } from "./provider.ts";
import { type Realm, realmsOf } from "./realm.ts";
import { SCHEMA } from "./schema.ts";
import { createSignInPages } from "./sign-in-pages.ts";
import { startSweeper } from "./sweeper.ts";

/**
 * Starts the bank's identity provider: pages and authorization endpoint for browsers, token endpoint and keys over
 * TLS for relying parties, factors over mutual TLS for the consent page.
 *
 * @throws Error when the database or a port cannot be had.
 */
export async function start(topology: Topology): Promise<{ close(): Promise<void> }> {
  const log = createLog("identity-provider");
  const sql = await openSchema(topology.databaseUrl, "identity_provider", SCHEMA);
  await seedPeople(sql);
  const phones = createSandboxPhones();
  const { customers, staff } = await realmsOf(topology);
  const forCustomers = await openRealm(topology, customers, { sql, log, phones });
  const forStaff = await openRealm(topology, staff, { sql, log, phones });
  const certificate = { ...tlsIdentity(topology.pkiFolder, "identity-provider") };
  const { ports } = topology;
  const listeners = [
    await listen("identityProvider", ports.identityProvider, forCustomers.browsers),
    await listen("identityProviderTls", ports.identityProviderTls, forCustomers.machines, {
      ...certificate,
      clientCertificate: "none",
    }),
    await listen("staffLogin", ports.staffLogin, forStaff.browsers),
    await listen("staffLoginTls", ports.staffLoginTls, forStaff.machines, {
      ...certificate,
      clientCertificate: "none",
    }),
    await listen(
      "identityProviderFactors",
      ports.identityProviderFactors,
      getRequestListener(createFactorsApi({ sql, log, phones }).fetch),
      { ...certificate, clientCertificate: "required" },
    ),
  ];
  const stopSweeper = startSweeper(sql, log);
  return {
    async close() {
      stopSweeper();
      await Promise.all(listeners.map((listener) => listener.close()));
      await Promise.all([forCustomers.close(), forStaff.close()]);
      await sql.end({ timeout: 2 });
    },
  };
}

/** One realm: its pages and its OIDC endpoints, for browsers and for machines. */
async function openRealm(
  topology: Topology,
  realm: Realm,
  { sql, log, phones }: { readonly sql: Database; readonly log: Logger; readonly phones: SandboxPhones },
) {
  const provider = await createProvider(topology, realm, sql, log);
  const { d } = await signingKey(topology.pkiFolder, "identity-provider");
  const ownSignIn = await createOwnSignIn(realm, topology.pkiFolder);
  const pages = getRequestListener(
    createSignInPages({
      provider,
      sql,
      log,
      origin: realm.issuer,
      of: realm.of,
      phones,
      ownSignIn,
      logOutEverywhere: logOutEverywhere(provider, log),
      ceremony: createCeremony(new URL(topology.appOrigin).hostname, realm.issuer),
      lockout: createLockout(sql, Buffer.from(hkdfSync("sha256", d ?? "", "", "identity-provider user names", 32))),
      checkPassword: await createPasswordCheck(sql, realm.of),
    }).fetch,
  );
  const oidc = provider.callback();
  return {
    browsers: guard(realm.issuer, ["/authorize", "/.well-known"], oidc, pages),
    machines: guard(realm.machines, ["/token", "/jwks", "/userinfo", "/.well-known"], oidc),
    close: () => ownSignIn.close(),
  };
}

/**
 * Sends each request to the OIDC library or the pages. The Host must be the one that this listener is known by: the
 * library builds addresses from it, and a page that was reached through another name (DNS rebinding) is not ours.
 */
function guard(
  origin: string,
  oidcPaths: readonly string[],
  oidc: RequestListener,
  pages?: RequestListener,
): RequestListener {
  const { host } = new URL(origin);
  return (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (path === "/healthz") return answer(200, { status: "ok" });
    if (request.headers.host !== host) return answer(421, { error: "misdirected request" });
    if (oidcPaths.some((known) => path === known || path.startsWith(`${known}/`))) return oidc(request, response);
    return pages ? pages(request, response) : answer(404, { error: "not found" });
  };
}
