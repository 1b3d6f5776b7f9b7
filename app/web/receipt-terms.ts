import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Decision } from "~/domain/consent/decision";
import type { AccountReference } from "~/domain/consent-kinds/payment-terms";
import type { ShownPage } from "~/domain/evidence/shown-page";
import type { DecisionPart } from "~/domain/receipts/receipt-record";
import { decimalOf } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";

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

function lastFour(identification: string): string {
  const bare = identification.replace(/[\s-]/g, "");
  return `••••${bare.length > 4 ? bare.slice(-4) : ""}`;
}

/** What was agreed to or refused, as the page put it. */
export function termsOf({ subject }: ConsentRequest): Pick<DecisionPart, "access" | "payment"> {
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
  const { amount, payee, charges } = subject;
  const reference = plainText(subject.reference);
  return {
    payment: {
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
    },
  };
}

/** In full, to be held against the invoice; a card alone is masked (S-10). */
function accountOf({ scheme, identification }: AccountReference): string {
  if (scheme === "card") return lastFour(identification);
  const [, ...sortCode] = /^(\d{2})-?(\d{2})-?(\d{2}) ?(\d{8})$/.exec(identification.trim()) ?? [];
  const number = sortCode.pop();
  return number ? `${sortCode.join("-")} ${number}` : (plainText(identification) ?? "");
}
