import type { BankAccount } from "~/domain/consent/offered-account";
import { putsQuestion, type ShownPage } from "~/domain/evidence/shown-page";
import type { AccountId, CustomerId } from "~/domain/shared/ids";
import { amountsSigned } from "~/domain/signers/amounts-signed";
import type { MandateStanding, Signer } from "~/domain/signers/mandate";
import { standingOf } from "~/domain/signers/mandate";
import type { Bank } from "~/ports/bank";
import type { Signing, SigningDesk } from "~/ports/signing-desk";

interface Needs {
  readonly desk: Pick<SigningDesk, "find" | "pageOf" | "sign" | "decline">;
  readonly bank: Pick<Bank, "accountsOf">;
}

/** A request that several sign, as one of them finds it now. */
export interface SigningView {
  readonly signing: Signing;
  readonly page: ShownPage;
  /** As the bank shows it to this customer; absent once they hold it no more. */
  readonly account?: BankAccount;
  readonly can: "sign" | "wait" | "nothing";
  /** Why nothing can be done where it still waits for others: they are no signer of it any more. */
  readonly lostMandate: boolean;
  /** Who signs for the account now, and whether they have. */
  readonly signers: readonly (Signer & { readonly hasSigned: boolean })[];
  readonly standing?: MandateStanding;
}

export type Signed = "signed" | "declined" | "over" | "lost-mandate" | "not-found";

/** Somebody else signs at the same moment: more often than this nobody does. */
const TRIES = 5;

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
    const [page, accounts] = await Promise.all([desk.pageOf(signing), bank.accountsOf(customer, context)]);
    // Without what was shown to the first there is nothing to agree with.
    if (!page || !putsQuestion(page)) return undefined;
    return { signing, page, ...standingNow(signing, page, accounts, customer) };
  };

function standingNow(
  { accountId, state, signers: asked }: Signing,
  page: ShownPage,
  accounts: readonly BankAccount[],
  customer: CustomerId,
): Omit<SigningView, "signing" | "page"> {
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
    can: !isOpen || !isSigner ? "nothing" : hasSigned ? "wait" : "sign",
    lostMandate: isOpen && !isSigner,
    signers: (mandate?.signers ?? []).map((signer) => ({ ...signer, hasSigned: signedBy.includes(signer.customer) })),
    ...(standing && { standing }),
  };
}

const accountOf = (accounts: readonly BankAccount[], id: AccountId) =>
  accounts.find((account) => account.id === id && account.open);

/**
 * Takes a signature. The mandate is read anew: a yes of somebody who signs no more counts no longer, be it the first.
 * Signing twice is signing once, and whoever signs what is over is told so.
 *
 * @throws DeskUnavailable, BankUnavailable
 */
export const signRequest = (needs: Needs) => {
  const view = viewSigning(needs);
  return async (id: string, customer: CustomerId): Promise<Signed> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const now = await view(id, customer);
      if (!now) return "not-found";
      if (now.lostMandate) return "lost-mandate";
      if (now.can === "wait") return "signed";
      if (now.can === "nothing") return "over";
      if (await needs.desk.sign(now.signing, signatureOf(now, customer))) return "signed";
    }
    return "over";
  };
};

function signatureOf({ signing, page, account, signers }: SigningView, customer: CustomerId) {
  const mayStill = new Set<string>(signers.map((signer) => signer.customer));
  const before = signing.signers.filter(({ state }) => state === "signed").map((each) => each.customer);
  const amounts = amountsSigned(page.shown.made.request.subject) ?? [];
  const standing = account?.mandate && standingOf(account.mandate, amounts, [...before, customer]);
  return {
    customer,
    // With too few signers left it waits, until there are more or its time is up.
    complete: standing?.met === true,
    required: standing?.required ?? signing.required,
    lapsed: before.filter((each) => !mayStill.has(each)),
    asked: standing?.next.map((signer) => signer.customer) ?? [],
  };
}

/**
 * Takes a refusal, which ends it for all. Whoever was asked may refuse, also after they signed, until it is complete;
 * nobody may who signs no more.
 *
 * @throws DeskUnavailable, BankUnavailable
 */
export const declineRequest = (needs: Needs) => {
  const view = viewSigning(needs);
  return async (id: string, customer: CustomerId): Promise<Signed> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const now = await view(id, customer);
      if (!now) return "not-found";
      if (now.lostMandate) return "lost-mandate";
      if (now.signing.state !== "awaiting") return now.signing.because === "signer-declined" ? "declined" : "over";
      if (await needs.desk.decline(now.signing, customer)) return "declined";
    }
    return "over";
  };
};
