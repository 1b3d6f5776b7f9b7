import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "#db/client.server";
import type { SecondDeviceView } from "~/ui/second-device-view";
import { Unsent } from "~/web/unsent";
import { CUSTOMERS } from "../../../sandbox/personas";
import * as entry from "../consent._index/route";
import { startMisbehavingUpstreams } from "../consent.$visit/misbehaving-upstreams.harness";
import * as question from "../consent.$visit/route";
import * as outcome from "../consent.$visit_.outcome/route";
import {
  type Answer,
  type CustomerWorld,
  startCustomerWorld,
} from "../dashboard._index/customer-world.integration.harness";
import * as sessions from "../dashboard.sessions/route";
import * as second from "../second-device/route";
import * as first from "./route";

/** P-24: both devices at the routes as they are, PostgreSQL and the identity provider as they are. */

const { arun, grace } = CUSTOMERS;
let world: CustomerWorld;
let upstreams: Awaited<ReturnType<typeof startMisbehavingUpstreams>>;
type Browser = ReturnType<CustomerWorld["browser"]>;
let phone: Browser;
let stranger: Browser;

beforeAll(async () => {
  upstreams = await startMisbehavingUpstreams(arun.id);
  const { url } = upstreams;
  world = await startCustomerWorld({ AS_BASE_URL: url, AS_TOKEN_URL: `${url}/token`, BANK_BASE_URL: url });
  phone = await world.signedIn(arun);
  stranger = await world.signedIn(grace);
}, 60_000);
afterAll(async () => {
  await world?.stop();
  await upstreams?.close();
});

const seenBy = (answer: Answer) =>
  (answer.view instanceof Unsent ? answer.view.value : answer.view) as Record<string, never> & {
    page: SecondDeviceView;
    stop: { is: string };
    seen: string;
    goTo?: string;
    phone?: { action: string };
    problem?: { message: string };
  };

/** A customer at the question on the first device, who asks to go on on the phone. */
async function offered() {
  const laptop = world.browser();
  const { location: path } = await laptop.ask(`/consent?${upstreams.handOff()}`, entry.loader);
  await laptop.ask(path, question.loader);
  const waiting = `${path}/phone`;
  const offer = async () => {
    expect(await laptop.ask(waiting, first.action, { choice: "offer" })).toMatchObject({ status: 303 });
    return seenBy(await laptop.ask(waiting, first.loader)).page.offer?.code ?? "";
  };
  const standing = async () => seenBy(await laptop.ask(waiting, first.loader)).page;
  return { laptop, path, waiting, offer, standing, code: await offer() };
}

const bring = (browser: Browser, code: string) =>
  browser.ask("/second-device", second.action, { choice: "code", code });
const say = (browser: Browser, address: string, number: string) =>
  browser.ask(address, second.action, { choice: "number", number });

async function matched() {
  const at = await offered();
  const { location } = await bring(phone, at.code);
  const number = (await at.standing()).number ?? "";
  expect(await say(phone, location, number)).toMatchObject({ status: 303, location: at.path });
  return at;
}

describe("P-24: a request goes on on the customer's phone", () => {
  test("the answer is given there, and the first device alone goes on to the authorization server", async () => {
    const { laptop, path, waiting, standing } = await matched();
    expect((await standing()).is).toBe("matched");
    const { seen } = seenBy(await phone.ask(path, question.loader));
    expect(await phone.ask(path, question.action, { choice: "allow", account: "acc-1", seen })).toMatchObject({
      location: `${path}/outcome`,
    });
    const there = seenBy(await phone.ask(`${path}/outcome`, outcome.loader));
    expect(there.stop).toMatchObject({ is: "already-decided" });
    expect(there.stop).not.toHaveProperty("way");
    expect(there.goTo).toBeUndefined();
    expect(await laptop.ask(waiting, first.loader)).toMatchObject({ status: 303, location: `${path}/outcome` });
    expect(seenBy(await laptop.ask(`${path}/outcome`, outcome.loader))).toMatchObject({
      stop: { is: "leaving" },
      goTo: "http://auth.localhost/resume?answer=once",
    });
  });

  test("the way there stands on the first device, and on the second none", async () => {
    const { laptop, path, waiting } = await matched();
    expect(seenBy(await laptop.ask(path, question.loader)).phone).toMatchObject({ action: waiting });
    expect(seenBy(await phone.ask(path, question.loader)).phone).toBeUndefined();
  });

  test("nobody gets as far as the code who is not signed in, and the code comes along", async () => {
    const page = "/second-device?code=ABCD-EFGH";
    const to = new URLSearchParams({ to: page });
    expect(await world.browser().ask(page, second.loader)).toMatchObject({
      status: 303,
      location: `/dashboard/log-in?${to}`,
    });
  });
});

describe("P-24: nothing is let in, and the customer is told why", () => {
  test("a code that was used, and one of another customer", async () => {
    const { code } = await offered();
    const other = await bring(stranger, code);
    expect([other.status, seenBy(other).problem?.message]).toEqual([422, expect.stringContaining("someone else")]);
    expect(await bring(phone, code)).toMatchObject({ status: 303 });
    const again = await bring(phone, code);
    expect([again.status, seenBy(again).problem?.message]).toEqual([422, expect.stringContaining("used before")]);
  });

  test("a code that is late", async () => {
    const { code, path, standing } = await offered();
    const { db, close } = openDatabase(world.databaseUrl);
    const visit = path.slice("/consent/".length);
    await db.execute(sql`update assent.second_device set expires_at = clock_timestamp() where visit_id = ${visit}`);
    await close();
    expect((await standing()).is).toBe("late");
    expect(seenBy(await bring(phone, code)).problem?.message).toContain("has run out");
  });

  test("the number wrong three times", async () => {
    const { path, code, standing } = await offered();
    const { location } = await bring(phone, code);
    const wrong = (await standing()).number === "10" ? "11" : "10";
    for (const _ of [1, 2]) {
      expect(seenBy(await say(phone, location, wrong)).problem?.message).toContain("not the number");
    }
    expect(seenBy(await say(phone, location, wrong)).problem?.message).toContain("on this device");
    expect((await standing()).is).toBe("locked");
    expect(await phone.ask(path, question.loader)).toMatchObject({ status: 404 });
  });

  test("taken back: the phone that was in is out, and the first device has its question", async () => {
    const { laptop, path, waiting } = await matched();
    expect(await phone.ask(path, question.loader)).toMatchObject({ status: 200 });
    expect(await laptop.ask(waiting, first.action, { choice: "here" })).toMatchObject({ status: 303, location: path });
    expect(await phone.ask(path, question.loader)).toMatchObject({ status: 404 });
    expect(await phone.ask(`${path}/outcome`, outcome.loader)).toMatchObject({ status: 404 });
    expect(await laptop.ask(path, question.loader)).toMatchObject({ status: 200 });
  });

  test("logged out everywhere: the phone that was in is out, and the first device has its question", async () => {
    const { laptop, path, waiting } = await matched();
    const elsewhere = await world.signedIn(arun);
    expect(await elsewhere.ask("/dashboard/sessions", sessions.action, { end: "everywhere" })).toMatchObject({
      status: 303,
    });
    expect(await phone.ask(path, question.loader)).toMatchObject({ status: 404 });
    expect(await laptop.ask(waiting, first.loader)).toMatchObject({ status: 303, location: path });
    expect(await laptop.ask(path, question.loader)).toMatchObject({ status: 200 });
    phone = await world.signedIn(arun);
  });
});
