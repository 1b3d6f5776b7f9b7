import { Agent, fetch } from "undici";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { CUSTOMERS, STAFF } from "../../personas.ts";
import { tlsIdentity } from "../../service.ts";
import { addPasskey, PASSKEYS_PER_PERSON } from "../passkeys/passkey-store.ts";
import { startWorld, type World } from "../testing.ts";

const { arun, grace } = CUSTOMERS;

let world: World;
const agents = new Map<string, Agent>();
beforeAll(async () => {
  world = await startWorld();
  for (const name of ["app", "bank"]) {
    agents.set(name, new Agent({ connect: tlsIdentity(world.topology.pkiFolder, name) }));
  }
  agents.set("nobody", new Agent({ connect: { ca: tlsIdentity(world.topology.pkiFolder, "app").ca } }));
});
afterAll(async () => {
  await Promise.all([...agents.values()].map((agent) => agent.close()));
  await world?.close();
});
beforeEach(() => world.sql`truncate passkey`);

async function call(path: string, body?: unknown, as = "app") {
  const response = await fetch(`${world.topology.identityProviderFactors}/factors/${path}`, {
    method: body === undefined ? "GET" : "POST",
    dispatcher: agents.get(as) as Agent,
    headers: { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}
const passkey = (id: string, counter = 0) => ({ id, publicKey: "pQEC", counter, transports: ["internal"] });
const message = (over: object = {}) => ({
  code: "123456",
  reference: "K7PW",
  text: "123456 pays £10.00 to Zoë’s <b>café</b>",
  lifetimeSeconds: 180,
  ...over,
});

test("P-22: what a customer has: their own passkeys, and the end of their phone's number", async () => {
  expect((await call(arun.id)).body).toEqual({ passkeys: [], phone: `…${arun.phone.slice(-4)}` });
  await addPasskey(world.sql, arun.id, passkey("one", 4));
  await addPasskey(world.sql, grace.id, passkey("other"));
  expect((await call(arun.id)).body.passkeys).toEqual([passkey("one", 4)]);
  expect((await call(STAFF.clerk.id)).body).toEqual({ passkeys: [], phone: null });
});

test("an unknown customer is 404, whatever is asked", async () => {
  for (const unknown of ["cus-none", "%00", "x".repeat(2000)]) {
    expect((await call(unknown)).status).toBe(404);
    expect((await call(`${unknown}/codes`, message())).status).toBe(404);
    expect((await call(`${unknown}/passkeys/one/used`, { counter: 1 })).status).toBe(404);
  }
});

test("only the consent page's certificate may ask", async () => {
  for (const [path, body] of [[arun.id], [`${arun.id}/codes`, message()]] as const) {
    expect((await call(path, body, "bank")).status).toBe(403);
    await expect(call(path, body, "nobody")).rejects.toThrow();
  }
});

test.each([
  [0, 0, 204],
  [0, 1, 204],
  [4, 5, 204],
  [4, 4, 409],
  [4, 3, 409],
  [4, 0, 409],
])("WebAuthn 6.1.1: a passkey that counted to %i and says %i is %i", async (kept, said, status) => {
  await addPasskey(world.sql, arun.id, passkey("one", kept));
  expect((await call(`${arun.id}/passkeys/one/used`, { counter: said })).status).toBe(status);
  expect((await call(arun.id)).body.passkeys[0].counter).toBe(status === 204 ? said : kept);
});

test("of the same count at the same moment, one is taken", async () => {
  await addPasskey(world.sql, arun.id, passkey("one", 4));
  const uses = await Promise.all([1, 2, 3].map(() => call(`${arun.id}/passkeys/one/used`, { counter: 5 })));
  expect(uses.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
});

test("a passkey is its owner's alone", async () => {
  await addPasskey(world.sql, grace.id, passkey("other"));
  expect((await call(`${arun.id}/passkeys/other/used`, { counter: 1 })).status).toBe(404);
  expect(await addPasskey(world.sql, arun.id, passkey("other"))).toBe(false);
});

test("nobody has more passkeys than anyone may, however fast they are added", async () => {
  const added = await Promise.all(
    Array.from({ length: PASSKEYS_PER_PERSON + 3 }, (_, at) => addPasskey(world.sql, arun.id, passkey(`key-${at}`))),
  );
  expect(added.filter(Boolean)).toHaveLength(PASSKEYS_PER_PERSON);
});

test("RTS Art. 5: the message says what it is for, and comes to its owner's phone as it was written", async () => {
  expect((await call(`${arun.id}/codes`, message())).status).toBe(202);
  const phone = await world.newBrowser().open("/phone");
  const inbox = phone.html.slice(phone.html.indexOf(`data-owner="${arun.id}"`)).split("</section>")[0] ?? "";
  expect(inbox).toContain('data-reference="K7PW"');
  expect(inbox).toContain("123456 pays £10.00 to Zoë’s &lt;b&gt;café&lt;/b&gt;");
  expect((await call(`${STAFF.clerk.id}/codes`, message())).status).toBe(409);
});

test.each([
  ["no text", { text: "" }],
  ["a code of five digits", { code: "12345" }],
  ["a reference that is none", { reference: "<b>" }],
  ["a lifetime of an hour", { lifetimeSeconds: 3600 }],
])("%s is refused, and nothing of it is repeated", async (_name, over) => {
  const answer = await call(`${arun.id}/codes`, message(over));
  expect(answer).toEqual({ status: 400, body: { error: `not valid: ${Object.keys(over)[0]}` } });
});
