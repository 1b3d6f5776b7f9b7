import type { OfferedAccount } from "~/domain/consent/offered-account";
import { converted, type Exchange, isFirm } from "~/domain/consent-kinds/conversion";
import type { CrossBorderTerms } from "~/domain/consent-kinds/cross-border-terms";
import type { PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import { bankDayOf } from "~/domain/shared/bank-day";
import { isolated } from "~/domain/shared/isolated-text";
import type { Money } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { Fact } from "../facts-view";
import { totalLeaving } from "./present-payment-facts";

export type Abroad = PaymentTerms & CrossBorderTerms & { readonly amount: Money; readonly exchange?: Exchange };

/** Where the payee's account is: the bank by its name, its code beneath it, and the country. */
export function presentTheirBank({ destinationCountry, payeeBank }: CrossBorderTerms, words: Words): readonly Fact[] {
  const own = words.crossBorder;
  const [name, code] = [plainText(payeeBank?.name), plainText(payeeBank?.identification)];
  return [
    ...(name === undefined ? [] : [{ id: "payee-bank" as const, label: own.bank, value: isolated(name) }]),
    ...(code === undefined
      ? []
      : [{ id: "payee-bank" as const, label: name === undefined ? own.bank : own.bankCode, value: isolated(code) }]),
    ...(destinationCountry === undefined
      ? []
      : [{ id: "country" as const, label: own.country, value: formatsFor(words.locale).country(destinationCountry) }]),
  ];
}

/** Who pays the fees, and what else is said of the way. */
export function presentWay({ chargesBorneBy, purpose, urgent }: CrossBorderTerms, words: Words): readonly Fact[] {
  const own = words.crossBorder;
  const why = plainText(purpose);
  return [
    ...(urgent ? [{ id: "speed" as const, label: own.speed, value: own.urgent }] : []),
    ...(why === undefined ? [] : [{ id: "purpose" as const, label: own.purpose, value: isolated(why) }]),
    { id: "fees", label: own.fees, value: own.feesBorneBy[chargesBorneBy] },
  ];
}

/**
 * No rate is known for days to come: each payment is changed at that of its day. Of an amount in the payee's currency what
 * leaves an account in another one varies, else what the payee gets. Nothing where no account could need it.
 */
export function presentRateOfEach(
  { amount: { currency: ordered }, currencyOfTransfer }: Pick<Abroad, "amount" | "currencyOfTransfer">,
  offered: readonly OfferedAccount[],
  { crossBorder: own, locale }: Words,
): readonly Fact[] {
  const isSame = ordered === currencyOfTransfer;
  const isChanged = offered.some(
    ({ unavailable, account: { balance } }) => !unavailable && balance.currency !== ordered,
  );
  if (isSame && !isChanged) return [];
  return [
    ...(isSame
      ? []
      : [{ id: "gets" as const, label: own.gets, value: formatsFor(locale).currency(currencyOfTransfer) }]),
    { id: "rate", label: own.rate, value: isSame ? own.ofEachDay.leaves : own.ofEachDay.gets },
  ];
}

/** What the payee gets, by which rate, and how long that holds. Nothing where nothing is changed. */
export function presentRate(order: Abroad, words: Words, now: Date): readonly Fact[] {
  const { amount, currencyOfTransfer, exchange } = order;
  const own = words.crossBorder;
  const { currency, rate } = formatsFor(words.locale);
  const gets = exchange ? converted(amount, currencyOfTransfer, exchange) : undefined;
  const isSame = amount.currency === currencyOfTransfer;
  const got = isSame
    ? moneyIn(amount, true, words)
    : gets && moneyIn(gets, exchange !== undefined && isFirm(exchange), words);
  // A rate that names no second currency changes nothing: only accounts in this one can pay.
  if (isSame && (!exchange || exchange.unitCurrency === currencyOfTransfer)) return [];
  const other = exchange?.unitCurrency === currencyOfTransfer ? amount.currency : currencyOfTransfer;
  const isSaid = exchange?.rate !== undefined && exchange.unitCurrency !== other;
  return [
    { id: "gets", label: own.gets, value: got ?? currency(currencyOfTransfer) },
    {
      id: "rate",
      label: own.rate,
      value: isSaid ? rate(exchange.unitCurrency, exchange.rate ?? "", other) : own.unknown,
    },
    ...(exchange && isSaid ? presentHolding(exchange, words, now) : []),
  ];
}

function presentHolding(exchange: Exchange, words: Words, now: Date): readonly Fact[] {
  const own = words.crossBorder;
  const { moment, time } = formatsFor(words.locale);
  const fact = (value: string): Fact => ({ id: "rate-holds", label: own.held, value });
  if (exchange.rateType === "indicative") return [fact(own.indicative)];
  const { expiresAt } = exchange;
  const isToday = expiresAt !== undefined && bankDayOf(expiresAt) === bankDayOf(now);
  return [
    ...(exchange.rateType === "agreed" ? [fact(own.agreed)] : []),
    ...(expiresAt ? [fact(own.heldUntil(isToday ? time(expiresAt) : moment(expiresAt)))] : []),
  ];
}

const moneyIn = (money: Money, isExact: boolean, { locale, crossBorder }: Words) =>
  isExact ? formatsFor(locale).money(money) : crossBorder.about(formatsFor(locale).money(money));

/**
 * What leaves the account, for each currency of the accounts that it may leave from; what is not known is said not to be.
 */
export function presentTotals(order: Abroad, offered: readonly OfferedAccount[], words: Words): readonly Fact[] {
  const own = words.crossBorder;
  const { currency } = formatsFor(words.locale);
  const currencies = new Set(
    offered.filter(({ unavailable }) => unavailable === undefined).map(({ account }) => account.balance.currency),
  );
  const label = words.domesticPayment.total;
  const totals = [...currencies].map((code) => ({ code, total: leavingIn(order, code) }));
  if (totals.every(({ total }) => total === undefined)) return [{ id: "total", label, value: own.totalUnknown }];
  return totals.map(({ code, total }): Fact => {
    const isExact = code === order.amount.currency || (order.exchange !== undefined && isFirm(order.exchange));
    return {
      id: "total",
      label: totals.length === 1 ? label : own.totalFrom(currency(code)),
      value: total ? moneyIn(total, isExact, words) : own.totalUnknown,
    };
  });
}

/** The amount in the currency of an account, by the rate of the payment; undefined where that does not say it. */
const changedInto = ({ amount, exchange }: Abroad, currency: string): Money | undefined =>
  exchange ? converted(amount, currency, exchange) : amount.currency === currency ? amount : undefined;

/** What an account in a currency must hold for it, as far as that is known. */
export const leastIn = (order: Abroad, currency: string): Money | undefined =>
  leavingIn(order, currency) ?? changedInto(order, currency);

/** With the customer's own charges; undefined where part of it is in another currency, or as the banks agreed. */
function leavingIn(order: Abroad, currency: string): Money | undefined {
  const without = changedInto(order, currency);
  if (!without || order.charges.length === 0) return without;
  const isTheirs = order.charges.every(({ bearer }) => bearer === "payee");
  return isTheirs ? without : totalLeaving(without, order.charges);
}
