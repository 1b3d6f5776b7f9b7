import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { asCustomerSessionId } from "~/domain/shared/ids";
import { TEST_ENVIRONMENT } from "~/env.harness";
import { DeskUnavailable } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { sealVisit, visitOf } from "./consent-visit.server";

const holds = vi.hoisted(() => vi.fn());
vi.mock("./services.server", () => ({ services: () => ({ secondDevices: { holds } }) }));

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

describe("P-24: on a second device", () => {
  const visit = { ...aVisit({ id: "v".repeat(22) as never }), joinedBy: asCustomerSessionId("phone") };
  const opened = async () => {
    const [cookie = ""] = (await sealVisit(visit, undefined)).split("; ");
    return visitOf(new Request("https://app.test", { headers: { cookie } }), visit.id);
  };

  test("a visit is this browser's for as long as the record lets it in", async () => {
    holds.mockResolvedValueOnce(true);
    expect(await opened()).toEqual(visit);
    expect(holds).toHaveBeenCalledWith(visit.id, { customer: visit.customer, session: "phone" });
    holds.mockResolvedValueOnce(false);
    expect(await opened()).toBeUndefined();
  });

  test("nobody is let in while the record is away", async () => {
    holds.mockRejectedValueOnce(new DeskUnavailable("away", {}));
    await expect(opened()).rejects.toMatchObject({ status: 503 });
  });
});
