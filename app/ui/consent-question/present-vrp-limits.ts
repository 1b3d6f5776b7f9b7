import { differenceOf } from "~/domain/consent/difference";
import type { DomesticVrp, PeriodicLimit } from "~/domain/consent-kinds/domestic-vrp";
import { leftIn, periodAt } from "~/domain/consent-kinds/vrp-periods";
import { type LimitUse, usedOf } from "~/domain/consent-kinds/vrp-use";
import { isStrong } from "~/domain/factor/authentication";
import { type BankDay, bankDayOf, calendarOf, noonOf } from "~/domain/shared/bank-day";
import { formatsFor } from "~/i18n/formats";
import type { LimitView } from "../consent-kinds/domestic-vrp-view";
import type { ChangeTag } from "../facts-view";
import { isOfCalendar, presentLimit } from "../present-limit";
import { earlierOf, tagOf } from "./present-changes";
import type { PresentContext } from "./present-context";

/**
 * Every limit as a sentence, never only the first: what it means, what its first part comes to, and what is left of it. In
 * place of an earlier consent each with what became of it, and those that hold no more last.
 */
export function presentVrpLimits(vrp: DomesticVrp, context: PresentContext): readonly LimitView[] {
  const items = itemsOf(vrp, context);
  const earlier = earlierOf("domestic-vrp", context.request.mode);
  if (!earlier) return items.map(({ view }) => view);
  const { vrpUse: _use, ...unused } = context;
  const { added, changed, removed } = differenceOf(
    itemsOf(earlier, unused),
    items,
    ({ about }) => about,
    (one, other) => one.view.text === other.view.text,
  );
  const tags = new Map<Item, ChangeTag>([
    ...added.map((item) => [item, tagOf("new", context.words)] as const),
    ...changed.map((pair) => [pair.now, tagOf("changed", context.words, pair.before.view.text)] as const),
  ]);
  return [
    ...items.map((item) => {
      const tag = tags.get(item);
      return tag ? { ...item.view, tag } : item.view;
    }),
    ...removed.map(({ view }) => ({ text: view.text, notes: [], tag: tagOf("removed", context.words) })),
  ];
}

interface Item {
  /** Which periods it is of; of no two limits it is the same. */
  readonly about: string;
  readonly view: LimitView;
}

function itemsOf(vrp: DomesticVrp, context: PresentContext): readonly Item[] {
  const { words } = context;
  const { money } = formatsFor(words.locale);
  return [
    { about: "each", view: { text: words.domesticVrp.eachTime(money(vrp.mostEachTime)), notes: [] } },
    ...vrp.limits.map((limit) => {
      const [state] = stateOf(limit, vrp, context);
      const notes = [...meaningOf(limit, vrp, context), ...(state === undefined ? [] : [state])];
      return {
        about: `${limit.period} ${limit.alignment}`,
        view: { text: presentLimit(limit, words), notes, ...(state !== undefined && { now: state }) },
      };
    }),
  ];
}

/** Which days each period has: the calendar's, or those that are counted from the start. */
function meaningOf(limit: PeriodicLimit, vrp: DomesticVrp, { words, now, request }: PresentContext): readonly string[] {
  const own = words.domesticVrp;
  // A day is a day, whatever it is counted from.
  if (limit.period === "day") return [own.meaning.day];
  if (isOfCalendar(limit)) return [own.meaning[limit.period]];
  const known = startOf(vrp, request);
  const start = bankDayOf(known ?? now);
  const isInMonths = limit.period !== "week" && limit.period !== "fortnight";
  return [
    known ? own.countedFrom(dateOf(start, words.locale)) : own.countedFromYes,
    ...(isInMonths && calendarOf(start).day > SHORTEST_MONTH ? [own.shorterMonths] : []),
  ];
}

const SHORTEST_MONTH = 28;

/** From when it counts, where that is settled: a yes that is given again changes nothing of it. */
const startOf = ({ validFrom }: DomesticVrp, { mode }: PresentContext["request"]): Date | undefined =>
  validFrom ?? (mode?.is === "again" ? (mode.first ?? mode.since) : undefined);

/** In use: what is used and left. Before: what the most is in the first period, where that is a part of one. */
function stateOf(
  limit: PeriodicLimit,
  vrp: DomesticVrp,
  { words, now, vrpUse, request }: PresentContext,
): readonly string[] {
  const { money } = formatsFor(words.locale);
  const own = words.domesticVrp;
  const use = isStrong(request.authentication) && vrpUse && usedOf(limit, vrpUse);
  if (use) return [own.used(money(use.used), money(leftOf(limit, use)), dateOf(bankDayOf(use.to) - 1, words.locale))];
  const { most, next, part } = periodAt(limit, bankDayOf(startOf(vrp, request) ?? now), bankDayOf(now));
  if (!part) return [];
  const days = own.daysOf(words.span.days(part.days), String(part.of));
  return [own.part(dateOf(next - 1, words.locale), money(most), days)];
}

/** The period that the bank counts in begins where it says: what is cut of the first one is cut from there. */
function leftOf(limit: PeriodicLimit, { from, used }: LimitUse) {
  const start = bankDayOf(from);
  return leftIn(periodAt(limit, start, start), used);
}

const dateOf = (day: BankDay, locale: string) => formatsFor(locale).date(noonOf(day));
