import { getRequestListener } from "@hono/node-server";
import { openSchema } from "../database.ts";
import { publicSigningKey, signingKey } from "../pki.ts";
import { createLog, listen, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { createEntries, SCHEMA } from "./entries.ts";
import { createPages } from "./pages.ts";
import { createRegister } from "./register.ts";

/** Starts the register of TPPs: signed for machines over TLS, and pages for people. */
export async function start(topology: Topology): Promise<{ close(): Promise<void> }> {
  const { pkiFolder, ports } = topology;
  const sql = await openSchema(topology.databaseUrl, "directory", SCHEMA);
  const [key, publicKey] = await Promise.all([
    signingKey(pkiFolder, "directory"),
    publicSigningKey(pkiFolder, "directory"),
  ]);
  const entries = createEntries(sql);
  const log = createLog("directory");
  const register = createRegister({ entries, issuer: topology.directory, key, publicKey, pkiFolder });
  const pages = createPages({ entries, origin: topology.directory, pkiFolder, log });
  const tls = { ...tlsIdentity(pkiFolder, "directory"), clientCertificate: "none" as const };
  const listeners = await Promise.all([
    listen("directory", ports.directory, getRequestListener(pages.fetch)),
    listen("directoryTls", ports.directoryTls, getRequestListener(register.fetch), tls),
  ]);
  return {
    async close() {
      await Promise.all(listeners.map((listener) => listener.close()));
      await sql.end();
    },
  };
}
