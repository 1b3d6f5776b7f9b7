import { formatsFor } from "~/i18n/formats";
import type { Fact } from "../facts-view";
import type { PresentContext } from "./present-context";
import { type Abroad, presentRate, presentTheirBank, presentTotals, presentWay } from "./present-cross-border";
import { presentCharges, presentPayee, presentReference } from "./present-payment-facts";

/**
 * Everything that is agreed to of one payment abroad: who, how much each side pays and gets, at which rate, and when.
 *
 * @param payee its name, isolated.
 * @param when in words.
 */
export function factsAbroad(payment: Abroad, payee: string, when: string, context: PresentContext): readonly Fact[] {
  const { words, now, offered, payeeCheck } = context;
  const own = words.domesticPayment;
  return [
    ...presentPayee(payment.payee, payee, payeeCheck, words),
    ...presentTheirBank(payment, words),
    { id: "amount", label: own.amount, value: formatsFor(words.locale).money(payment.amount) },
    ...presentRate(payment, words, now),
    ...presentWay(payment, words),
    ...presentCharges(payment.charges, words),
    ...presentTotals(payment, offered, words),
    presentReference(payment.reference, words),
    { id: "when", label: own.when, value: when },
  ];
}
