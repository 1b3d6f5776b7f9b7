import type { Decision } from "~/domain/consent/decision";
import type { Shown, ShownPage } from "~/domain/evidence/shown-page";
import type { DecisionPart } from "~/domain/receipts/receipt-record";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import { lastFour } from "./receipt-account";
import { fileOf, fundsOf, variablePaymentsOf } from "./receipt-kinds";
import { paymentOf } from "./receipt-order";

/** The accounts that were chosen, as the page named them. */
export function chosenIn({ shown }: ShownPage, decision: Decision, words: Words): DecisionPart["accounts"] {
  if (decision.outcome === "refused") return [];
  const chosen = new Set(decision.accountIds);
  return shown.made.offered
    .filter(({ account }) => chosen.has(account.id))
    .map(({ account }) => ({
      name: plainText(account.nickname) ?? words.account.kinds[account.kind],
      kind: words.account.kinds[account.kind],
      number: lastFour(account.number.identification),
    }));
}

type Terms = Pick<DecisionPart, "access" | "payment" | "variable_payments" | "file" | "funds">;

/** What had been agreed to before, as the page told it. */
export function earlierOf({ made }: Shown): Pick<DecisionPart, "earlier"> {
  const { mode } = made.request;
  if (!mode) return {};
  const given_at = mode.since.toISOString();
  return mode.is === "instead-of"
    ? { earlier: { is: mode.is, given_at, consent_id: mode.consentId } }
    : { earlier: { is: mode.is, given_at, ...(mode.wasStopped && { was_stopped: true }) } };
}

/** What was agreed to or refused, as the page put it. */
export function termsOf(shown: Shown): Terms {
  const { subject } = shown.made.request;
  if (subject.kind === "account-access") {
    const { expiresAt, history } = subject;
    return {
      access: {
        ...(expiresAt && { ends_at: expiresAt.toISOString() }),
        ...(history.from && { history_from: history.from.toISOString() }),
        ...(history.to && { history_to: history.to.toISOString() }),
      },
    };
  }
  if (subject.kind === "domestic-vrp") return { variable_payments: variablePaymentsOf(subject) };
  if (subject.kind === "file-payment") return { file: fileOf(subject) };
  if (subject.kind === "funds-confirmation") return { funds: fundsOf(subject) };
  return { payment: paymentOf(subject, shown) };
}
