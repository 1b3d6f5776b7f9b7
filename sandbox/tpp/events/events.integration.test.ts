import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import { Agent, fetch } from "undici";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signingKey } from "../../pki.ts";
import { tlsIdentity } from "../../service.ts";
import { readRun } from "../testing/rendered-run.ts";
import { ACCESS, createBrowser, type WorkbenchWorld, workbenchWorld } from "../testing/workbench-world.ts";

const REVOKED = "urn:uk:org:openbanking:events:consent-authorization-revoked";

let world: WorkbenchWorld;
let agent: Agent;

beforeAll(async () => {
  world = await workbenchWorld();
  agent = new Agent({ connect: { ca: tlsIdentity(world.topology.pkiFolder, "tpp-beacon").ca } });
});
afterAll(async () => {
  await agent?.destroy();
  await world?.close();
});
beforeEach(async () => {
  await world.sql`delete from notification`;
  await world.sql`delete from event_desk`;
  for (const kept of [world.consentApp.subscriptions, world.consentApp.sets]) kept.clear();
  world.consentApp.calls.length = 0;
});

interface Told {
  readonly jti?: string;
  readonly consentId?: string;
  readonly aud?: string;
  readonly iss?: string;
  readonly type?: string;
  readonly signedBy?: string;
  readonly typ?: string;
  readonly toe?: number;
}

/** An event as the bank makes it. */
async function event({
  jti = randomUUID(),
  consentId = "aac-1",
  aud = "tpp-beacon",
  ...over
}: Told = {}): Promise<string> {
  const key = await signingKey(world.topology.pkiFolder, over.signedBy ?? "app");
  const subject = {
    subject_type: "http://openbanking.org.uk/rid_http://openbanking.org.uk/rty",
    "http://openbanking.org.uk/rid": consentId,
    "http://openbanking.org.uk/rty": "account-access-consents",
  };
  return new SignJWT({
    iss: over.iss ?? world.topology.appOrigin,
    aud,
    jti,
    iat: Math.floor(Date.now() / 1000),
    toe: over.toe ?? 1_775_120_398,
    txn: randomUUID(),
    sub: `https://api.bank.example/${consentId}`,
    events: { [over.type ?? REVOKED]: { reason: "CustomerRequest", subject } },
  })
    .setProtectedHeader({ alg: "PS256", kid: key.kid ?? "", typ: over.typ ?? "secevent+jwt" })
    .sign(await importJWK(key, "PS256"));
}

