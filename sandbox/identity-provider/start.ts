import { hkdfSync } from "node:crypto";
import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { openSchema } from "../database.ts";
import { signingKey } from "../pki.ts";
import { createLog, listen, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { createFactorsApi } from "./factors/factors-api.ts";
import { createLockout } from "./lockout.ts";
import { logOutEverywhere } from "./log-out-everywhere.ts";
import { createCeremony } from "./passkeys/ceremony.ts";
import { createOwnSignIn } from "./passkeys/own-sign-in.ts";
import { createPasswordCheck, seedPeople } from "./people.ts";
import { createSandboxPhones } from "./phone.ts";
import { createProvider } from "./provider.ts";
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
  const provider = await createProvider(topology, sql, log);
  const { d } = await signingKey(topology.pkiFolder, "identity-provider");
  const ownSignIn = await createOwnSignIn(topology);
  const phones = createSandboxPhones();
  const pages = getRequestListener(
    createSignInPages({
      provider,
      sql,
      log,
      origin: topology.identityProvider,
      phones,
      ownSignIn,
      logOutEverywhere: logOutEverywhere(provider, log),
      ceremony: createCeremony(new URL(topology.appOrigin).hostname, topology.identityProvider),
      lockout: createLockout(sql, Buffer.from(hkdfSync("sha256", d ?? "", "", "identity-provider user names", 32))),
      checkPassword: await createPasswordCheck(sql),
    }).fetch,
  );
  const oidc = provider.callback();
  const forBrowsers = guard(topology.identityProvider, ["/authorize", "/.well-known"], oidc, pages);
  const forMachines = guard(topology.identityProviderTls, ["/token", "/jwks", "/userinfo", "/.well-known"], oidc);
  const listeners = [
    await listen("identityProvider", topology.ports.identityProvider, forBrowsers),
    await listen("identityProviderTls", topology.ports.identityProviderTls, forMachines, {
      ...tlsIdentity(topology.pkiFolder, "identity-provider"),
      clientCertificate: "none",
    }),
    await listen(
      "identityProviderFactors",
      topology.ports.identityProviderFactors,
      getRequestListener(createFactorsApi({ sql, log, phones }).fetch),
      { ...tlsIdentity(topology.pkiFolder, "identity-provider"), clientCertificate: "required" },
    ),
  ];
  const stopSweeper = startSweeper(sql, log);
  return {
    async close() {
      stopSweeper();
      await Promise.all(listeners.map((listener) => listener.close()));
      await ownSignIn.close();
      await sql.end({ timeout: 2 });
    },
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
