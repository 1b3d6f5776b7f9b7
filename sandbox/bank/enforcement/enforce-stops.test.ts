import { beforeEach, describe, expect, test } from "vitest";
import { AuthorizationServerUnavailable, NotAsPromised } from "../authorization-server.ts";
import type { AccessToken, LiveConsent } from "../gateway/access-token.ts";
import type { Denial } from "./deny-list.ts";
import { type Enforced, enforceStops, KEPT_FOR_MS } from "./enforce-stops.ts";

const aConsent = (over: Partial<LiveConsent> = {}): LiveConsent => ({
  id: "aac-1",
  type: "account_access",
  status: "authorised",
  account_ids: ["acc-1", "acc-2"],
  subject: "cus-1",
  api_version: "v4.0",
  ...over,
});
const aToken = (over: Partial<AccessToken> = {}): AccessToken => ({
  clientId: "tpp-beacon",
  scopes: new Set(["accounts"]),
  boundTo: "certificate",
  consent: aConsent(),
  ...over,
});
const aDenial = (over: Partial<Denial> = {}): Denial => ({
  consent_id: "aac-1",
  effect: "ended",
  since: 0,
  confirmed: false,
  ...over,
});

const NOW = Date.UTC(2026, 4, 3);
let answers: Map<string, AccessToken>;
let away: boolean;
let outage: Error;
let fresh: boolean;
let denials: Denial[];
let suspended: Map<string, "new-consents" | "payments" | "all-access">;
let now: number;
let ticks: number;
/** How long it takes to answer, in milliseconds. */
let takes: number;
let gate: Enforced;

beforeEach(() => {
  answers = new Map([["token", aToken()]]);
  away = false;
  outage = new AuthorizationServerUnavailable("away");
  fresh = true;
  denials = [];
  suspended = new Map();
  now = NOW;
  ticks = 0;
  takes = 0;
  gate = enforceStops(
    async (token) => {
      if (away) throw outage;
      later(takes);
      return answers.get(token);
    },
    {
      of: (id) => denials.filter(({ consent_id }) => consent_id === id),
      ofClient: (id) => new Set([suspended.get(id) ?? []].flat()),
      isFresh: () => fresh,
    },
    { now: () => now, ticks: () => ticks },
  );
});

/** Both clocks, as they go. */
const later = (ms: number) => {
  now += ms;
  ticks += ms;
};

const read = (token = "token") => gate.introspectForReading(token, "interaction");
const use = (token = "token") => gate.introspect(token, "interaction");

describe("while the authorization server answers (X-09)", () => {
  test("what is not denied is as it says", async () => {
    expect(await read()).toEqual(aToken());
    expect(await use()).toEqual(aToken());
    answers.clear();
    expect(await read()).toBeUndefined();
  });

  test.each(["introspect", "introspectForReading"] as const)(
    "R-09: a stop that it has not heard of ends the token at once: %s",
    async (how) => {
      denials = [aDenial()];
      expect(await gate[how]("token", "interaction")).toBeUndefined();
    },
  );

  test("a pause on its way is a suspended consent, and its end takes it away", async () => {
    denials = [aDenial({ effect: "suspended" })];
    expect((await use())?.consent?.status).toBe("suspended");
    denials = [];
    expect((await use())?.consent?.status).toBe("authorised");
  });

  test("D-08: an account on its way out is not shared; the others are", async () => {
    denials = [aDenial({ effect: "account-removed", account_id: "acc-1" })];
    expect((await read())?.consent?.account_ids).toEqual(["acc-2"]);
  });

  test("what it holds itself it decides: a pause that was taken back is over, whatever the list still says", async () => {
    denials = [aDenial({ effect: "suspended", confirmed: true })];
    expect((await use())?.consent?.status).toBe("authorised");
  });

  test("another consent's stop, and a TPP's own token, are not touched", async () => {
    denials = [aDenial({ consent_id: "aac-2" })];
    const { consent: _, ...own } = aToken();
    answers.set("own", own);
    expect(await read()).toEqual(aToken());
    expect(await use("own")).toEqual(own);
  });
});

