import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ACCOUNTS } from "../../personas.ts";
import { dayFrom, monthsBefore } from "./day.ts";
import { generatedBalance, generatedEntries } from "./generated-entries.ts";
import { PROFILES } from "./profiles.ts";

const someDay = fc.integer({ min: dayFrom("2024-01-01"), max: dayFrom("2030-12-31") });
const someAccount = fc.constantFrom(...ACCOUNTS.map(({ id }) => id));
const total = (entries: readonly { amount: number }[]) => entries.reduce((sum, { amount }) => sum + amount, 0);

test("the entries of a day do not depend on the range that was asked for", () => {
  fc.assert(
    fc.property(someAccount, someDay, fc.integer({ min: 0, max: 40 }), (account, day, more) => {
      const alone = generatedEntries(account, day, day);
      const within = generatedEntries(account, day - more, day + more).filter(({ id }) =>
        alone.some((entry) => entry.id === id),
      );
      expect(within).toEqual(alone);
    }),
    { numRuns: 60 },
  );
});

test("a balance moves by exactly what is booked, across months and years", () => {
  fc.assert(
    fc.property(someAccount, someDay, fc.integer({ min: 1, max: 90 }), (account, day, days) => {
      const moved = total(generatedEntries(account, day, day + days - 1));
      expect(generatedBalance(account, day + days) - generatedBalance(account, day)).toBe(moved);
    }),
    { numRuns: 80 },
  );
});

test("what one account settles with another arrives there to the penny", () => {
  for (const account of ACCOUNTS) {
    const target = PROFILES[account.id]?.settlesWith;
    if (!target || !("accountId" in target)) continue;
    const from = dayFrom("2025-01-01");
    const to = dayFrom("2025-12-31");
    const sent = generatedEntries(account.id, from, to).filter(({ id }) => id.endsWith("-s"));
    const received = generatedEntries(target.accountId, from, to).filter(
      ({ counterparty, text }) => counterparty.number === account.number && text === "MONTH END TRANSFER",
    );
    expect(sent).toHaveLength(12);
    expect(received.map(({ amount }) => -amount)).toEqual(sent.map(({ amount }) => amount));
  }
});

test("a closed account is paid out to zero and then stays silent", () => {
  const closedOn = PROFILES["acc-owen-old"]?.closedOn;
  if (closedOn === undefined) throw new Error("the closed account of the cast has no closing day");
  expect(generatedBalance("acc-owen-old", closedOn)).not.toBe(0);
  expect(generatedBalance("acc-owen-old", closedOn) + total(generatedEntries("acc-owen-old", closedOn, closedOn))).toBe(
    0,
  );
  expect(generatedEntries("acc-owen-old", closedOn + 1, closedOn + 90)).toEqual([]);
});

test("24 months of the main accounts are enough to page through, over two new years", () => {
  const to = dayFrom("2026-02-10");
  const entries = generatedEntries("acc-arun-main", monthsBefore(to, 24), to);
  expect(entries.length).toBeGreaterThan(1_000);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(new Set(entries.map(({ bookedAt }) => bookedAt.getUTCFullYear()))).toEqual(new Set([2024, 2025, 2026]));
});

test("the world is the same on every machine", () => {
  const all = ACCOUNTS.map(({ id }) => generatedEntries(id, dayFrom("2024-12-01"), dayFrom("2025-01-31")));
  expect(createHash("sha256").update(JSON.stringify(all)).digest("hex")).toBe(
    "bc4dbd61842a486925932cde510dc3f715474cc625423d692a91b04717ed7d19",
  );
});
