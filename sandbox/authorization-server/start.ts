import { getRequestListener } from "@hono/node-server";
import { listen, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { assemble } from "./assemble.ts";
import { DECOUPLED_PATH } from "./decoupled/ciba.ts";
import { startPinging } from "./decoupled/ping.ts";
import { startPushing } from "./events/pusher.ts";
import { CALLBACK_PATH } from "./federation/federation.ts";
import { ROUTES } from "./provider/discovery.ts";
import { onlyForAllowed, routed, servedAs } from "./routing.ts";
import { startFollowingList } from "./suspensions/follow-list.ts";
import { startSweeping } from "./sweeper.ts";

/** Starts the authorization server on its three listeners. */
export async function start(topology: Topology): Promise<{ close(): Promise<void> }> {
  const { ports, pkiFolder } = topology;
  const tls = tlsIdentity(pkiFolder, "authorization-server");
  const server = await assemble(topology);
  const oauth = server.provider.callback();
  const browser = {
    [CALLBACK_PATH]: getRequestListener(server.federationCallback.fetch),
    [`${DECOUPLED_PATH}/`]: getRequestListener(server.decoupledPages.fetch),
  };
  const tpp = { "/open-banking/": getRequestListener(server.intentApi.fetch) };
  const internal = routed(
    {
      "/default/system/oauth2/token": servedAs(ROUTES.token, oauth),
      "/default/system/.well-known/jwks.json": servedAs(ROUTES.jwks, oauth),
    },
    getRequestListener(server.internalApi.fetch),
  );
  const listeners = await Promise.all([
    listen("authorizationServer", ports.authorizationServer, routed(browser, oauth)),
    listen("authorizationServerMtls", ports.authorizationServerMtls, routed(tpp, oauth), {
      ...tls,
      clientCertificate: "asked",
    }),
    listen("authorizationServerInternal", ports.authorizationServerInternal, routed({}, onlyForAllowed(internal)), {
      ...tls,
      clientCertificate: "required",
    }),
  ]);
  const sweeping = startSweeping(server.sql, server.consents, server.log);
  const pinging = startPinging({ sql: server.sql, provider: server.provider, ca: tls.ca, log: server.log });
  const pushing = startPushing(server.sql, server.eventPush, server.log);
  const following = startFollowingList({
    sql: server.sql,
    consentApp: topology.appOrigin,
    issuer: topology.issuer,
    signingKey: server.signingKey,
    log: server.log,
  });
  return {
    async close() {
      await Promise.all([
        ...listeners.map((listener) => listener.close()),
        sweeping.stop(),
        pinging.stop(),
        pushing.stop(),
        following.stop(),
      ]);
      await server.close();
    },
  };
}
