import { expect, test } from "vitest";
import { asClientId } from "../shared/ids";
import type { NoticeKind } from "./notice";
import { NO_PREFERENCES, type NoticePreferences, noticeWays } from "./notice-preferences";

const BEACON = asClientId("tpp-beacon");
const NIGHT = new Date("2027-01-14T23:30:00Z");
const EVERYTHING_OFF: NoticePreferences = {
  off: [
    "reminders:in-app",
    "reminders:e-mail",
    "endings:in-app",
    "endings:e-mail",
    "requests:in-app",
    "requests:e-mail",
  ],
  quiet: { from: 22, until: 7 },
  mutedApps: [BEACON],
};
const ways = (what: NoticeKind, over: Partial<NoticePreferences> = {}, at = NIGHT) =>
  noticeWays(what, BEACON, { ...NO_PREFERENCES, ...over }, at);
const mailedAt = (at: string, quiet: NoticePreferences["quiet"]) => {
  const { mail } = ways("ends-soon", quiet ? { quiet } : {}, new Date(at));
  return mail ? mail.toISOString() : mail;
};

test("who has chosen nothing hears of everything, at once", () => {
  for (const what of ["ends-soon", "expired", "signature-asked", "stopped"] as const)
    expect(ways(what)).toEqual({ inApp: true, mail: NIGHT });
});

test.each(["authorised", "declined", "stopped", "ended", "paused", "resumed", "renewed", "reconnected"] as const)(
  "D-26: nothing silences %s, by any way and at any hour",
  (what) => {
    expect(ways(what, EVERYTHING_OFF)).toEqual({ inApp: true, mail: NIGHT });
  },
);

test("D-26: each topic is switched off by each way alone", () => {
  expect(ways("expired", { off: ["endings:e-mail"] })).toEqual({ inApp: true, mail: false });
  expect(ways("expired", { off: ["endings:in-app"] })).toEqual({ inApp: false, mail: NIGHT });
  expect(ways("signature-asked", { off: ["endings:e-mail", "reminders:in-app"] })).toEqual(ways("signature-asked"));
});

test("D-12: a muted app is not reminded of; what becomes of it is told all the same", () => {
  expect(ways("ends-soon", { mutedApps: [BEACON] })).toEqual({ inApp: false, mail: false });
  expect(ways("ends-soon", { mutedApps: [asClientId("tpp-other")] })).toEqual({ inApp: true, mail: NIGHT });
  expect(ways("withdrawn", { mutedApps: [BEACON] })).toEqual({ inApp: true, mail: NIGHT });
});

test.each([
  ["over midnight", "2027-01-14T23:30:00Z", "2027-01-15T07:00:00.000Z"],
  ["after midnight", "2027-01-15T06:59:59Z", "2027-01-15T07:00:00.000Z"],
  ["at the first minute", "2027-01-14T22:00:00Z", "2027-01-15T07:00:00.000Z"],
  ["in summer, by the bank's clock", "2027-07-14T21:30:00Z", "2027-07-15T06:00:00.000Z"],
  ["in the night that has an hour less", "2027-03-27T22:10:00Z", "2027-03-28T06:00:00.000Z"],
  ["in the night that has an hour more", "2027-10-30T21:10:00Z", "2027-10-31T07:00:00.000Z"],
])("D-26: mail waits until quiet hours end: %s", (_, at, then) => {
  expect(mailedAt(at, { from: 22, until: 7 })).toBe(then);
});

test("D-26: outside of quiet hours mail goes at once, also at the minute when they end", () => {
  for (const at of ["2027-01-15T07:00:00.000Z", "2027-01-14T21:59:59.000Z"])
    expect(mailedAt(at, { from: 22, until: 7 })).toBe(at);
  expect(mailedAt("2027-01-14T13:30:00.000Z", { from: 12, until: 14 })).toBe("2027-01-14T14:00:00.000Z");
  expect(mailedAt("2027-01-14T23:30:00.000Z", { from: 12, until: 14 })).toBe("2027-01-14T23:30:00.000Z");
});
