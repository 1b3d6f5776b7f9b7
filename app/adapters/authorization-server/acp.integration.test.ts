import { describe } from "vitest";
import { freePort } from "#db/testing.global";
import type { ConsentType } from "../../../sandbox/authorization-server/consents/consent-kinds.ts";
import { startReceiver } from "../../../sandbox/authorization-server/events/receiver.harness.ts";
import { sweep } from "../../../sandbox/authorization-server/sweeper.ts";
import { createBrowser } from "../../../sandbox/authorization-server/testing/browser.ts";
import { createTppClient } from "../../../sandbox/authorization-server/testing/tpp-client.ts";
import { backAtTpp, reachConsentPage, startWorld } from "../../../sandbox/authorization-server/testing/world.ts";
import { tlsIdentity } from "../../../sandbox/service.ts";
import { createAcpAuthorizationServer } from "./acp.server";
import { typeOfKind } from "./acp-wire";
import { authorizationServerContract } from "./contract";
import type { Surroundings } from "./contract-steps";
import { ORDERS } from "./orders.harness";

/** The real authorization server, over its real internal API, with a browser that walks there as a customer's does. */
describe.each(["current", "legacy"] as const)("in the %s dialect", (dialect) => {
  authorizationServerContract("the ACP adapter on the bundled server", () => surroundings(dialect));
});

async function surroundings(dialect: "current" | "legacy"): Promise<Surroundings> {
  const world = await startWorld();
  const receiver = await startReceiver(world.topology.ports.app);
  const tpp = await createTppClient(world.topology, "tpp-beacon");
  const browsers = new Map<string, ReturnType<typeof createBrowser>>();
  const settings = (baseUrl: string) => ({
    baseUrl,
    tls: tlsIdentity(world.topology.pkiFolder, "app"),
    timeoutMs: 3_000,
    tenant: "default",
    systemServer: "system",
    workspace: "openbanking",
    tokenUrl: `${baseUrl}/default/system/oauth2/token`,
    clientId: "assent",
    dialect,
    extraKinds: ["domestic-vrp", "funds-confirmation"] as const,
    issuer: world.topology.issuer,
    jwksUrl: `${baseUrl}/default/system/.well-known/jwks.json`,
  });
  const adapter = createAcpAuthorizationServer(settings(world.topology.authorizationServerInternal));
  const unreachable = createAcpAuthorizationServer(settings(`https://localhost:${await freePort()}`));

  return {
    adapter,
    unreachable,
    customer: world.script.subject,
    async handOff(kind, after) {
      const order = ORDERS[kind];
      const consentId =
        after && "again" in after
          ? after.again
          : await world.intent(order ? { ...order, type: typeOfKind(kind) as ConsentType, apiVersion: "v3.1" } : {});
      const file = order?.terms?.FileContent;
      if (file) {
        await world.sql`insert into consent_file (consent_id, content, content_type, payments)
          values (${consentId}, '', 'application/xml', ${JSON.stringify(file.FirstRows)}::text::json)`;
      }
      const replaced = after &&
        "insteadOf" in after && { grant_id: after.insteadOf, grant_management_action: "replace" };
      const browser = createBrowser();
      const scope = `openid ${order ? (order.scope ?? "payments") : "accounts"}`;
      const { page } = await reachConsentPage(world, browser, await tpp.authorize(consentId, { scope, ...replaced }));
      const handoff = adapter.readHandoff(page.searchParams);
      if (!handoff) throw new Error("the authorization server sent a hand-off");
      browsers.set(handoff.ref, browser);
      return { handoff, query: page.searchParams };
    },
    async withdraw(handoff) {
      const { request } = await adapter.describe(handoff, { correlationId: crypto.randomUUID() });
      await world.consents.delete(request.id);
    },
    async timeOut(handoff) {
      const { request } = await adapter.describe(handoff, { correlationId: crypto.randomUUID() });
      await world.sql`update handoff set expires_at = now() where consent_id = ${request.id}`;
      await sweep(world.sql, world.consents, world.log);
    },
    events: async () => receiver.received.map(({ body }) => body),
    async follow(handoff, nextHop) {
      const browser = browsers.get(handoff.ref);
      if (!browser) throw new Error("this hand-off has a browser");
      await backAtTpp(world, browser, nextHop.to);
    },
    async close() {
      await Promise.all([adapter.close(), unreachable.close(), tpp.close()]);
      await world.close();
      await receiver.close();
    },
  };
}
