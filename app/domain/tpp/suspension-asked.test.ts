import { expect, test } from "vitest";
import { asClientId } from "../shared/ids";
import { suspensionAsked } from "./suspension-asked";

const NOW = new Date("2026-03-14T10:00:00Z");
const FORM = { scope: "payments", from: "", until: "", reason: "Reported by customers" };
const asked = (over: Partial<typeof FORM>) => suspensionAsked(asClientId("tpp-1"), { ...FORM, ...over }, NOW);

test("C-02: why it is suspended is one line of plain text, which nothing turns round and the database takes", () => {
  expect(asked({ reason: "Reported \u202Eby\u0000\ncustomers \uD800" })).toMatchObject({
    ok: true,
    value: { reason: "Reported by customers" },
  });
});

test("a reason of what nobody can see is none", () => {
  expect(asked({ reason: "\u200B".repeat(40) })).toEqual({ ok: false, error: ["reason"] });
});

test.each(["2026-02-31T10:00", "0000-01-01T00:00", "2026-03-14", "9999-12-31T23:59", "soon"])(
  "%s is no time that it could begin or end at",
  (text) => {
    expect(asked({ from: text })).toEqual({ ok: false, error: ["from"] });
    expect(asked({ until: text }).ok).toBe(false);
  },
);

test("A-06: nothing is suspended from before it was asked for", () => {
  const now = NOW.toISOString();
  expect(asked({ from: "" })).toMatchObject({ ok: true, value: { from: now } });
  expect(asked({ from: "2026-03-14T09:01" })).toMatchObject({ ok: true, value: { from: now } });
  expect(asked({ from: "2026-03-14T10:01" })).toMatchObject({ ok: true, value: { from: "2026-03-14T10:01:00.000Z" } });
  expect(asked({ from: "2026-03-14T08:59" })).toEqual({ ok: false, error: ["from"] });
  expect(asked({ from: "2026-03-13T12:00" })).toEqual({ ok: false, error: ["from"] });
});
