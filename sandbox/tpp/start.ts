import { getRequestListener } from "@hono/node-server";
import { openSchema } from "../database.ts";
import { TPPS } from "../personas.ts";
import { createLog, listen, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { createDeskStore } from "./events/desk-store.ts";
import { createEventDesk } from "./events/event-desk.ts";
import { createNotificationStore } from "./events/notification-store.ts";
import { createEventReader } from "./events/read-event.ts";
import { createReceiver } from "./events/receiver.ts";
import { loadIdentities } from "./protocol/tpp-identity.ts";
import { createDecoupledNotifications } from "./routes/decoupled-notifications.ts";
import { createWorkbench } from "./routes/workbench.ts";
import { createRunStore } from "./runs/run-store.ts";
import { SCHEMA } from "./schema.ts";

/** Starts the TPP workbench: plain http for browsers, and TLS without a client certificate where the bank brings events. */
export async function start(topology: Topology): Promise<{ close(): Promise<void> }> {
  const { ports, pkiFolder } = topology;
  const identities = await loadIdentities(pkiFolder);
  const sql = await openSchema(topology.databaseUrl, "tpp", SCHEMA);
  const bench = { topology, identities };
  const notifications = createNotificationStore(sql);
  const reader = createEventReader(topology);
  const log = createLog("tpp");
  const runs = createRunStore(sql);
  const workbench = createWorkbench({
    bench,
    runs,
    desk: createEventDesk(bench),
    desks: createDeskStore(sql),
    notifications,
    reader,
    log,
  });
  const receiver = createReceiver({ reader, notifications, log });
  receiver.route("/", createDecoupledNotifications(runs, log));
  // One address for both companies, as a provider of such a service would have it; `aud` says whose an event is.
  const tls = { ...tlsIdentity(pkiFolder, TPPS.beacon.id), clientCertificate: "none" } as const;
  const listeners = await Promise.all([
    listen("tpp", ports.tpp, getRequestListener(workbench.fetch)),
    listen("tppTls", ports.tppTls, getRequestListener(receiver.fetch), tls),
  ]);
  return {
    async close() {
      await Promise.all(listeners.map((listener) => listener.close()));
      await Promise.all([reader.close(), ...Object.values(identities).map(({ dispatcher }) => dispatcher.close())]);
      await sql.end();
    },
  };
}
