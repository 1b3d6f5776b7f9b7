import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { request } from "node:https";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAcpAuthorizationServer } from "~/adapters/authorization-server/acp.server";
import { asClientId, asConsentId, asCustomerId, type ConsentId } from "~/domain/shared/ids";
import { settleChanges } from "~/jobs/settle-changes";
import type { AskedChange } from "~/ports/consent-changes";
import { aVisit } from "~/ports/consent-desk.builders";
import { createTppClient } from "../../sandbox/authorization-server/testing/tpp-client.ts";
import { authorised, startWorld } from "../../sandbox/authorization-server/testing/world.ts";
import { listen, tlsIdentity } from "../../sandbox/service.ts";
import { changeConsent } from "./change-consent";
import { aStop, type ChangeWorld, STAFF, startChangeWorld } from "./change-consent.harness";
import { settleChange } from "./settle-change";

type World = Awaited<ReturnType<typeof startWorld>>;
type Behaviour = (forward: () => Promise<{ status: number; body: Buffer }>, response: ServerResponse) => Promise<void>;

const obliges: Behaviour = async (forward, response) => {
  const { status, body } = await forward();
  response.writeHead(status, { "content-type": "application/json" }).end(body);
};

/** Stands in front of the real authorization server and, for changes of consents, behaves as a test tells it to. */
async function startWire(world: World) {
  const { pkiFolder, authorizationServerInternal } = world.topology;
  const wire = { behaviour: obliges };
  const forwarding = (incoming: IncomingMessage, sent: Buffer) => () =>
    new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
      const { method, url, headers } = incoming;
      const target = new URL(url ?? "/", authorizationServerInternal);
      const outgoing = request(target, { method, headers, ...tlsIdentity(pkiFolder, "app") }, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) });
      });
      outgoing.on("error", reject).end(sent);
    });
  const listening = await listen(
    "authorizationServerInternal",
    0,
    async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const forward = forwarding(incoming, Buffer.concat(chunks));
      const changes = incoming.method === "DELETE" || /\/(?:suspend|resume)$/.test(incoming.url ?? "");
      await (changes ? wire.behaviour : obliges)(forward, response);
    },
    { ...tlsIdentity(pkiFolder, "authorization-server"), clientCertificate: "required" },
  );
  return Object.assign(wire, { baseUrl: `https://localhost:${listening.port}`, close: listening.close });
}

