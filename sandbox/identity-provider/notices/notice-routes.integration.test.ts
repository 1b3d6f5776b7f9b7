import { Agent, fetch } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CUSTOMERS, STAFF } from "../../personas.ts";
import { tlsIdentity } from "../../service.ts";
import { startWorld, type World } from "../testing.ts";

const { arun } = CUSTOMERS;

let world: World;
const agents = new Map<string, Agent>();
beforeAll(async () => {
  world = await startWorld();
  for (const name of ["authorization-server", "app", "bank"]) {
    agents.set(name, new Agent({ connect: tlsIdentity(world.topology.pkiFolder, name) }));
  }
});
afterAll(async () => {
  await Promise.all([...agents.values()].map((agent) => agent.close()));
  await world?.close();
});

async function call(customer: string, body?: unknown, as = "authorization-server") {
  const response = await fetch(`${world.topology.identityProviderFactors}/notices/${customer}`, {
    method: body === undefined ? "GET" : "POST",
    dispatcher: agents.get(as) as Agent,
    headers: { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  await response.body?.cancel();
  return response.status;
}
const notice = (over: object = {}) => ({
  text: "<b>An app</b> asks",
  link: "http://auth.localhost/decoupled/abc",
  ...over,
});

test("P-24: a notice and its link come to the customer's phone", async () => {
  expect(await call(arun.id)).toBe(204);
  expect(await call(arun.id, notice())).toBe(202);
  const phone = await world.newBrowser().open("/phone");
  const inbox = phone.html.slice(phone.html.indexOf(`data-owner="${arun.id}"`)).split("</section>")[0] ?? "";
  expect(inbox).toContain("&lt;b&gt;An app&lt;/b&gt; asks");
  expect(inbox).toContain('href="http://auth.localhost/decoupled/abc"');
});

test("nobody unknown, and nobody without a phone, is told anything", async () => {
  for (const id of ["cus-none", "%00", STAFF.clerk.id]) {
    expect([await call(id), await call(id, notice())]).toEqual([404, 404]);
  }
});

test("only the authorization server sends notices, and it asks for no factors", async () => {
  for (const as of ["app", "bank"]) expect(await call(arun.id, notice(), as)).toBe(403);
  const factors = await fetch(`${world.topology.identityProviderFactors}/factors/${arun.id}`, {
    dispatcher: agents.get("authorization-server") as Agent,
  });
  await factors.body?.cancel();
  expect(factors.status).toBe(403);
});

test.each([{ text: "" }, { link: "javascript:alert(1)" }, { link: undefined }])("%j is refused", async (over) => {
  expect(await call(arun.id, notice(over))).toBe(400);
});
