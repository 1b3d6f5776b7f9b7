import { afterAll, beforeAll, expect, test } from "vitest";
import { createBrowser } from "../testing/browser.ts";
import { attackHandoff } from "../testing/handoff-attack.ts";
import { createTppClient, type TppClient } from "../testing/tpp-client.ts";
import { backAtTpp, startWorld, type World } from "../testing/world.ts";

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

test("the attacker, who started but did not answer, gets a page and no code", async () => {
  const { attacker, withoutAnswer } = await attackHandoff(world, tpp);
  const guessed = new URL(withoutAnswer);
  guessed.searchParams.set("answer", "A".repeat(43));
  for (const address of [withoutAnswer, guessed]) {
    const answer = await attacker.open(address);
    expect(answer.status).toBe(400);
    expect(answer.location).toBeUndefined();
  }
});

test.each<[string, (uid: string) => string]>([
  ["a made-up id", () => "/oauth2/authorize/made-up"],
  ["a slash at the end", (uid) => `/oauth2/authorize/${uid}/`],
  ["capital letters", (uid) => `/OAuth2/Authorize/${uid}`],
  ["an encoded letter", (uid) => `/oauth2/authorize/%${uid.charCodeAt(0).toString(16)}${uid.slice(1)}`],
])("nor at an address with %s, with the cookie in hand", async (_how, path) => {
  const { attacker, withoutAnswer } = await attackHandoff(world, tpp);
  const forger = createBrowser(attacker.cookies(withoutAnswer));
  const answer = await forger.open(new URL(path(withoutAnswer.pathname.split("/").at(-1) ?? ""), withoutAnswer));
  expect(answer.status).toBe(400);
  expect(answer.location).toBeUndefined();
});

test("the victim, who answered but did not start, gets a page and no code", async () => {
  const { victim, redirectTo } = await attackHandoff(world, tpp);
  const answer = await victim.open(redirectTo);
  expect(answer.status).toBe(400);
  expect(answer.location).toBeUndefined();
});

test("a cookie that the attacker made up for the victim's interaction is not signed", async () => {
  const { redirectTo } = await attackHandoff(world, tpp);
  const uid = redirectTo.pathname.split("/").at(-1) ?? "";
  const forger = createBrowser({ _interaction_resume: uid, "_interaction_resume.sig": "AAAAAAAAAAAAAAAAAAAAAAAAAAA" });
  const answer = await forger.open(redirectTo);
  expect(answer.status).toBe(400);
  expect(answer.location).toBeUndefined();
});

test("the browser that did both gets the code, once, whatever others tried before", async () => {
  const { attacker: browser, victim, redirectTo, withoutAnswer } = await attackHandoff(world, tpp);
  await browser.open(withoutAnswer);
  await victim.open(redirectTo);
  const resumed = await browser.open(redirectTo);
  expect([resumed.status, resumed.headers.get("referrer-policy")]).toEqual([303, "no-referrer"]);
  const callback = await backAtTpp(world, browser, resumed.location ?? "");
  expect((await tpp.redeem(callback)).access_token).toBeDefined();
  const again = await browser.open(redirectTo);
  expect(again.status).toBe(400);
  expect(again.location).toBeUndefined();
});
