import type { BankAccount } from "~/domain/consent/offered-account";
import { payeeOf } from "~/domain/consent-kinds/index";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import { putsQuestion, type ShownPage } from "~/domain/evidence/shown-page";
import type { AccountId, CustomerId } from "~/domain/shared/ids";
import { amountsSigned } from "~/domain/signers/amounts-signed";
import { standingOf } from "~/domain/signers/mandate";
import type { SigningShown } from "~/domain/signers/signing-shown";
import type { Bank } from "~/ports/bank";
import type { Signing, SigningDesk } from "~/ports/signing-desk";
import type { OpenQuestion } from "./view-consent-request";

interface Needs {
  readonly desk: Pick<SigningDesk, "find" | "pageOf">;
  readonly bank: Pick<Bank, "accountsOf" | "checkPayee">;
}

/** A request that several sign, as one of them finds it now. */
export interface SigningView {
  readonly signing: Signing;
  /** What the first was shown. */
  readonly page: ShownPage;
  /** As the bank shows it to this customer; absent once they hold it no more. */
  readonly account?: BankAccount;
  /** What they are asked, in the form in which the first was; absent with the account. */
  readonly question?: SigningQuestion;
  /** Why nothing can be done where it still waits for others: they are no signer of it any more. */
  readonly lostMandate: boolean;
  readonly shown: SigningShown;
}

export type SigningQuestion = Pick<OpenQuestion, "request" | "offered" | "payloadHash" | "payeeCheck">;

/**
 * What a customer is asked to sign, by what the first signer was shown and by the mandate as it is now.
 *
 * @throws DeskUnavailable, BankUnavailable
 */
export const viewSigning =
  ({ desk, bank }: Needs) =>
  async (id: string, customer: CustomerId): Promise<SigningView | undefined> => {
    const signing = await desk.find(id, customer);
    if (!signing) return undefined;
    const context = { correlationId: signing.correlationId };
    const found = desk.pageOf(signing);
    const [page, accounts, payeeCheck] = await Promise.all([
      found,
      bank.accountsOf(customer, context),
      found.then((first) => {
        const payee = first && payeeOf(first.shown.made.request.subject);
        return payee && bank.checkPayee(payee, context);
      }),
    ]);
    // Without what was shown to the first there is nothing to agree with.
    if (!page || !putsQuestion(page)) return undefined;
    const now = standingNow(signing, page, accounts, customer);
    const question = now.account && questionOf(page, now.account, payeeCheck);
    return { signing, page, ...now, ...(question && { question }) };
  };

/** How the first logged in says nothing of whoever signs next. */
function questionOf(page: ShownPage, account: BankAccount, payeeCheck: PayeeCheck | undefined): SigningQuestion {
  const { authentication: _, ...request } = page.shown.made.request;
  return {
    request: { ...request, open: true },
    offered: [{ account }],
    payloadHash: page.payloadHash,
    // What is found of the payee's name now. It stops nothing (P-17).
    ...(payeeCheck && { payeeCheck }),
  };
}

function standingNow(
  { accountId, state, required, dueAt, signers: asked }: Signing,
  page: ShownPage,
  accounts: readonly BankAccount[],
  customer: CustomerId,
): Pick<SigningView, "account" | "lostMandate" | "shown"> {
  const account = accountOf(accounts, accountId);
  const mandate = account?.mandate;
  const signedBy = asked.filter((each) => each.state === "signed").map((each) => each.customer);
  const amounts = amountsSigned(page.shown.made.request.subject);
  const isSigner = mandate?.signers.some((signer) => signer.customer === customer) === true;
  const hasSigned = signedBy.includes(customer);
  const standing = mandate && amounts ? standingOf(mandate, amounts, signedBy) : undefined;
  const isOpen = state === "awaiting";
  return {
    ...(account && { account }),
    lostMandate: isOpen && !isSigner,
    shown: {
      customer,
      can: !isOpen || !isSigner ? "nothing" : hasSigned ? "wait" : "sign",
      signers: (mandate?.signers ?? []).map((signer) => ({ ...signer, hasSigned: signedBy.includes(signer.customer) })),
      required: standing?.required ?? required,
      next: standing?.next ?? [],
      dueAt,
    },
  };
}

const accountOf = (accounts: readonly BankAccount[], id: AccountId) =>
  accounts.find((account) => account.id === id && account.open);
