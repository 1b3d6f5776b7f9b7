import { CompactSign, createLocalJWKSet, exportJWK, generateKeyPair } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { createDenyList, type HeldDenyList } from "./deny-list.ts";

const APP = "http://assent.localhost:4100";
const AT = Date.UTC(2026, 4, 3, 9);
const ours = await generateKeyPair("PS256", { extractable: true });
const strange = await generateKeyPair("PS256", { extractable: true });
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(ours.publicKey)), kid: "app" }] });

let now: number;
let ticks: number;
let list: HeldDenyList;
beforeEach(() => {
  now = AT;
  ticks = 0;
  list = createDenyList(keys, APP, { now: () => now, ticks: () => ticks });
});

/** Both clocks, as they go. */
const later = (ms: number) => {
  now += ms;
  ticks += ms;
};

const aDenial = (consent: string) => ({
  consent_id: consent,
  effect: "ended" as const,
  since: Math.floor(AT / 1_000),
  confirmed: false,
});

interface Written {
  readonly iss?: string;
  readonly at?: number;
  readonly seq?: number;
  readonly digest?: string;
  readonly complete?: boolean;
  readonly entries?: readonly object[] | undefined;
  readonly clients?: readonly object[];
}

const signed = (over: Written = {}, { typ = "deny-list+jws", key = ours.privateKey } = {}) => {
  const { iss = APP, at = now, seq = at * 1_000, digest = "d1", complete = true } = over;
  const entries = "entries" in over ? over.entries : [aDenial("aac-1")];
  const clients = entries && (over.clients ?? []);
  const list = { iss, iat: Math.floor(at / 1_000), seq, digest, complete, entries, clients };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(list)))
    .setProtectedHeader({ alg: "PS256", kid: "app", typ })
    .sign(key);
};

const deniedBy = (held: HeldDenyList) => held.of("aac-1").length === 1;

test("X-09: before the first list nothing is fresh, and of nothing is anything known", () => {
  expect([list.isFresh(), deniedBy(list), list.digest]).toEqual([false, false, undefined]);
});

test("X-09: what it says is denied, and of what is not on it nothing changed", async () => {
  await list.take(await signed());
  expect([list.isFresh(), deniedBy(list), list.of("aac-2"), list.digest]).toEqual([true, true, [], "d1"]);
});

test("a newer one takes the place of the last: an entry that is gone is denied no more", async () => {
  await list.take(await signed());
  later(1_000);
  await list.take(await signed({ digest: "d2", entries: [] }));
  expect([deniedBy(list), list.digest]).toEqual([false, "d2"]);
});

test("the same entries, not said again, are as new as the list that leaves them out", async () => {
  await list.take(await signed());
  later(25_000);
  await list.take(await signed({ entries: undefined }));
  later(25_000);
  expect([list.isFresh(), deniedBy(list)]).toEqual([true, true]);
});

describe("not taken, and what was held still holds", () => {
  test.each([
    ["another's signature", () => signed({ entries: [] }, { key: strange.privateKey })],
    ["signed for another end", () => signed({ entries: [] }, { typ: "consent-event+jws" })],
    ["of another app", () => signed({ iss: "http://evil.localhost:4100", entries: [] })],
    ["older than the last one", () => signed({ at: now - 1_000, entries: [] })],
    ["too old", () => signed({ at: now - 31_000, seq: now * 1_001, entries: [] })],
    ["of the future", () => signed({ at: now + 31_000, entries: [] })],
    ["without entries that are not held", () => signed({ digest: "d2", entries: undefined })],
    ["an effect that nobody knows", () => signed({ entries: [{ ...aDenial("aac-1"), effect: "perhaps" }] })],
    ["no signature", async () => "a.b.c"],
  ])("%s", async (_, made) => {
    await list.take(await signed());
    later(1);
    await expect(list.take(await made())).rejects.toThrow();
    expect([deniedBy(list), list.digest]).toEqual([true, "d1"]);
  });
});

describe("not fresh: it denies what it denied, and lets nothing through", () => {
  test.each([
    ["after half a minute", () => later(30_001)],
    [
      "when the clock is set back and time goes on",
      () => {
        ticks += 30_001;
        now -= 60_000;
      },
    ],
    [
      "when the clock is set on",
      () => {
        now += 30_001;
      },
    ],
  ])("%s", async (_, happens) => {
    await list.take(await signed());
    happens();
    expect([list.isFresh(), deniedBy(list)]).toEqual([false, true]);
  });

  test("when there was more than it says", async () => {
    await list.take(await signed({ complete: false }));
    expect([list.isFresh(), deniedBy(list)]).toEqual([false, true]);
  });
});

describe("A-06: what a TPP may not do", () => {
  const beacon = { client_id: "tpp-beacon", effect: "payments", until: AT / 1_000 + 60 };

  test("is denied to it alone, until its time is over, list or no list", async () => {
    await list.take(await signed({ clients: [beacon, { client_id: "tpp-other", effect: "all-access" }] }));
    expect([[...list.ofClient("tpp-beacon")], [...list.ofClient("tpp-other")], [...list.ofClient("tpp-a")]]).toEqual([
      ["payments"],
      ["all-access"],
      [],
    ]);
    later(59_999);
    expect(list.ofClient("tpp-beacon").has("payments")).toBe(true);
    later(1);
    expect(list.ofClient("tpp-beacon").size).toBe(0);
    expect(list.ofClient("tpp-other").size).toBe(1);
  });

  test("and no longer than the next list says", async () => {
    await list.take(await signed({ clients: [beacon] }));
    later(1_000);
    await list.take(await signed({ digest: "d2", clients: [] }));
    expect(list.ofClient("tpp-beacon").size).toBe(0);
  });

  test("an effect that nobody knows is no list", async () => {
    await expect(list.take(await signed({ clients: [{ client_id: "a", effect: "perhaps" }] }))).rejects.toThrow();
  });
});
