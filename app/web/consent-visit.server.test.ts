import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { TEST_ENVIRONMENT } from "~/env.harness";
import { aVisit } from "~/ports/consent-desk.builders";
import { sealVisit, visitOf } from "./consent-visit.server";

const NOW = new Date("2026-03-14T10:00:00Z");
const MINUTE = 60_000;
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

beforeAll(() => {
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
});
afterEach(() => vi.useRealTimers());

/** Whose visit it still is, after so many minutes of one that must be answered by then. */
async function ownedAfter(minutes: number, answerBy: Date | undefined) {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  const visit = aVisit({ id: "v".repeat(22) as never });
  const [cookie = "", age = ""] = (await sealVisit(visit, answerBy)).split("; ");
  vi.setSystemTime(inMinutes(minutes));
  const request = new Request("https://app.test", { headers: { cookie } });
  return { mine: (await visitOf(request, visit.id)) !== undefined, kept: Number(age.replace("Max-Age=", "")) / 60 };
}

test.each([5, 10, 90, 600])("P-26: a visit to be answered in %i minutes lasts past its last moment", async (given) => {
  const answerBy = inMinutes(given);
  expect(await ownedAfter(given, answerBy)).toEqual({ mine: true, kept: given + 15 });
  expect((await ownedAfter(given + 14, answerBy)).mine).toBe(true);
  expect((await ownedAfter(given + 16, answerBy)).mine).toBe(false);
});

test("where nobody says how long, it lasts a quarter of an hour; a moment that is past shortens nothing", async () => {
  for (const answerBy of [undefined, inMinutes(-30)]) {
    expect(await ownedAfter(14, answerBy)).toEqual({ mine: true, kept: 15 });
    expect((await ownedAfter(16, answerBy)).mine).toBe(false);
  }
});
