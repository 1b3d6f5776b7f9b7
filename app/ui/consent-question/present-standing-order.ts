import type { PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import {
  amountsMade,
  firstPayments,
  lastDayOf,
  regularAmount,
  type StandingOrderTerms,
  startsInRhythm,
} from "~/domain/consent-kinds/standing-order-terms";
import { type BankDay, bankDayOf, noonOf } from "~/domain/shared/bank-day";
import { isolated } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { PaymentKind } from "../consent-kinds/payment-view";
import type { Fact } from "../facts-view";
import { unbroken } from "../present-frame";
import type { PresentContext } from "./present-context";
import { cannotBeDone, type PayeeNames, presentPayment } from "./present-payment";
import { presentCharges, presentPayee, presentReference } from "./present-payment-facts";
import { presentRhythm } from "./present-rhythm";

/** So many payments are said with their days (P-18). */
const SHOWN = 3;

type Order = PaymentTerms & StandingOrderTerms & { readonly kind: PaymentKind };

/** What a kind says beside what all standing orders say. */
interface More {
  readonly ofPayee: readonly Fact[];
  readonly ofAmount: readonly Fact[];
  /** How often a charge is paid. */
  readonly ofFee?: (fee: string) => string;
}

const NOTHING_MORE: More = { ofPayee: [], ofAmount: [] };

/** A standing order of either kind. */
export function presentStandingOrder(order: Order, context: PresentContext, more = NOTHING_MORE) {
  const { app, words, bank } = context;
  const own = words.standingOrder;
  const amount = formatsFor(words.locale).money(regularAmount(order));
  const eachAmount = presentEachAmount(order, words);
  const rhythm = presentRhythm(order, words);
  return presentPayment(order, context, leavingFrom(order), (payee) => ({
    title: own.question(eachAmount, payee.short, rhythm),
    question: { verb: words.domesticPayment.verb, amount: eachAmount, to: own.to(payee.short, rhythm) },
    detailsTitle: own.details,
    facts: factsOf(order, context, payee, rhythm, more),
    cannot: cannotBeDone(own.cannot(app), own.cannotDo),
    summary: (account) =>
      [
        account === undefined
          ? own.summary(amount, payee.short, app, rhythm)
          : own.summaryLocked(amount, payee.short, app, rhythm, account),
        ...presentOtherPayments(order, words),
      ].join(" "),
    afterwardsText: own.afterwardsText(isolated(bank.name), isolated(unbroken(bank.phone))),
    alone: [presentFirst(order, words), ...presentLast(order, words), `${presentEnd(order, words)}.`],
    allow: own.allow(eachAmount),
  }));
}

/** The first payment leaves first; abroad it may leave from an account in a currency that is not its own. */
const leavingFrom =
  ({ first: { amount } }: Order) =>
  (currency: string) =>
    amount.currency === currency ? amount : undefined;

function factsOf(
  order: Order,
  { words, payeeCheck }: PresentContext,
  payee: PayeeNames,
  rhythm: string,
  more: More,
): readonly Fact[] {
  const { capitalised } = formatsFor(words.locale);
  const own = words.standingOrder;
  return [
    ...presentPayee(order.payee, payee.whole, payeeCheck, words),
    ...more.ofPayee,
    ...presentAmounts(order, words),
    ...more.ofAmount,
    ...presentCharges(order.charges, words).map((fact) =>
      more.ofFee ? { ...fact, value: more.ofFee(fact.value) } : fact,
    ),
    presentReference(order.reference, words),
    { id: "rhythm", label: own.howOften, value: capitalised(rhythm) },
    ...presentNext(order, words),
    { id: "ends", label: own.howLong, value: presentEnd(order, words) },
  ];
}

const dayIn = (day: BankDay, words: Words) => formatsFor(words.locale).date(noonOf(day));

/** One amount where all payments are alike; else the first, the others and the last, each by its name. */
function presentAmounts(order: Order, words: Words): readonly Fact[] {
  const own = words.standingOrder;
  const { money } = formatsFor(words.locale);
  const { first, between, last } = amountsMade(order);
  const isAsBefore = last === undefined || last.minor === (between ?? first).minor;
  if (isAsBefore && first.minor === (between ?? first).minor) {
    return [{ id: "amount", label: words.domesticPayment.amount, value: money(first) }];
  }
  return [
    { id: "first", label: own.first, value: money(first) },
    ...(between ? [{ id: "regular" as const, label: own.regular, value: money(between) }] : []),
    ...(isAsBefore ? [] : [{ id: "last" as const, label: own.last, value: money(last) }]),
  ];
}

/** The first payment, where its amount or day is not what is asked about, and the last (P-18). */
const presentOtherPayments = (order: Order, words: Words): readonly string[] => [
  ...(order.first.amount.minor === regularAmount(order).minor && startsInRhythm(order)
    ? []
    : [presentFirst(order, words)]),
  ...presentLast(order, words),
];

const presentFirst = ({ first }: Order, words: Words): string =>
  words.standingOrder.firstIs(formatsFor(words.locale).money(first.amount), dayIn(bankDayOf(first.on), words));

/** The last payment, where it is of another amount than those before. */
function presentLast(order: Order, words: Words): readonly string[] {
  const { last } = amountsMade(order);
  return last === undefined || last.minor === regularAmount(order).minor
    ? []
    : [words.standingOrder.lastIs(formatsFor(words.locale).money(last))];
}

/** Every amount that a yes sets up, in the order in which they leave: "£100.00, then £60.00, and £20.00 at the end". */
function presentEachAmount(order: Order, words: Words): string {
  const own = words.standingOrder;
  const { money } = formatsFor(words.locale);
  const { first, between, last } = amountsMade(order);
  const regular = between ?? first;
  const before = first.minor === regular.minor ? money(first) : own.andThen(money(first), money(regular));
  return last === undefined || last.minor === regular.minor ? before : own.atLast(before, money(last));
}

function presentNext(order: Order, words: Words): readonly Fact[] {
  const own = words.standingOrder;
  const { money } = formatsFor(words.locale);
  const items = firstPayments(order, SHOWN).map(({ on, amount }) => own.payment(money(amount), dayIn(on, words)));
  const [value = "", ...values] = items;
  return [{ id: "next", label: own.next, value, ...(values.length > 0 && { values }) }];
}

function presentEnd(order: Order, words: Words): string {
  const own = words.standingOrder;
  const last = lastDayOf(order);
  if (last === undefined) return own.untilStopped;
  const day = dayIn(last, words);
  return order.count === undefined ? own.until(day) : own.lastOn(own.payments(order.count), day);
}
