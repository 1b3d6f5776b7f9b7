import { expect, test } from "vitest";
import { enGB } from "~/i18n/en-GB";
import { presentAuthorityAway } from "./present-authority-away";

const at = new Date("2026-05-03T09:02:00Z");

test("B-14: while the authorization server answers nothing is said", () => {
  expect(presentAuthorityAway({ away: false, at }, enGB)).toBeUndefined();
});

test("B-14: the page says from when what it shows is, and that stopping works", () => {
  const { lines } = presentAuthorityAway({ away: true, at }, enGB) ?? { lines: [] };
  expect(lines.map((line) => line.replaceAll("\u00A0", " "))).toEqual([
    "What you see here is from 3 May 2026 at 10:02.",
    "You can still stop an app here.",
  ]);
  expect(presentAuthorityAway({ away: true }, enGB)?.lines[0]).toBe("What you see here may not be the newest.");
});
