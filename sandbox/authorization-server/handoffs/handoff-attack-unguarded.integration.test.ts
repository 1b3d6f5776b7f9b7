import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { attackHandoff } from "../testing/handoff-attack.ts";
import { createTppClient, type TppClient } from "../testing/tpp-client.ts";
import { backAtTpp, startWorld, type World } from "../testing/world.ts";

// The one check under test, taken out; everything else is as it runs.
vi.mock("../provider/resume-guard.ts", () => ({
  createResumeGuard: () => (_ctx: unknown, next: () => Promise<unknown>) => next(),
}));

let world: World;
let tpp: TppClient;

beforeAll(async () => {
  world = await startWorld();
  tpp = await createTppClient(world.topology, "tpp-beacon");
});

afterAll(async () => {
  await tpp?.close();
  await world?.close();
});

test("without the answer check the attacker collects a token for the victim's accounts", async () => {
  const { attacker, withoutAnswer } = await attackHandoff(world, tpp);
  const tokens = await tpp.redeem(await backAtTpp(world, attacker, withoutAnswer));
  expect(tokens.scope).toBe("accounts");
});
