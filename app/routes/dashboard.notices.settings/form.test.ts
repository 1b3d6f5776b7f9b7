import { expect, test } from "vitest";
import { NO_PREFERENCES } from "~/domain/notifications/notice-preferences";
import { asClientId } from "~/domain/shared/ids";
import { readSettings } from "./form";

const [BEACON, TALLY, OLD] = ["tpp-beacon", "tpp-tally", "tpp-old"].map(asClientId) as [
  ReturnType<typeof asClientId>,
  ReturnType<typeof asClientId>,
  ReturnType<typeof asClientId>,
];
const ALL = ["reminders", "endings", "requests"].flatMap((topic) => [`${topic}:in-app`, `${topic}:e-mail`]);

function read(fields: readonly (readonly [string, string])[], before = NO_PREFERENCES) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return readSettings(form, before, [BEACON, TALLY, OLD]);
}
const wanted = (...topics: string[]) => topics.map((each) => ["wanted", each] as const);

test("D-26: what is ticked is wanted, and what is not is off", () => {
  expect(read(wanted(...ALL)).preferences).toEqual({ off: [], mutedApps: [] });
  expect(read(wanted(...ALL.slice(1))).preferences.off).toEqual(["reminders:in-app"]);
  expect(read([]).preferences.off).toEqual(ALL);
});

test("D-26: quiet hours hold where they are ticked, and are two different ones", () => {
  const hours = (from: string, until: string) =>
    read([
      ["quiet", "on"],
      ["quiet-from", from],
      ["quiet-until", until],
    ]);
  expect(hours("22", "7")).toMatchObject({ preferences: { quiet: { from: 22, until: 7 } }, sameHours: false });
  expect(hours("0", "0")).toMatchObject({ sameHours: true });
  for (const made of ["24", "-1", "7.5", "", "seven", "007"])
    expect(hours(made, "7").preferences.quiet).toBeUndefined();
  expect(
    read([
      ["quiet-from", "7"],
      ["quiet-until", "7"],
    ]),
  ).toMatchObject({ sameHours: false });
});

test("D-12: of apps only those that stood on the page are decided about, and only the customer's own", () => {
  const before = { ...NO_PREFERENCES, mutedApps: [OLD] };
  const { mutedApps } = read(
    [
      ["app", BEACON],
      ["remind", BEACON],
      ["app", TALLY],
      ["app", "tpp-foreign"],
    ],
    before,
  ).preferences;
  expect(mutedApps).toEqual([OLD, TALLY]);
  expect(
    read(
      [
        ["app", OLD],
        ["remind", OLD],
      ],
      before,
    ).preferences.mutedApps,
  ).toEqual([]);
});