describe("a change of a consent, with the bundled authorization server", () => {
  let world: World;
  let the: ChangeWorld;
  let wire: Awaited<ReturnType<typeof startWire>>;
  let tpp: Awaited<ReturnType<typeof createTppClient>>;
  let as: ReturnType<typeof createAcpAuthorizationServer>;

  beforeAll(async () => {
    [world, the] = await Promise.all([startWorld(), startChangeWorld()]);
    wire = await startWire(world);
    tpp = await createTppClient(world.topology, "tpp-beacon");
    as = createAcpAuthorizationServer({
      baseUrl: wire.baseUrl,
      tls: tlsIdentity(world.topology.pkiFolder, "app"),
      timeoutMs: 1_000,
      tenant: "default",
      systemServer: "system",
      workspace: "openbanking",
      tokenUrl: `${wire.baseUrl}/default/system/oauth2/token`,
      clientId: "assent",
      dialect: "current",
      issuer: world.topology.issuer,
      jwksUrl: `${wire.baseUrl}/default/system/.well-known/jwks.json`,
    });
  });
  afterAll(async () => {
    await Promise.all([as.close(), tpp.close(), wire.close(), the.close()]);
    await world.close();
  });
  beforeEach(() => {
    wire.behaviour = obliges;
  });

  const customer = () => ({ type: "customer", id: asCustomerId(world.script.subject) }) as const;
  const visitTo = (consentId: ConsentId) =>
    aVisit({ consentId, customer: customer().id, clientId: asClientId("tpp-beacon") });
  /** A consent whose customer went the whole way and allowed it. */
  const anAuthorisedConsent = async () => {
    const id = asConsentId(await world.intent());
    await authorised(world, tpp, id);
    await the.recordAuthorised(visitTo(id));
    return id;
  };
  const settle = () => settleChange({ authorizationServer: as, changes: the.changes });
  const change = async (id: ConsentId, over: Partial<AskedChange> = {}) => {
    const ask = changeConsent({ authorizationServer: as, changes: the.changes, settleChange: settle() });
    const answer = await ask(aStop(id, { actor: customer(), ...over } as Partial<AskedChange>));
    return answer.ok ? answer.value.state : answer.error;
  };
  const bothHold = async (id: ConsentId) => [
    (await world.consents.get(id))?.status,
    (await the.projectionOf(id))?.status,
  ];

  test("T11: stopped there and here", async () => {
    const id = await anAuthorisedConsent();
    expect(await change(id)).toBe("settled");
    expect(await bothHold(id)).toEqual(["revoked", "revoked"]);
    expect(await world.consents.get(id)).toMatchObject({ changedBy: "customer" });
  });

  test("T9, T10, T13: paused, taken up again, and ended by the bank", async () => {
    const id = await anAuthorisedConsent();
    expect(await change(id, { move: "suspend", reason: "customer-pause" })).toBe("settled");
    expect(await bothHold(id)).toEqual(["suspended", "suspended"]);
    expect(await change(id, { move: "resume", reason: "resumed" })).toBe("settled");
    expect(await bothHold(id)).toEqual(["authorised", "authorised"]);
    expect(await change(id, { move: "terminate", reason: "fraud", actor: STAFF })).toBe("settled");
    expect(await bothHold(id)).toEqual(["revoked", "terminated"]);
    expect(await world.consents.get(id)).toMatchObject({ changedBy: "bank" });
  });

  test("T12 before T11: it has stopped, and our record does not say that the customer did it", async () => {
    const id = await anAuthorisedConsent();
    await world.consents.delete(id);
    expect(await change(id)).toBe("settled");
    expect((await the.evidenceOf(id)).versions).toEqual([]);
  });

  test("what cannot be paused is closed, and goes on", async () => {
    const id = asConsentId(await world.intent());
    await the.recordAuthorised(visitTo(id));
    expect(await change(id, { move: "suspend", reason: "customer-pause" })).toBe("closed");
    expect((await the.projectionOf(id))?.status).toBe("authorised");
  });

  const BAD_DAYS: readonly (readonly [string, Behaviour, effect: boolean])[] = [
    ["hangs before it does anything", () => new Promise(() => {}), false],
    ["does it and then hangs", async (forward) => void (await forward()), true],
    [
      "does it and answers 500",
      async (forward, response) => {
        await forward();
        response.writeHead(500).end("oops");
      },
      true,
    ],
    ["answers garbage", async (_, response) => void response.writeHead(200).end("<html>hello"), false],
    [
      "does it and cuts its answer in half",
      async (forward, response) => {
        await forward();
        response.writeHead(204, { "content-length": "10" });
        response.flushHeaders();
        response.destroy();
      },
      true,
    ],
  ];
  test.each(BAD_DAYS)("R6: it %s: under way, asked again, settled once", async (_, behaviour, effect) => {
    const id = await anAuthorisedConsent();
    wire.behaviour = behaviour;
    expect(await change(id)).toBe("intended");
    expect(await bothHold(id)).toEqual([effect ? "revoked" : "authorised", "authorised"]);
    wire.behaviour = obliges;
    const round = async () => {
      await the.aMinuteLater(id);
      await settleChanges({ changes: the.changes, settle: settle() }).round(new AbortController().signal);
      return the.statesOf(id);
    };
    await expect.poll(round, { timeout: 20_000, interval: 500 }).toEqual(["settled"]);
    expect(await bothHold(id)).toEqual(["revoked", "revoked"]);
    expect(await the.evidenceOf(id)).toMatchObject({ versions: ["stop by customer"], queued: ["stop"] });
  });

  test("it does everything twice: one effect", async () => {
    const id = await anAuthorisedConsent();
    wire.behaviour = async (forward, response) => {
      await forward();
      await obliges(forward, response);
    };
    expect(await change(id, { correlationId: randomUUID() })).toBe("settled");
    expect(await bothHold(id)).toEqual(["revoked", "revoked"]);
    expect((await the.evidenceOf(id)).versions).toHaveLength(1);
  });
});
