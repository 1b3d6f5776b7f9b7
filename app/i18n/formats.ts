import { BANK_TIME_ZONE, bankDayOf, calendarOf, dayOf, noonOf } from "~/domain/shared/bank-day";
import { directionOf } from "~/domain/shared/direction";
import { leftToRight } from "~/domain/shared/isolated-text";
import { decimalOf, type Money } from "~/domain/shared/money";
import { welshAnd } from "./welsh-and";

/** How one language writes dates, amounts and lists. */
export interface Formats {
  /** "14 March 2027". */
  date(instant: Date): string;
  /** "18:00", for what ends within hours. */
  time(instant: Date): string;
  /** "14 March 2027 at 18:00", for what ends so soon that the day alone would mislead. */
  moment(instant: Date): string;
  /** "14 March 2027 at 18:00 GMT", for what is read years later and anywhere. */
  stamp(instant: Date): string;
  /** "£42.50", with exactly the digits that `money` has; from right to left it is written as on the statement. */
  money(money: Money): string;
  /** "Euro". */
  currency(code: string): string;
  /** "£1.00 = €1.172", with every digit that the rate has. */
  rate(unitCurrency: string, rate: string, otherCurrency: string): string;
  /** "France". */
  country(code: string): string;
  /** "Monday", of the days of the week from 1. */
  weekday(weekday: number): string;
  /** "25 March", of a day of any year. */
  dayOfYear(month: number, day: number): string;
  /** "1,000". */
  count(count: number): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** "a, b, c". */
  enumeration(items: readonly string[]): string;
  /** With a capital first letter, where the language has capitals and the text begins with one of our words. */
  capitalised(text: string): string;
}

const made = new Map<string, Formats>();

/**
 * @param locale a BCP 47 tag. Formats are kept, because making one costs more than using it a hundred times.
 */
export function formatsFor(locale: string): Formats {
  const known = made.get(locale);
  if (known) return known;
  const digits = withBankDigits(locale);
  const date = new Intl.DateTimeFormat(digits, { dateStyle: "long", timeZone: BANK_TIME_ZONE });
  const time = new Intl.DateTimeFormat(digits, { timeStyle: "short", timeZone: BANK_TIME_ZONE });
  const moment = new Intl.DateTimeFormat(digits, { dateStyle: "long", timeStyle: "short", timeZone: BANK_TIME_ZONE });
  const stamp = new Intl.DateTimeFormat(digits, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: BANK_TIME_ZONE,
  });
  // CLDR writes it with the seconds alone.
  const clock = locale === "de" ? "\u00a0Uhr" : "";
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const number = new Intl.NumberFormat(digits);
  const comma = commaOf(locale);
  const currency = new Intl.DisplayNames(locale, { type: "currency" });
  const regions = new Intl.DisplayNames(locale, { type: "region" });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: BANK_TIME_ZONE });
  const dayOfYear = new Intl.DateTimeFormat(digits, { day: "numeric", month: "long", timeZone: BANK_TIME_ZONE });
  const formats: Formats = {
    date: (instant) => unbroken(date, instant, locale),
    time: (instant) => unbroken(time, instant, locale) + clock,
    moment: (instant) => unbroken(moment, instant, locale) + clock,
    stamp: (instant) => unbroken(stamp, instant, locale),
    money: (money) => formatMoney(money, locale),
    currency: (code) => currency.of(code) ?? code,
    rate: (unit, rate, other) => formatRate(unit, rate, other, locale),
    country: (code) => regions.of(code) ?? code,
    // 1 January 2024 was a Monday.
    weekday: (day) => weekday.format(noonOf(dayOf(2024, 1, day))),
    dayOfYear: (month, day) => unbroken(dayOfYear, noonOf(dayOf(2024, month, day)), locale),
    count: (count) => number.format(count),
    list: (items) => (locale === "cy" ? welshList(items) : list.format(items)),
    enumeration: (items) => items.join(comma),
    capitalised: (text) => text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale)),
  };
  made.set(locale, formats);
  return formats;
}

/**
 * A day stays on one line, and so does an hour with the word before it: between the two a line may end. The first of a
 * month has a word of its own in French, which CLDR does not know.
 */
function unbroken(format: Intl.DateTimeFormat, instant: Date, locale: string): string {
  const parts = format.formatToParts(instant);
  return parts
    .map(({ type, value }, at) => {
      if (type === "day") return locale === "fr" && value === "1" ? "1er" : value;
      if (type !== "literal") return value;
      const isBetween = at > 0 && parts[at + 1]?.type === "hour";
      return isBetween ? value.replaceAll(/(?<=\p{L}) /gu, NO_BREAK) : value.replaceAll(" ", NO_BREAK);
    })
    .join("");
}

const NO_BREAK = "\u00a0";

/**
 * From the decimal text and never through a float, with as many decimals as the amount has: Intl would round to what it
 * believes the currency's minor unit to be, and show another amount than the one that is approved.
 */
function formatMoney(money: Money, locale: string): string {
  const decimal = decimalOf(money);
  const digits = decimal.split(".")[1]?.length ?? 0;
  const rightToLeft = directionOf(locale) === "rtl";
  const amount = currencyFormat(rightToLeft ? BANK_LOCALE : locale, money.currency, digits).format(
    decimal as Intl.StringNumericLiteral,
  );
  return rightToLeft ? leftToRight(amount) : amount;
}

function formatRate(unit: string, rate: string, other: string, locale: string): string {
  const rightToLeft = directionOf(locale) === "rtl";
  const written = rightToLeft ? BANK_LOCALE : locale;
  const one = currencyFormat(written, unit, 2).format(1);
  const digits = Math.max(2, rate.split(".")[1]?.length ?? 0);
  const price = currencyFormat(written, other, digits).format(rate as Intl.StringNumericLiteral);
  return rightToLeft ? leftToRight(`${one} = ${price}`) : `${one} = ${price}`;
}

const currencyFormats = new Map<string, Intl.NumberFormat>();

/** Kept as {@link formatsFor} keeps its own: of currencies and of digits there are few. */
function currencyFormat(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`;
  const known = currencyFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: digits });
  currencyFormats.set(key, format);
  return format;
}

/** What the bank's statements are written in. */
const BANK_LOCALE = "en-GB";

/**
 * The tag with the digits that the bank's statements, cards and account numbers have, whatever others the language has
 * too: an amount on this page is held against one there.
 */
export const withBankDigits = (locale: string) => `${locale}-u-nu-latn`;

/**
 * What stands between the first two of many. No "and" before the last, where German and French would put one, nor before
 * each, as in Arabic: the items have one of their own, and "type and currency and balance" is no longer two things.
 */
function commaOf(locale: string): string {
  const parts = new Intl.ListFormat(locale, { type: "unit", style: "short" }).formatToParts(["1", "2", "3"]);
  const between = parts.find(({ type }) => type === "literal")?.value ?? ", ";
  return between.replace(/\p{L}+$/u, "");
}

const welshList = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${welshAnd(items.at(-1) ?? "")}`;

/** Whole calendar days and months between two instants, on the bank's calendar. */
export function calendarSpan(from: Date, to: Date): { readonly days: number; readonly months: number; exact: boolean } {
  const [first, last] = [bankDayOf(from), bankDayOf(to)];
  const [start, end] = [calendarOf(first), calendarOf(last)];
  const months = (end.year - start.year) * 12 + (end.month - start.month) + (end.day - start.day) / 31;
  return { days: last - first, months: Math.round(months), exact: end.day === start.day };
}