async function bring(token: string, headers: Record<string, string> = {}, version = "v4.0") {
  const response = await fetch(`${world.topology.tppTls}/open-banking/${version}/event-notifications`, {
    method: "POST",
    dispatcher: agent,
    headers: { "content-type": "application/jwt", ...headers },
    body: token,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const pageOf = async (tpp = "tpp-beacon", browser = createBrowser()) => {
  const html = (await browser.open(`${world.topology.tpp}/events?tpp=${tpp}`)).text;
  return { ...readRun(html), html };
};
const press = (act: string, form: Record<string, string> = {}) =>
  createBrowser().submit(`${world.topology.tpp}/events/${act}`, { tpp: "tpp-beacon", ...form });
const received = async () => (await world.sql`select count(*)::int as count from notification`)[0]?.["count"];

describe("what the bank brings", () => {
  test.each(["v3.1", "v4.0"])("%s: is taken with 202, the same interaction id and nothing else", async (version) => {
    const id = "2b0b6d0a-6a0c-4f7e-9b53-2f6f1c0c7c51";
    const answer = await bring(await event(), { "x-fapi-interaction-id": id }, version);
    expect([answer.status, answer.text, answer.headers.get("x-fapi-interaction-id")]).toEqual([202, "", id]);
    const { text } = await pageOf();
    expect(text).toMatch(/Access has ended.*Brought by the bank.*CustomerRequest.*consent aac-1/s);
  });

  test("a repeat is taken again and kept once, also in parallel", async () => {
    const token = await event();
    const answers = await Promise.all(Array.from({ length: 10 }, () => bring(token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await received()).toBe(1);
  });

  test("an event of a kind that is not known is taken and left at that", async () => {
    expect((await bring(await event({ type: "urn:example:something-new" }))).status).toBe(202);
    expect(await received()).toBe(0);
  });

  test.each<[string, Told, string]>([
    ["another issuer", { iss: "https://evil.example" }, "invalid_issuer"],
    ["for somebody else", { aud: "tpp-other" }, "invalid_audience"],
    ["with a key that the bank does not publish", { signedBy: "tpp-beacon" }, "invalid_key"],
    ["something else that the bank signs", { typ: "receipt+jws" }, "invalid_request"],
  ])("%s is refused and not kept", async (_, told, err) => {
    const answer = await bring(await event(told));
    expect([answer.status, JSON.parse(answer.text)["err"]]).toEqual([400, err]);
    expect(await received()).toBe(0);
  });

  test("changed on its way, unsigned, or no token at all: refused", async () => {
    const [header, payload, mac] = (await event()).split(".");
    const other = (await event({ consentId: "aac-2" })).split(".")[1];
    expect(JSON.parse((await bring(`${header}.${other}.${mac}`)).text)["err"]).toBe("authentication_failed");
    const none = Buffer.from('{"alg":"none","typ":"secevent+jwt"}').toString("base64url");
    for (const token of [`${none}.${payload}.`, "", "x", "a.b.c", "{}"]) expect((await bring(token)).status).toBe(400);
    expect((await bring(await event(), { "content-type": "application/json" })).status).toBe(415);
    expect(await received()).toBe(0);
  });

  test("each TPP sees its own", async () => {
    await bring(await event({ aud: "tpp-tallybook" }));
    expect((await pageOf("tpp-beacon")).text).toContain("Nothing yet.");
    expect((await pageOf("tpp-tallybook")).text).toContain("Access has ended");
  });

  test("what it says is shown as text", async () => {
    await bring(await event({ consentId: '<img src=x onerror="alert(1)">' }));
    const { html } = await pageOf();
    expect(html).toContain("&lt;img src=x");
    expect(html).not.toContain("<img");
  });
});

test("a revocation is told on the run concerned, and in the history", async () => {
  const browser = createBrowser();
  const allowed = async () => {
    const run = await world.begin(browser, ACCESS);
    await world.deliver(browser, await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] }));
    return run;
  };
  const [run] = [await allowed(), await allowed()];
  const consentId = /aac-[\w-]+/.exec((await browser.open(run)).text)?.[0] ?? "";
  await bring(await event({ consentId: `${consentId}-another` }));
  await bring(await event({ consentId, aud: "tpp-tallybook" }));
  expect(readRun((await browser.open(run)).text).headline).toBe("The customer allowed access");
  await bring(await event({ consentId, toe: Math.floor(Date.now() / 1000) - 60 }));
  const still = readRun((await browser.open(run)).text);
  expect(still.headline, "T17: it had ended before, and was asked for again").toBe("The customer allowed access");
  await bring(await event({ consentId, toe: Math.ceil(Date.now() / 1000) }));
  const page = readRun((await browser.open(run)).text);
  expect(page.headline).toBe("The access has ended");
  expect(page.text).toMatch(/What the bank told since.*Access has ended/s);
  expect((await browser.open(`${world.topology.tpp}/runs`)).text.match(/Ended at the bank/g)).toHaveLength(1);
  expect((await pageOf("tpp-beacon", browser)).html).toContain(`href="${run.pathname}"`);
});

describe.each(["v3.1", "v4.0"])("at the bank, %s", (version) => {
  test("a TPP subscribes, changes and unsubscribes, and the page says what the bank then holds", async () => {
    expect((await pageOf()).text).toContain("Not asked yet");
    const answer = await press("subscribe", { delivery: "push", version });
    expect([answer.status, answer.location?.search]).toEqual([303, "?tpp=tpp-beacon"]);
    const pushed = await pageOf();
    expect(pushed.text).toContain("Events are brought");
    expect(pushed.text).toContain(`${world.topology.tppTls}/open-banking/${version}/event-notifications`);
    expect(pushed.failedChecks).toEqual([]);
    expect(pushed.passedChecks).toBe(2);
    expect(pushed.steps).toEqual([
      "Server metadata: Done",
      "Token for the TPP itself: Done",
      "Subscribed to events: Done",
      "Subscription read: Done",
    ]);
    await press("change", { delivery: "poll", version });
    expect((await pageOf()).text).toContain("Events are fetched");
    await press("unsubscribe");
    expect((await pageOf()).text).toContain("Not subscribed");
    expect(world.consentApp.subscriptions.size).toBe(0);
  });

  test("a second subscription is refused, and the first is shown", async () => {
    await press("subscribe", { delivery: "poll", version });
    await press("subscribe", { delivery: "push", version });
    const page = await pageOf();
    expect(page.steps).toContain("Subscribed to events: Refused");
    expect(page.text).toContain("The bank answered 409.");
    expect(page.text).toContain("Events are fetched");
  });

  test("it polls, gets the same again, acknowledges, and gets no more; what is not the bank's is sent back", async () => {
    await press("subscribe", { delivery: "poll", version });
    const [good, forged, strange] = ["jti-good", "jti-forged", "jti-strange"];
    world.consentApp.sets.set("tpp-beacon", {
      [good]: await event({ jti: good }),
      [forged]: await event({ jti: forged, signedBy: "tpp-tallybook" }),
      [strange]: await event({ jti: strange, aud: "tpp-tallybook" }),
    });
    await press("poll");
    expect((await pageOf()).html).toContain(">Not acknowledged<");
    expect(Object.keys(world.consentApp.sets.get("tpp-beacon") ?? {})).toEqual([good]);
    expect(world.consentApp.calls.at(-1)?.body).toMatchObject({
      maxEvents: 0,
      setErrs: { [forged]: { err: "invalid_key" }, [strange]: { err: "invalid_audience" } },
    });
    await press("poll");
    expect(await received()).toBe(1);
    await press("acknowledge");
    expect((await pageOf()).html).toContain(">Acknowledged<");
    expect(world.consentApp.sets.get("tpp-beacon")).toEqual({});
  });

  test("while the bank is away nothing that was known is forgotten", async () => {
    await press("subscribe", { delivery: "push", version });
    world.consentApp.sets.set("tpp-beacon", { jti: await event({ jti: "jti" }) });
    await press("poll");
    world.consentApp.trouble.push("hangs up", "hangs up");
    await press("acknowledge");
    const page = await pageOf();
    expect(page.html).toContain(">Not acknowledged<");
    expect(page.text).toContain("Events are brought");
    expect(page.steps.at(-1)).toBe("Events acknowledged: Refused");
    world.consentApp.trouble.length = 0;
    await press("acknowledge");
    expect((await pageOf()).html).toContain(">Acknowledged<");
  });
});

test.each([
  ["subscribe", {}],
  ["subscribe", { delivery: "pigeon", version: "v4.0" }],
  ["poll", { tpp: "tpp-other" }],
])("%s with %j is no form of the page", async (act, form) => {
  expect((await press(act, form as Record<string, string>)).status).toBe(404);
});

test("a form from another site is refused, and the page carries no script", async () => {
  const lookup = new Agent({
    connect: { lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) },
  });
  const answer = await fetch(`${world.topology.tpp}/events/poll`, {
    method: "POST",
    dispatcher: lookup,
    headers: { origin: "http://evil.localhost" },
    body: new URLSearchParams({ tpp: "tpp-beacon" }),
  });
  expect(answer.status).toBe(403);
  await answer.body?.cancel();
  await lookup.close();
  const { html } = await pageOf();
  expect(html).not.toContain("<script");
  expect(html).not.toContain(" style=");
});
