import { Agent, fetch } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTppClient, type TppClient } from "../../authorization-server/testing/tpp-client.ts";
import { authorised, startWorld, type World } from "../../authorization-server/testing/world.ts";
import { tlsIdentity } from "../../service.ts";
import { start } from "../start.ts";

let world: World;
let bank: Awaited<ReturnType<typeof start>>;
let tpp: TppClient;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld();
  bank = await start(world.topology, () => new Date());
  tpp = await createTppClient(world.topology, "tpp-beacon");
  agent = new Agent({ connect: tlsIdentity(world.topology.pkiFolder, "tpp-beacon") });
});

afterAll(async () => {
  await Promise.all([tpp?.close(), agent?.destroy(), bank?.close()]);
  await world?.close();
});

const byBank = { by: "bank" } as const;

/** A consent that the customer has authorised, and what the TPP's call with its token is answered. */
async function shared(apiVersion: "v3.1" | "v4.0") {
  const consentId = await world.intent({ apiVersion });
  const { access_token } = await tpp.redeem(await authorised(world, tpp, consentId));
  const read = async () => {
    const response = await fetch(`${world.topology.bankGateway}/open-banking/${apiVersion}/aisp/accounts`, {
      headers: { authorization: `Bearer ${access_token}` },
      dispatcher: agent,
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  return { consentId, read };
}

test.each([
  ["v3.1", "UK.OBIE.Resource.InvalidConsentStatus"],
  ["v4.0", "U009"],
] as const)(
  "%s: while a consent is suspended its token opens nothing, and afterwards the same again (T9, T10)",
  async (version, code) => {
    const { consentId, read } = await shared(version);
    const before = await read();
    expect(before.status).toBe(200);
    await world.consents.suspend(consentId, byBank);
    expect(await read()).toMatchObject({ status: 403, body: { Errors: [{ ErrorCode: code }] } });
    await world.consents.resume(consentId, byBank);
    expect(await read()).toEqual(before);
  },
);

test("ended while it is suspended: the token is dead (T11)", async () => {
  const { consentId, read } = await shared("v4.0");
  await world.consents.suspend(consentId, byBank);
  await world.consents.revoke(consentId, { by: "customer" });
  expect((await read()).status).toBe(401);
});

test("expired while it is suspended: the token is dead (T14)", async () => {
  const { consentId, read } = await shared("v4.0");
  await world.consents.suspend(consentId, byBank);
  await world.sql`update consent set expires_at = now() where id = ${consentId}`;
  expect((await read()).status).toBe(401);
});
