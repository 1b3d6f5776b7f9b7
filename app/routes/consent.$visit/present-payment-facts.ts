import type { DomesticPayment } from "~/domain/consent-kinds/domestic-payment";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import type { AccountReference } from "~/domain/consent-kinds/payment-terms";
import { isolated } from "~/domain/shared/isolated-text";
import type { Money } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { Fact } from "~/ui/consent-page-view";
import { maskedNumber, singly } from "~/ui/present-account";

/**
 * Everything that is agreed to, in the order in which people check it. Only the payee is described here: the account
 * that pays is chosen below, and the two are never mixed (C-03).
 *
 * @param payee its name, isolated.
 * @param check what was found of that name; absent where it was not asked for.
 */
export function presentPaymentFacts(
  payment: DomesticPayment,
  payee: string,
  check: PayeeCheck | undefined,
  words: Words,
): readonly Fact[] {
  const { money } = formatsFor(words.locale);
  const own = words.domesticPayment;
  const total = totalLeaving(payment);
  const reference = plainText(payment.reference);
  return [
    { id: "payee", label: own.payee, value: payee },
    ...presentPayeeAccount(payment.payee, words),
    ...(check ? [{ id: "name-check" as const, label: own.nameCheck.label, value: presentCheck(check, words) }] : []),
    { id: "amount", label: own.amount, value: money(payment.amount) },
    ...payment.charges.map(
      (charge): Fact => ({ id: "charge", label: own.charge[charge.bearer], value: money(charge.amount) }),
    ),
    ...(total ? [{ id: "total" as const, label: own.total, value: money(total) }] : []),
    { id: "reference", label: own.reference, value: reference === undefined ? own.noReference : isolated(reference) },
    { id: "when", label: own.when, value: own.now },
  ];
}

/** The same weight whatever was found: it informs, and the customer decides. A name that cannot be shown was not found. */
function presentCheck(check: PayeeCheck, { domesticPayment: { nameCheck } }: Words): string {
  if (check.result === "match") return nameCheck.match;
  if (check.result === "no-match") return nameCheck.noMatch;
  const name = check.result === "close-match" ? plainText(check.name) : undefined;
  return name === undefined ? nameCheck.unavailable : nameCheck.closeMatch(isolated(name));
}

/** In full: this is what the customer compares with the invoice. Cards alone are masked. */
function presentPayeeAccount(payee: AccountReference, words: Words): readonly Fact[] {
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

/**
 * The amount and the customer's own charges. Undefined when there are none, or when a charge is shared, as agreed, or in
 * another currency: then nobody here knows the total, and a guess would be agreed to.
 */
function totalLeaving({ amount, charges }: DomesticPayment): Money | undefined {
  const own = charges.filter((charge) => charge.bearer === "you");
  const unknown = charges.some(
    (charge) => (charge.bearer !== "you" && charge.bearer !== "payee") || charge.amount.currency !== amount.currency,
  );
  if (own.length === 0 || unknown) return undefined;
  return { minor: own.reduce((sum, charge) => sum + charge.amount.minor, amount.minor), currency: amount.currency };
}
