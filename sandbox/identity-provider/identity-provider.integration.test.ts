import { afterAll, beforeAll, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { startWorld } from "./testing.ts";

let world: Awaited<ReturnType<typeof startWorld>>;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

test("happy", async () => {
  const request = await world.relyingParty.request();
  const b = world.newBrowser();
  await b.open(request.url);
  await b.submit({ username: CUSTOMERS.arun.username, password: CUSTOMERS.arun.password });
  const code = await b.readCode();
  await b.submit({ code });
  const tokens = await request.redeem(b.url);
  expect(tokens.claims()?.sub).toBe(CUSTOMERS.arun.id);
});
