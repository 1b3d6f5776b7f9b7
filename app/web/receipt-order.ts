import type { ConsentSubject } from "~/domain/consent-kinds/index";
import type { PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import { regularAmount } from "~/domain/consent-kinds/standing-order-terms";
import type { Shown } from "~/domain/evidence/shown-page";
import type { DecisionPart } from "~/domain/receipts/receipt-record";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { decimalOf } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import { accountOf } from "./receipt-account";

/** A line of the page, as it was kept. */
interface SaidFact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly values?: readonly string[];
}

/** Facts that a receipt says in fields of their own, and what was only found on the day. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  "payee",
  "payee-account",
  "name-check",
  "amount",
  "charge",
  "reference",
]);

/** What a receipt says of a payment order: the sum and the payee, and what the page said beside them in its own words. */
export function paymentOf(
  subject: Extract<ConsentSubject, PaymentTerms>,
  { said }: Pick<Shown, "said">,
): NonNullable<DecisionPart["payment"]> {
  const { payee, charges } = subject;
  const amount = "rhythm" in subject ? regularAmount(subject) : subject.amount;
  const reference = plainText(subject.reference);
  // One payment, now and in this country, is what it is without further words.
  const terms = subject.kind === "domestic-payment" ? [] : termsIn(said);
  return {
    amount: decimalOf(amount),
    currency: amount.currency,
    payee_name: plainText(payee.name) ?? "",
    payee_account: accountOf(payee),
    ...(reference !== undefined && { reference }),
    charges: charges.map(({ bearer, amount: charged }) => ({
      bearer,
      amount: decimalOf(charged),
      currency: charged.currency,
    })),
    ...(terms.length > 0 && { terms }),
  };
}

function termsIn(said: unknown): readonly { readonly label: string; readonly value: string }[] {
  const { subject } = (said ?? {}) as { readonly subject?: { readonly facts?: readonly SaidFact[] } };
  return (subject?.facts ?? [])
    .filter(({ id }) => !ELSEWHERE.has(id))
    .map(({ label, value, values = [] }) => ({ label, value: withoutIsolates([value, ...values].join("; ")) }));
}
