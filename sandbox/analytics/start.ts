import { getRequestListener } from "@hono/node-server";
import { openSchema } from "../database.ts";
import { createLog, listen, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { createEventReader } from "./event.ts";
import { createReceiver } from "./receiver.ts";
import { SCHEMA } from "./schema.ts";

/** Starts the receiver of the bank's own events on `topology.ports.analytics`, over TLS. */
export async function start(topology: Topology): Promise<{ close(): Promise<void> }> {
  const sql = await openSchema(topology.databaseUrl, "analytics", SCHEMA);
  // By number, because Node leaves names below `localhost` to the system, which may not know them.
  const keys = new URL(`http://127.0.0.1:${topology.ports.app}/.well-known/jwks.json`);
  const receiver = createReceiver({ sql, read: createEventReader(keys), log: createLog("analytics") });
  const tls = { ...tlsIdentity(topology.pkiFolder, "analytics"), clientCertificate: "none" as const };
  const listening = await listen("analytics", topology.ports.analytics, getRequestListener(receiver.fetch), tls);
  return {
    async close() {
      await listening.close();
      await sql.end();
    },
  };
}
