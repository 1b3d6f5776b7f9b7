import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { openSchema } from "../../sandbox/database.ts";
import { createFactorsApi } from "../../sandbox/identity-provider/factors/factors-api.ts";
import { seedPeople } from "../../sandbox/identity-provider/people.ts";
import type { Message } from "../../sandbox/identity-provider/phone.ts";
import { SCHEMA } from "../../sandbox/identity-provider/schema.ts";
import { listen, tlsIdentity } from "../../sandbox/service.ts";
import type { Topology } from "../../sandbox/topology.ts";

/** The phones of all customers: they are no part of what is killed. */
export interface Phone {
  /** The code of the message that a page speaks of; undefined where none arrived. */
  codeFor(page: string): string | undefined;
  close(): Promise<void>;
}

/**
 * The identity provider's own service for factors, with phones that forget nothing: at the sandbox's only the last few
 * messages of a customer stay, and here many of one customer's requests are confirmed at once.
 */
export async function startPhone(topology: Topology): Promise<Phone> {
  const codes = new Map<string, string>();
  const sql = await openSchema(topology.databaseUrl, "identity_provider", SCHEMA);
  await seedPeople(sql);
  const deliver = (_: unknown, message: Message) => {
    if ("code" in message) codes.set(message.reference, message.code);
  };
  const phones = { deliver, inboxes: () => [] };
  const { fetch } = createFactorsApi({ sql, log: pino({ level: "silent" }), phones });
  const listening = await listen(
    "identityProviderFactors",
    topology.ports.identityProviderFactors,
    getRequestListener(fetch),
    { ...tlsIdentity(topology.pkiFolder, "identity-provider"), clientCertificate: "required" },
  );
  return {
    codeFor(page) {
      const [, reference = ""] = /The message says [^0-9A-F]*([0-9A-F]{4})/.exec(page) ?? [];
      return codes.get(reference);
    },
    async close() {
      await listening.close();
      await sql.end({ timeout: 1 });
    },
  };
}
