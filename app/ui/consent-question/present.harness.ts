import { aBankAccount, aConsentRequest, anOffer } from "~/domain/consent/builders";
import type { BankAccount } from "~/domain/consent/offered-account";
import { offerAccounts } from "~/domain/consent/offered-account";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import type { PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import { asAccountId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import type { PaymentView } from "../consent-kinds/payment-view";
import type { AccountAccessView, QuestionView, StoppedView } from "../consent-page-view";
import { presentConsent } from "./present";
import type { ConsentPageInput } from "./present-context";

const input = (over: Partial<ConsentPageInput> = {}): ConsentPageInput => ({
  request: aConsentRequest(),
  offered: [anOffer()],
  bank: { name: "Northlight Bank", phone: "0800 555 0199" },
  now: new Date("2026-03-14T10:00:00Z"),
  correlationId: "019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d7",
  ...over,
});

/** The page, where it asks. */
export function question(over: Partial<ConsentPageInput> = {}): QuestionView {
  const view = presentConsent(input(over), enGB);
  if (view.state !== "question") throw new Error(`${view.state === "stopped" ? view.stop.is : view.state}`);
  return view;
}

/** The page, where it stops. */
export function stop(over: Partial<ConsentPageInput>): StoppedView["stop"] {
  const view = presentConsent(input(over), enGB);
  if (view.state !== "stopped") throw new Error("a question");
  return view.stop;
}

export const accessOf = (view: QuestionView) => view.subject as AccountAccessView;
export const paymentOf = (view: QuestionView) => view.subject as PaymentView;
/** The accounts that can be chosen, as they stand on the page. */
export const rowsOf = (view: QuestionView) => view.accounts.groups.flatMap(({ rows }) => rows);
/** All that a view says, as one text. */
export const saidIn = (view: unknown) => withoutIsolates(JSON.stringify(view));

export const paying = (
  payment: Extract<ConsentSubject, PaymentTerms>,
  accounts: readonly BankAccount[],
  over: Partial<ConsentPageInput> = {},
) => ({
  request: aConsentRequest({ subject: payment }),
  offered: offerAccounts(accounts, payment),
  ...over,
});

export const numbered = (id: string, identification: string, over: Partial<BankAccount> = {}) =>
  aBankAccount({ id: asAccountId(id), number: { scheme: "sort-code-account-number", identification }, ...over });
