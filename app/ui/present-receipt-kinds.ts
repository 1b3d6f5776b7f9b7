import type { LetterFact, LetterSection } from "~/domain/receipts/receipt-letter";
import type { DecisionPart, Sum } from "~/domain/receipts/receipt-record";
import { isolated } from "~/domain/shared/isolated-text";
import { parseMoney } from "~/domain/shared/money";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { presentEnd } from "./present-lasting";
import { presentLimit } from "./present-limit";

/** An amount of a receipt, in words; nothing for what is none. */
export function moneyIn({ amount, currency }: Sum, words: Words): string {
  const money = parseMoney(amount, currency);
  return money ? formatsFor(words.locale).money(money) : "";
}

/** Payments within limits: every limit again, in the words of the page. */
export function presentVariablePayments(
  vrp: NonNullable<DecisionPart["variable_payments"]>,
  title: string,
  answeredAt: Date,
  app: string,
  words: Words,
): LetterSection {
  const { domesticVrp: own, lasting, receipt } = words;
  const { payee_name, payee_account, reference, starts_at, ends_at } = vrp;
  const limits = vrp.limits.flatMap(({ period, alignment, amount, currency }) => {
    const money = parseMoney(amount, currency);
    return money ? presentLimit({ period, alignment, amount: money }, words) : [];
  });
  const facts: readonly LetterFact[] = [
    { label: receipt.payee, value: payee_name === undefined ? own.namedLater(app) : isolated(payee_name) },
    ...(payee_account === undefined ? [] : [{ label: receipt.payeeAccount, value: isolated(payee_account) }]),
    ...(reference === undefined ? [] : [{ label: receipt.reference, value: isolated(reference) }]),
    { label: own.purpose.label, value: own.claimed(app, own.purpose[vrp.purpose]) },
    {
      label: lasting.starts,
      value:
        starts_at === undefined ? lasting.startsNow : lasting.on(formatsFor(words.locale).date(new Date(starts_at))),
    },
    endIn(ends_at, answeredAt, words),
    { label: own.asks.label, value: vrp.asks_each_time ? own.asks.each : own.asks.never },
    { label: own.away.label, value: vrp.while_away ? own.away.pays : own.away.waits },
  ];
  return { title, items: [own.eachTime(moneyIn(vrp.most_each_time, words)), ...limits], facts };
}

export function presentFile(file: NonNullable<DecisionPart["file"]>, title: string, words: Words): LetterSection {
  const { filePayment: own, domesticPayment, locale } = words;
  const { currency, date, count } = formatsFor(locale);
  const { reference, execute_on } = file;
  const facts: readonly LetterFact[] = [
    { label: own.count, value: count(file.count) },
    ...file.totals.map((total) => ({
      label: file.totals.length === 1 ? own.total : own.totalIn(currency(total.currency)),
      value: moneyIn(total, words),
    })),
    ...(reference === undefined ? [] : [{ label: own.reference, value: isolated(reference) }]),
    {
      label: domesticPayment.when,
      value: execute_on === undefined ? domesticPayment.now : own.when(date(new Date(execute_on))),
    },
    { label: own.hash, value: isolated(file.sha256) },
  ];
  return { title, facts };
}

export function presentFunds(
  { ends_at }: NonNullable<DecisionPart["funds"]>,
  title: string,
  answeredAt: Date,
  words: Words,
): LetterSection {
  const { answer } = words.fundsConfirmation;
  return { title, facts: [{ label: answer.label, value: answer.text }, endIn(ends_at, answeredAt, words)] };
}

function endIn(endsAt: string | undefined, answeredAt: Date, words: Words): LetterFact {
  const { label, value } = presentEnd(endsAt === undefined ? undefined : new Date(endsAt), answeredAt, words);
  return { label, value };
}
