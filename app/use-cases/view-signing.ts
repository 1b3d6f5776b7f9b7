import type { BankAccount } from "~/domain/consent/offered-account";
import { payeeOf, traitsOf } from "~/domain/consent-kinds/index";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import { putsQuestion, type ShownPage } from "~/domain/evidence/shown-page";
import type { CustomerId } from "~/domain/shared/ids";
import { mandateOfAll } from "~/domain/signers/accounts-signed";
import { type Mandate, standingOf } from "~/domain/signers/mandate";
import type { SigningShown } from "~/domain/signers/signing-shown";
import { whatIsSigned } from "~/domain/signers/what-is-signed";
import { askingStoppedBy } from "~/domain/tpp/suspension";
import type { Bank } from "~/ports/bank";
import type { Signing, SigningDesk } from "~/ports/signing-desk";
import type { TppSuspensions } from "~/ports/tpp-suspensions";
import type { OpenQuestion } from "./view-consent-request";

interface Needs {
  readonly desk: Pick<SigningDesk, "find" | "pageOf">;
  readonly bank: Pick<Bank, "accountsOf" | "checkPayee">;
  readonly suspensions: Pick<TppSuspensions, "denialsOf">;
}

/** A request that several sign, as one of them finds it now. */
export interface SigningView {
  readonly signing: Signing;
  /** What the first was shown. */
  readonly page: ShownPage;
  /** Those that it is about, as the bank shows them to this customer; none once they hold them no more. */
  readonly accounts: readonly BankAccount[];
  /** Who signs for all of them now, and by which rule. */
  readonly mandate?: Mandate;
  /** What they are asked, in the form in which the first was; absent with the accounts. */
  readonly question?: SigningQuestion;
  /** Why nothing can be done where it still waits for others: they are no signer of it any more. */
  readonly lostMandate: boolean;
  /**
   * Whose word it is that nobody is asked for this with the app now. It is not over: who was asked can say no,
   * and may be asked again in its time.
   */
  readonly stoppedBy?: "register" | "bank";
  readonly shown: SigningShown;
}

export type SigningQuestion = Pick<OpenQuestion, "request" | "offered" | "payloadHash" | "payeeCheck">;

/**
 * What a customer is asked to sign, by what the first signer was shown and by the mandate as it is now.
 *
 * @throws DeskUnavailable, BankUnavailable
 */
export const viewSigning =
  ({ desk, bank, suspensions }: Needs) =>
  async (id: string, customer: CustomerId): Promise<SigningView | undefined> => {
    const signing = await desk.find(id, customer);
    if (!signing) return undefined;
    const context = { correlationId: signing.correlationId };
    const found = desk.pageOf(signing);
    const [page, accounts, payeeCheck, denials] = await Promise.all([
      found,
      bank.accountsOf(customer, context),
      found.then((first) => {
        const payee = first && payeeOf(first.shown.made.request.subject);
        return payee && bank.checkPayee(payee, context);
      }),
      suspensions.denialsOf(signing.clientId),
    ]);
    // Without what was shown to the first there is nothing to agree with.
    if (!page || !putsQuestion(page)) return undefined;
    const now = standingNow(signing, page, accounts, customer);
    const question = now.accounts.length > 0 && questionOf(page, now.accounts, payeeCheck);
    const view = { signing, page, ...now, ...(question && { question }) };
    const stoppedBy = now.shown.can === "sign" && askingStoppedBy(denials, signing.kind);
    return stoppedBy ? { ...view, stoppedBy, shown: { ...now.shown, can: "nothing" } } : view;
  };

/** How the first logged in says nothing of whoever signs next. */
function questionOf(
  page: ShownPage,
  accounts: readonly BankAccount[],
  payeeCheck: PayeeCheck | undefined,
): SigningQuestion {
  const { authentication: _, mode, ...request } = page.shown.made.request;
  // What the first shared before of accounts that may be theirs alone is nobody else's to know (D-14).
  const isTheirs = traitsOf(request.subject.kind).moves === "data";
  return {
    request: { ...request, ...(mode && !isTheirs && { mode }), open: true },
    offered: accounts.map((account) => ({ account })),
    payloadHash: page.payloadHash,
    // What is found of the payee's name now. It stops nothing (P-17).
    ...(payeeCheck && { payeeCheck }),
  };
}

function standingNow(
  { accountIds, state, required, dueAt, signers: asked }: Signing,
  page: ShownPage,
  held: readonly BankAccount[],
  customer: CustomerId,
): Pick<SigningView, "accounts" | "mandate" | "lostMandate" | "shown"> {
  const accounts = held.filter(({ id, open }) => accountIds.includes(id) && open);
  // Of one that left, or has another rule now, nobody knows any more what they would sign together.
  const mandate = accounts.length === accountIds.length ? mandateOfAll(accounts) : undefined;
  const signedBy = asked.filter((each) => each.state === "signed").map((each) => each.customer);
  const what = whatIsSigned(page.shown.made.request.subject);
  const isSigner = mandate?.signers.some((signer) => signer.customer === customer) === true;
  const hasSigned = signedBy.includes(customer);
  const standing = mandate ? standingOf(mandate, what, signedBy) : undefined;
  const isOpen = state === "awaiting";
  return {
    accounts,
    ...(mandate && { mandate }),
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
