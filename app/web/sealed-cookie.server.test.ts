import { randomBytes } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { sealedCookie } from "./sealed-cookie.server";

const [newer, older] = [randomBytes(32), randomBytes(32)];
const schema = z.object({ handoff: z.string(), at: z.number() });
const payload = { handoff: "h".repeat(200), at: 1 };

function cookie(keys: readonly Uint8Array[] = [newer], name: `__Host-${string}` = "__Host-visit") {
  return sealedCookie({ name, schema, maxAgeSeconds: 600, keys: () => keys });
}

function requestWith(setCookie: string, name?: string): Request {
  const [pair = ""] = setCookie.split(";");
  const header = name ? pair.replace(/^[^=]+/, name) : pair;
  return new Request("https://app.test", { headers: { cookie: `a=b; ${header}; c=d` } });
}

afterEach(() => vi.useRealTimers());

test("what is sealed comes back", async () => {
  expect(await cookie().open(requestWith(await cookie().seal(payload)))).toEqual(payload);
});

test("it is tied to the host, hidden from scripts, small, and unreadable", async () => {
  const header = await cookie().seal(payload);
  expect(header).toMatch(/^__Host-visit=[\w.-]+; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  expect(header.length).toBeLessThanOrEqual(1_024);
  const [, value = ""] = /=([^;]+)/.exec(header) ?? [];
  for (const part of value.split(".")) expect(Buffer.from(part, "base64url").toString()).not.toContain("hhhh");
});

test("a payload that would not fit is an error, not a cookie that browsers drop", async () => {
  await expect(cookie().seal({ ...payload, handoff: "h".repeat(1_000) })).rejects.toThrow(RangeError);
});

test("a cookie that may be larger says how large", async () => {
  const large = { ...payload, handoff: "h".repeat(2_000) };
  const roomy = sealedCookie({
    name: "__Host-visit",
    schema,
    maxAgeSeconds: 600,
    maxBytes: 3_800,
    keys: () => [newer],
  });
  expect(await roomy.open(requestWith(await roomy.seal(large)))).toEqual(large);
  await expect(roomy.seal({ ...large, handoff: "h".repeat(3_000) })).rejects.toThrow("3800 bytes");
});

test("keys can be replaced: the newest seals, all open, a removed one no longer does", async () => {
  const sealedByOlder = await cookie([older]).seal(payload);
  const sealedByBoth = await cookie([newer, older]).seal(payload);
  expect(await cookie([newer, older]).open(requestWith(sealedByOlder))).toEqual(payload);
  expect(await cookie([newer]).open(requestWith(sealedByBoth))).toEqual(payload);
  expect(await cookie([newer]).open(requestWith(sealedByOlder))).toBeUndefined();
});

test("every changed character is noticed", async () => {
  const header = await cookie().seal({ handoff: "x", at: 1 });
  const value = /=([^;]+)/.exec(header)?.[1] ?? "";
  for (let i = 0; i < value.length; i += 7) {
    // Bits 2 to 5 of a base64url character always carry data; the last character's low bits may be padding.
    const other = value[i] === "A" ? "Q" : "A";
    const changed = `${value.slice(0, i)}${other}${value.slice(i + 1)}`;
    expect(await cookie().open(requestWith(`__Host-visit=${changed};`)), `position ${i}`).toBeUndefined();
  }
});

test("an expired one is gone, whatever the browser kept", async () => {
  const header = await cookie().seal(payload);
  vi.useFakeTimers({ now: Date.now() + 601_000 });
  expect(await cookie().open(requestWith(header))).toBeUndefined();
});

test("one cookie's value means nothing under another's name", async () => {
  const header = await cookie().seal(payload);
  expect(await cookie([newer], "__Host-other").open(requestWith(header, "__Host-other"))).toBeUndefined();
});

test("another shape than the schema's is nothing", async () => {
  const loose = sealedCookie({ name: "__Host-visit", schema: z.unknown(), maxAgeSeconds: 600, keys: () => [newer] });
  expect(await cookie().open(requestWith(await loose.seal({ other: true })))).toBeUndefined();
});

test.each(["", "__Host-visit=", "__Host-visit=a.b.c.d.e", "x__Host-visit=1", "__Host-visit=%00"])(
  "garbage is nothing: %j",
  async (header) => {
    const request = new Request("https://app.test", { headers: { cookie: header } });
    expect(await cookie().open(request)).toBeUndefined();
  },
);
