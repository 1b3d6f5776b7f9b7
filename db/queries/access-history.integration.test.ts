import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bankDayOf, noonOf } from "~/domain/shared/bank-day";
import { asAccountId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import {
  type AccessWorld,
  accessWorld,
  account,
  anAccessEvent,
  CUSTOMER,
  daysAgo,
  NOW,
} from "./access-history.harness";
import { aConsentId, anEvent, aRecord } from "./consent-projection.harness";

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.stop());

/** At noon: how many days ago a moment late in the evening was hangs on whether the clocks have changed since. */
const bankDaysAgo = (days: number) => noonOf(bankDayOf(NOW) - days);

const STRANGER = asCustomerId("cus-2");

describe("what a customer is shown (C-07, I-42)", () => {
  test("what is a stranger's looks like what does not exist", async () => {
    const consentId = await world.aConsent();
    await world.take([anAccessEvent({ consentId })]);
    for (const [id, customer] of [
      [consentId, STRANGER],
      [asConsentId("aac-unknown"), CUSTOMER],
    ] as const) {
      expect(await world.history().clustersOf(id, customer)).toEqual([]);
      expect(await world.history().daysOf(id, customer, { size: 10 })).toEqual([]);
      expect(await world.history().accountsReadOf(id, customer)).toEqual([]);
      expect(await world.allOf(id, customer)).toEqual([]);
    }
    expect(await world.allOf(consentId)).toHaveLength(1);
  });

  test("reads of a consent that nobody knew are there once it is known", async () => {
    const id = aConsentId();
    await world.take([anAccessEvent({ consentId: id })]);
    expect(await world.days(id)).toEqual([]);
    await world.upkeep.takeEvent(anEvent(aRecord({ id }), "authorised", "customer"));
    expect(await world.days(id)).toHaveLength(1);
  });

  test("when each group of data was last read, though balances and names of accounts are of one (D-04)", async () => {
    const consentId = await world.aConsent();
    await world.take([
      anAccessEvent({ consentId, at: daysAgo(3), resource: "accounts" }),
      anAccessEvent({ consentId, at: daysAgo(2), resource: "balances" }),
      anAccessEvent({ consentId, at: daysAgo(9), resource: "transactions" }),
      anAccessEvent({ consentId, at: daysAgo(5), resource: "transactions" }),
    ]);
    expect(await world.history().clustersOf(consentId, CUSTOMER)).toEqual([
      { cluster: "account-details", lastAt: daysAgo(2) },
      { cluster: "transactions", lastAt: daysAgo(5) },
    ]);
  });

  test("twelve weeks of each of many consents, the last of them ending today; none of what was never read", async () => {
    const [one, other, never] = [await world.aConsent(), await world.aConsent(), await world.aConsent()];
    await world.take([
      anAccessEvent({ consentId: one }),
      anAccessEvent({ consentId: one, at: bankDaysAgo(6) }),
      anAccessEvent({ consentId: one, at: bankDaysAgo(7) }),
      anAccessEvent({ consentId: one, at: bankDaysAgo(83) }),
      anAccessEvent({ consentId: one, at: bankDaysAgo(84) }),
      anAccessEvent({ consentId: other, at: bankDaysAgo(100) }),
    ]);
    const found = await world.history().summaryOf([one, other, never]);
    expect(found.get(one)).toEqual({ lastAt: NOW, weeks: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2] });
    expect(found.get(other)).toEqual({ lastAt: bankDaysAgo(100), weeks: Array(12).fill(0) });
    expect(found.has(never)).toBe(false);
    expect((await world.history().summaryOf([])).size).toBe(0);
  });

  test("days page by page, and of one account", async () => {
    const consentId = await world.aConsent();
    const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12));
    await world.take([
      ...[1, 2, 3, 4].map((day) => anAccessEvent({ consentId, at: at(day) })),
      anAccessEvent({ consentId, at: at(2), accounts: [account("acc-2", 1)] }),
    ]);
    const page = async (over: object) =>
      (await world.history().daysOf(consentId, CUSTOMER, { size: 2, ...over })).map(({ day }) => day);
    expect(await page({})).toEqual(["2026-03-04", "2026-03-03"]);
    expect(await page({ before: "2026-03-03" })).toEqual(["2026-03-02", "2026-03-01"]);
    expect(await page({ account: asAccountId("acc-2") })).toEqual(["2026-03-02"]);
    expect(await world.history().accountsReadOf(consentId, CUSTOMER)).toEqual(["acc-1", "acc-2"]);
  });

  test("every single read comes, in whatever number of pages", async () => {
    const consentId = await world.aConsent();
    const events = Array.from({ length: 2_300 }, (_, index) =>
      anAccessEvent({ consentId, at: new Date(NOW.getTime() - index * 1_000) }),
    );
    for (let from = 0; from < events.length; from += 500) await world.take(events.slice(from, from + 500));
    const reads = await world.allOf(consentId);
    expect(reads.map(({ at }) => at.getTime())).toEqual(events.map(({ at }) => at.getTime()));
  });
});
