import { getRequestListener } from "@hono/node-server";
import { createLog, listen, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { connectAuthorizationServer } from "./authorization-server.ts";
import { createBook } from "./core/book.ts";
import { createIntrospection } from "./gateway/access-token.ts";
import { gatewayApp } from "./gateway/app.ts";
import { lookupApp } from "./lookup/app.ts";

/** Starts the bank: the API gateway for TPPs and the account look-up for the consent app. */
export async function start(
  topology: Topology,
  now: () => Date = () => new Date(),
): Promise<{ close(): Promise<void> }> {
  const log = createLog("bank");
  const tls = tlsIdentity(topology.pkiFolder, "bank");
  const connection = connectAuthorizationServer(topology);
  const book = createBook(async () => []);
  const introspect = createIntrospection(connection, `${topology.authorizationServerMtls}/oauth2/introspect`);
  const gateway = gatewayApp({ book, introspect, origin: topology.bankGateway, now }, log);
  const lookup = lookupApp(book, now, log);
  const listeners = await Promise.all([
    listen("bankGateway", topology.ports.bankGateway, getRequestListener(gateway.fetch), {
      ...tls,
      clientCertificate: "asked",
    }),
    listen("bankInternal", topology.ports.bankInternal, getRequestListener(lookup.fetch), {
      ...tls,
      clientCertificate: "required",
    }),
  ]);
  return {
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
      await connection.close();
    },
  };
}