describe("while it is away (B-14)", () => {
  const unavailable = () => expect(read()).rejects.toThrow(AuthorizationServerUnavailable);

  test("what it said within two minutes may be read, and moves no money", async () => {
    await read();
    away = true;
    later(KEPT_FOR_MS);
    expect(await read()).toEqual(aToken());
    await expect(use()).rejects.toThrow(AuthorizationServerUnavailable);
    later(1);
    await unavailable();
  });

  test("an answer that took long is as old as its question", async () => {
    takes = 2_000;
    await read();
    away = true;
    later(KEPT_FOR_MS - 2_000);
    expect(await read()).toEqual(aToken());
    later(1);
    await unavailable();
  });

  test.each([
    ["was halted, so that it did not tick", () => (now += KEPT_FOR_MS + 1)],
    [
      "had its clock set back",
      () => {
        ticks += KEPT_FOR_MS + 1;
        now -= 60_000;
      },
    ],
  ])("what it said is not young again on a machine that %s", async (_, happens) => {
    await read();
    away = true;
    happens();
    await unavailable();
  });

  test("it is not away when it answers with what nobody understands", async () => {
    await read();
    away = true;
    outage = new NotAsPromised("another shape");
    await unavailable();
  });

  test("what it never said of a token cannot be read, nor what it last said no of", async () => {
    await read();
    answers.clear();
    await read();
    away = true;
    await unavailable();
  });

  test("nothing is read without a fresh list", async () => {
    await read();
    away = true;
    fresh = false;
    await unavailable();
  });

  test("a token that has ended meanwhile is not used", async () => {
    answers.set("token", aToken({ expiresAt: NOW / 1_000 }));
    await read();
    away = true;
    await unavailable();
  });

  test.each(["domestic_vrp", "funds_confirmation"] as const)("never a token of %s", async (type) => {
    answers.set("token", aToken({ consent: aConsent({ type }) }));
    await read();
    away = true;
    await unavailable();
  });

  test.each([false, true])(
    "a stop ends the token, for data and payments, fresh list or not, however long ago it was seen (taken: %s)",
    async (confirmed) => {
      await read();
      away = true;
      fresh = false;
      later(KEPT_FOR_MS * 10);
      denials = [aDenial({ confirmed })];
      expect(await read()).toBeUndefined();
      expect(await use()).toBeUndefined();
    },
  );

  test("a pause on its way is a suspended consent; one that was taken may be over, which nobody can tell now", async () => {
    await read();
    away = true;
    denials = [aDenial({ effect: "suspended" })];
    expect((await read())?.consent?.status).toBe("suspended");
    denials = [aDenial({ effect: "suspended", confirmed: true })];
    await unavailable();
  });

  test("D-08: an account on its way out is not read", async () => {
    await read();
    away = true;
    denials = [aDenial({ effect: "account-removed", account_id: "acc-2" })];
    expect((await read())?.consent?.account_ids).toEqual(["acc-1"]);
    denials = [aDenial({ effect: "account-removed", account_id: "acc-2", confirmed: true })];
    await unavailable();
  });

  test("however many tokens are seen, so many are kept", async () => {
    for (let count = 0; count <= 10_000; count++) {
      answers.set(`token-${count}`, aToken());
      await read(`token-${count}`);
    }
    away = true;
    await expect(read("token-0")).rejects.toThrow(AuthorizationServerUnavailable);
    expect(await read("token-1")).toEqual(aToken());
  });
});

test("a fault that is no outage is not made good by what was kept", async () => {
  await read();
  away = true;
  outage = new TypeError("a fault of our own");
  await expect(read()).rejects.toThrow(TypeError);
});

describe("A-06: a TPP that the bank has suspended", () => {
  const { consent: _, ...own } = aToken();
  const payment = aToken({ consent: aConsent({ type: "domestic_payment" }) });
  const vrp = aToken({ consent: aConsent({ type: "domestic_vrp" }) });
  const funds = aToken({ consent: aConsent({ type: "funds_confirmation" }) });

  test.each([
    ["all-access", { data: true, own: true, payment: true, vrp: true, funds: true }],
    ["payments", { data: false, own: false, payment: true, vrp: true, funds: false }],
    ["new-consents", { data: false, own: false, payment: false, vrp: false, funds: false }],
  ] as const)("%s: what of it opens nothing", async (effect, expected) => {
    for (const [name, token] of Object.entries({ own, payment, vrp, funds })) answers.set(name, token);
    answers.set("data", aToken());
    suspended.set("tpp-beacon", effect);
    for (const [name, is] of Object.entries(expected)) expect((await use(name))?.suspended ?? false, name).toBe(is);
    expect((await read("data"))?.suspended ?? false).toBe(expected.data);
    suspended.clear();
    for (const name of Object.keys(expected)) expect(await use(name)).not.toHaveProperty("suspended");
  });

  test("also on what was kept, while the authorization server is away; another is read as before", async () => {
    answers.set("other", aToken({ clientId: "tpp-other" }));
    await read();
    await read("other");
    away = true;
    suspended.set("tpp-beacon", "all-access");
    expect((await read())?.suspended).toBe(true);
    expect(await read("other")).toEqual(aToken({ clientId: "tpp-other" }));
  });
});
