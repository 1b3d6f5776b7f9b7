import type { DomesticVrp } from "~/domain/consent-kinds/domestic-vrp";
import type { FundsAnswer, Newest, PaymentMade } from "~/domain/consent-kinds/uses";
import { leftIn, periodAt } from "~/domain/consent-kinds/vrp-periods";
import { usedOf, type VrpUse } from "~/domain/consent-kinds/vrp-use";
import { bankDayOf, noonOf } from "~/domain/shared/bank-day";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { MeterView, UsesView } from "~/ui/own-consent/own-consent-view";
import { presentLimit } from "~/ui/present-limit";

/** Used and left of every limit in the period that runs, and when the next begins (D-17, R-14). */
export function presentMeter(vrp: DomesticVrp, use: VrpUse | undefined, words: Words): MeterView {
  const own = words.connectionDetail;
  const { money, date } = formatsFor(words.locale);
  const limits = vrp.limits.flatMap((limit) => {
    const counted = use && usedOf(limit, use);
    if (!counted) return [];
    const start = bankDayOf(counted.from);
    // What is cut of a first period is cut from where the bank says that it begins.
    const period = periodAt(limit, start, start);
    const left = leftIn(period, counted.used);
    const next = bankDayOf(counted.to);
    return [
      {
        text: presentLimit(limit, words),
        used: words.domesticVrp.used(money(counted.used), money(left), date(noonOf(next - 1))),
        resets: own.resets(date(noonOf(next))),
        percent: percentOf(counted.used.minor, period.most.minor),
      },
    ];
  });
  return { title: own.meter, limits, ...(limits.length === 0 && { unknown: own.meterUnknown }) };
}

/** Never full before it is, and never empty once something was used. */
function percentOf(used: bigint, most: bigint): number {
  if (used <= 0n) return 0;
  if (used >= most) return 100;
  return Math.min(99, Math.max(1, Number((used * 100n) / most)));
}

/** Each payment that was made with it, or is still to be made (D-17). @param made undefined while the bank does not say. */
export function presentPayments(made: Newest<PaymentMade> | undefined, words: Words): UsesView {
  const own = words.connectionDetail;
  const { money, moment } = formatsFor(words.locale);
  const items = (made?.items ?? []).map(({ at, payee, amount, status }) => ({
    when: moment(at),
    what: isolated(plainText(payee) ?? ""),
    amount: money(amount),
    outcome: own.paymentStatus[status],
  }));
  return { title: own.payments, items, ...noteOf(made, own.paymentsUnknown, own.noPayments, own.earlierPayments) };
}

/** Each question whether there is enough money, with its answer (R-13, D-18). */
export function presentQuestions(asked: Newest<FundsAnswer> | undefined, words: Words): UsesView {
  const own = words.connectionDetail;
  const { money, moment } = formatsFor(words.locale);
  const items = (asked?.items ?? []).map(({ at, amount, available }) => ({
    when: moment(at),
    what: own.asked(money(amount)),
    amount: "",
    outcome: available ? own.yes : own.no,
  }));
  return { title: own.questions, items, ...noteOf(asked, own.questionsUnknown, own.noQuestions, own.earlierQuestions) };
}

function noteOf(
  all: Newest<unknown> | undefined,
  unknown: string,
  none: string,
  earlier: (count: number) => string,
): { readonly note?: string } {
  if (!all) return { note: unknown };
  if (all.total === 0) return { note: none };
  return all.total > all.items.length ? { note: earlier(all.total - all.items.length) } : {};
}
