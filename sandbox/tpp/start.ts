import { getRequestListener } from "@hono/node-server";
import { openSchema } from "../database.ts";
import { createLog, listen } from "../service.ts";
import type { Topology } from "../topology.ts";
import { loadIdentities } from "./protocol/tpp-identity.ts";
import { createWorkbench } from "./routes/workbench.ts";
import { createRunStore } from "./runs/run-store.ts";
import { SCHEMA } from "./schema.ts";

/** Starts the TPP workbench on `topology.ports.tpp`, plain http, for browsers. */
export async function start(topology: Topology): Promise<{ close(): Promise<void> }> {
  const identities = await loadIdentities(topology.pkiFolder);
  const sql = await openSchema(topology.databaseUrl, "tpp", SCHEMA);
  const workbench = createWorkbench({
    bench: { topology, identities },
    runs: createRunStore(sql),
    log: createLog("tpp"),
  });
  const listening = await listen("tpp", topology.ports.tpp, getRequestListener(workbench.fetch));
  return {
    async close() {
      await listening.close();
      await Promise.all(Object.values(identities).map((identity) => identity.dispatcher.close()));
      await sql.end();
    },
  };
}
