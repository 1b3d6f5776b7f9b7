import { ACCOUNTS } from "../../personas.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { type Day, dayOfMonth, firstOfMonth, instantOn, lastOfMonth } from "./day.ts";
import type { Entry, Profile, Regular } from "./entry.ts";
import type { Minor } from "./money.ts";
import { PROFILES } from "./profiles.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * What the account's owner did in the ordinary course of life, booked from `from` to `to` (both included), oldest
 * first. The entries of a day depend on the account and the day alone, never on when one asks.
 */
export function generatedEntries(accountId: string, from: Day, to: Day): Entry[] {
  const profile = profileOf(accountId);
  const entries: Entry[] = [];
  for (let day = from; day <= Math.min(to, profile.closedOn ?? to); day += 1) {
    entries.push(...ordinaryEntries(accountId, profile, day));
    if (day === profile.closedOn) entries.push(payout(accountId, profile, day));
    else if (day === lastOfMonth(day)) entries.push(...settlements(accountId, profile, day));
  }
  return entries;
}

/** The balance at the start of `day`, before anything of that day is booked. */
export function generatedBalance(accountId: string, day: Day): Minor {
  const profile = profileOf(accountId);
  if (profile.closedOn !== undefined && day > profile.closedOn) return 0;
  return profile.opening + sum(generatedEntries(accountId, firstOfMonth(day), day - 1));
}

/** Every page of a list walks 24 months: a day is made up once. Bounded by the days that the bank tells of. */
const made = new Map<string, readonly Entry[]>();

function ordinaryEntries(accountId: string, profile: Profile, day: Day): readonly Entry[] {
  const key = `${accountId}/${day}`;
  const entries = made.get(key) ?? makeEntries(accountId, profile, day);
  made.set(key, entries);
  return entries;
}

function makeEntries(accountId: string, profile: Profile, day: Day): Entry[] {
  const chance = chanceOf(`${accountId}/${day}`);
  const entries = profile.regular
    .filter((item) => item.dayOfMonth === dayOfMonth(day))
    .map((item, index) => regularEntry(accountId, day, item, index, chance));
  if (profile.purchases) {
    const { per100Days, amount, merchants } = profile.purchases;
    const rate = Math.floor(per100Days / 100) + (chance.between(1, 100) <= per100Days % 100 ? 1 : 0);
    const count = chance.between(0, rate * 2);
    for (let index = 0; index < count; index += 1) {
      const merchant = chance.pick(merchants);
      // Made on the day before and booked in the night, so that at any hour some purchases are pending.
      const bookedAt = instantOn(day, 2 * HOUR + chance.between(0, 179) * MINUTE + index * 1_000);
      entries.push({
        id: entryId(accountId, day, `c${index}`),
        accountId,
        madeAt: instantOn(day - 1, 7 * HOUR + chance.between(0, 839) * MINUTE),
        bookedAt,
        amount: -chance.between(amount[0], amount[1]),
        kind: "card",
        counterparty: merchant,
        text: `CARD PAYMENT ${merchant.name.toUpperCase()}`,
      });
    }
  }
  return entries.sort((a, b) => a.bookedAt.getTime() - b.bookedAt.getTime());
}

function regularEntry(accountId: string, day: Day, item: Regular, index: number, chance: Chance): Entry {
  const bookedAt = instantOn(day, HOUR + index * MINUTE);
  const { kind, party, text, exchange } = item;
  return {
    id: entryId(accountId, day, `r${index}`),
    accountId,
    madeAt: bookedAt,
    bookedAt,
    amount: typeof item.amount === "number" ? item.amount : chance.between(item.amount[0], item.amount[1]),
    kind,
    counterparty: party,
    text,
    ...(exchange && { exchange }),
  };
}

/** The last evening of a month: what other accounts settle with this one, then what this one settles. */
function settlements(accountId: string, profile: Profile, day: Day): Entry[] {
  const mirrored = ACCOUNTS.filter(({ id }) => settlesWithAccount(id) === accountId).map(({ id }, at) =>
    settlement(accountId, day, `m${at}`, at, monthNet(id, profileOf(id), day), partyOf(id)),
  );
  const target = profile.settlesWith;
  const party = "party" in target ? target.party : partyOf(target.accountId);
  return [...mirrored, settlement(accountId, day, "s", 59, -monthNet(accountId, profile, day), party)];
}

/** What the month brought before its settlement: everything ordinary, and what others settled with this account. */
function monthNet(accountId: string, profile: Profile, lastDay: Day): Minor {
  let net = 0;
  for (let day = firstOfMonth(lastDay); day <= lastDay; day += 1) net += sum(ordinaryEntries(accountId, profile, day));
  for (const { id } of ACCOUNTS) {
    if (settlesWithAccount(id) === accountId) net += monthNet(id, profileOf(id), lastDay);
  }
  return net;
}

function payout(accountId: string, profile: Profile, day: Day): Entry {
  const left = profile.opening + monthNet(accountId, profile, day);
  const party = "party" in profile.settlesWith ? profile.settlesWith.party : partyOf(profile.settlesWith.accountId);
  return { ...settlement(accountId, day, "z", 59, -left, party), text: "ACCOUNT CLOSED" };
}

function settlement(
  accountId: string,
  day: Day,
  suffix: string,
  minute: number,
  amount: Minor,
  counterparty: Entry["counterparty"],
): Entry {
  const bookedAt = instantOn(day, 22 * HOUR + minute * MINUTE);
  const kind = amount < 0 ? "transfer_out" : "transfer_in";
  return {
    id: entryId(accountId, day, suffix),
    accountId,
    madeAt: bookedAt,
    bookedAt,
    amount,
    kind,
    counterparty,
    text: "MONTH END TRANSFER",
  };
}

const entryId = (accountId: string, day: Day, suffix: string) =>
  `txn-${accountId.slice(4)}-${instantOn(day).toISOString().slice(0, 10).replaceAll("-", "")}-${suffix}`;

const sum = (entries: readonly Entry[]): Minor => entries.reduce((total, { amount }) => total + amount, 0);

function settlesWithAccount(accountId: string): string | undefined {
  const target = profileOf(accountId).settlesWith;
  return "accountId" in target ? target.accountId : undefined;
}

function profileOf(accountId: string): Profile {
  const profile = PROFILES[accountId];
  if (!profile) throw new Error(`no such account: ${accountId}`);
  return profile;
}

function partyOf(accountId: string): Entry["counterparty"] {
  const account = ACCOUNTS.find(({ id }) => id === accountId);
  if (!account) throw new Error(`no such account: ${accountId}`);
  const { nickname: name, number, kind } = account;
  return { name, number, ...(kind === "CreditCard" && { scheme: "UK.OBIE.PAN" }) };
}
