import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import type { Charge, Payee, PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import { isolated } from "~/domain/shared/isolated-text";
import type { Money } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { Fact } from "../facts-view";
import { maskedNumber, singly } from "../present-account";

/**
 * The facts of a payment, in parts that each kind puts in the order in which people check them. Only the payee is
 * described here: the account that pays is chosen below, and the two are never mixed (C-03).
 */

/**
 * Everything that is agreed to of one payment.
 *
 * @param payee its name, isolated.
 * @param check what was found of that name; absent where it was not asked for.
 * @param when in words.
 */
export function presentPaymentFacts(
  payment: PaymentTerms & { readonly amount: Money },
  payee: string,
  check: PayeeCheck | undefined,
  when: string,
  words: Words,
): readonly Fact[] {
  const { money } = formatsFor(words.locale);
  const own = words.domesticPayment;
  const total = totalLeaving(payment.amount, payment.charges);
  return [
    ...presentPayee(payment.payee, payee, check, words),
    { id: "amount", label: own.amount, value: money(payment.amount) },
    ...presentCharges(payment.charges, words),
    ...(total ? [{ id: "total" as const, label: own.total, value: money(total) }] : []),
    presentReference(payment.reference, words),
    { id: "when", label: own.when, value: when },
  ];
}

/** Who is paid, by which account, and what was found of the name. */
export const presentPayee = (
  payee: Payee,
  name: string,
  check: PayeeCheck | undefined,
  words: Words,
): readonly Fact[] => [
  { id: "payee", label: words.domesticPayment.payee, value: name },
  ...presentPayeeAccount(payee, words),
  ...(check
    ? [{ id: "name-check" as const, label: words.domesticPayment.nameCheck.label, value: presentCheck(check, words) }]
    : []),
];

export const presentCharges = (charges: readonly Charge[], words: Words): readonly Fact[] =>
  charges.map(({ bearer, amount }) => ({
    id: "charge",
    label: words.domesticPayment.charge[bearer],
    value: formatsFor(words.locale).money(amount),
  }));

export function presentReference(text: string | undefined, { domesticPayment: own }: Words): Fact {
  const reference = plainText(text);
  return {
    id: "reference",
    label: own.reference,
    value: reference === undefined ? own.noReference : isolated(reference),
  };
}

/** The same weight whatever was found: it informs, and the customer decides. A name that cannot be shown was not found. */
function presentCheck(check: PayeeCheck, { domesticPayment: { nameCheck } }: Words): string {
  if (check.result === "match") return nameCheck.match;
  if (check.result === "no-match") return nameCheck.noMatch;
  const name = check.result === "close-match" ? plainText(check.name) : undefined;
  return name === undefined ? nameCheck.unavailable : nameCheck.closeMatch(isolated(name));
}

/** In full: this is what the customer compares with the invoice. Cards alone are masked. */
export function presentPayeeAccount(payee: Payee, words: Words): readonly Fact[] {
  const own = words.domesticPayment;
  const bare = payee.identification.replace(/[\s-]/g, "");
  const fact = (label: string, value: string): Fact => ({
    id: "payee-account",
    label,
    value: isolated(value),
    // Digit by digit, where it is digits and letters: what else a TPP wrote is read as it stands.
    ...(/^[A-Za-z0-9\s-]+$/.test(value) && { spoken: singly(value.replace(/[\s-]/g, "")) }),
  });
  if (payee.scheme === "sort-code-account-number" && /^\d{14}$/.test(bare)) {
    const sortCode = [bare.slice(0, 2), bare.slice(2, 4), bare.slice(4, 6)].join("-");
    return [fact(own.sortCode, sortCode), fact(own.accountNumber, bare.slice(6))];
  }
  if (payee.scheme === "iban") return [fact(own.iban, bare.replace(/(.{4})(?=.)/g, "$1 "))];
  if (payee.scheme === "card") {
    const { shown, digits } = maskedNumber(payee);
    return [{ id: "payee-account", label: own.card, value: isolated(shown), spoken: words.account.ending(digits) }];
  }
  return [fact(own.otherAccount, plainText(payee.identification) ?? "")];
}

/** Whether the customer pays it: of shared charges each side pays its own bank's, and this bank announces its own alone. */
export const isPaidHere = ({ bearer }: Charge): boolean => bearer === "you" || bearer === "shared";

/**
 * The amount and the customer's own charges. Undefined when there are none, or when a charge is as agreed, or in another
 * currency: then nobody here knows the total, and a guess would be agreed to.
 */
export function totalLeaving(amount: Money, charges: readonly Charge[]): Money | undefined {
  const own = charges.filter(isPaidHere);
  const unknown = charges.some(
    (charge) => charge.bearer === "by-agreement" || charge.amount.currency !== amount.currency,
  );
  if (own.length === 0 || unknown) return undefined;
  return { minor: own.reduce((sum, charge) => sum + charge.amount.minor, amount.minor), currency: amount.currency };
}
