import { debtorOf, traitsOf } from "../consent-kinds/index";
import type { Confirmation } from "../factor/authentication";
import type { AccountId, CustomerId } from "../shared/ids";
import { decimalOf } from "../shared/money";
import { failed, ok, type Result } from "../shared/result";
import { type AccountsSigning, signingOfAll } from "../signers/accounts-signed";
import type { ConsentRequest } from "./consent-request";
import { keepsAccounts, type Mode } from "./mode";
import type { OfferedAccount } from "./offered-account";
import { type Renewal, renewalOf } from "./renewal";

/** What the customer answered. */
export type Decision = Allowance | Refusal;

export interface Allowance {
  readonly outcome: "allowed";
  readonly accountIds: readonly AccountId[];
  readonly scopes: readonly string[];
  /** Of the one payment that it is, as {@link decimalOf} writes it: the record of decisions is JSON. */
  readonly amount?: { readonly decimal: string; readonly currency: string };
  /** Of a yes to what was agreed to before: what of it is different now, where something is (T8). */
  readonly differs?: Exclude<Renewal, "reauthorised">;
  /** Of a yes that others have to give too (T4). */
  readonly awaits?: AwaitedSignatures;
  /** The factor that was asked for it, where one was: sent with it, however often it is sent. */
  readonly confirmed?: Confirmation;
}

export interface AwaitedSignatures {
  /** How many in all, with this one. */
  readonly required: number;
  /** Who can give the next one. Only on its way into the record, which keeps it elsewhere. */
  readonly asked?: readonly CustomerId[];
  /** The accounts that others have to agree to. The others of the decision are nobody else's to see. */
  readonly accountIds?: readonly AccountId[];
}

export interface Refusal {
  readonly outcome: "refused";
  readonly reason: RefusalReason;
}

/** What a customer may say of a "no" with one press, in the order in which it is offered (P-25). */
export const TOLD_REASONS = [
  "changed-mind",
  "asks-too-much",
  "wrong-account",
  "not-recognised",
  "other-reason",
] as const;
export type ToldReason = (typeof TOLD_REASONS)[number];

/**
 * Why a request came to nothing without anybody's no (T7): the page could not ask, and the customer only ended it there.
 * They had no account to say yes with (S-08), whoever asks may not (P-15), its time had passed, or not all of it could
 * be shown (C-05), or whoever was there could not show that it was them (P-22).
 */
export const ENDED_BECAUSE = [
  "no-eligible-account",
  "tpp-not-authorised",
  "timed-out",
  "technical",
  "sca-failed",
] as const;
export type EndedBecause = (typeof ENDED_BECAUSE)[number];

/**
 * For the bank alone: a TPP gets the same rejection whatever its customer said. Without a reason it is
 * `customer-declined`; `not-me` says that somebody else is behind the request, and opens a case (P-32).
 */
export type RefusalReason = "customer-declined" | ToldReason | "not-me" | EndedBecause;

/** What an answer comes to for everybody who is told of it: what nobody refused is not called a refusal. */
export type Outcome = "allowed" | "refused" | EndedBecause;

/** Whether it came to nothing without anybody's no. */
export const isEnd = (outcome: Outcome | RefusalReason): outcome is EndedBecause =>
  (ENDED_BECAUSE as readonly string[]).includes(outcome);

export function outcomeOf(decision: Decision): Outcome {
  if (decision.outcome === "allowed") return "allowed";
  return isEnd(decision.reason) ? decision.reason : "refused";
}

export type AllowProblem =
  /** Nobody can answer any more: decided, expired or withdrawn by the TPP. */
  | "request-closed"
  /** The request is not the one that was on the screen. */
  | "request-changed"
  /** The TPP has no name, or may not ask: there is nobody to say yes to (C-02, P-15). */
  | "requester-unknown"
  | "choose-an-account"
  | "choose-one-account"
  /** Different people have to agree to the accounts that were chosen (P-08). */
  | "choose-accounts-of-the-same-people"
  /** An id that was not offered: foreign, unknown and unavailable look the same (C-07). */
  | "account-not-offered";

/** What the browser sent with "allow": nothing in it is a grant (N-10). */
export interface AllowAnswer {
  readonly accountIds: readonly string[];
  /** Hash of the request that was on the screen; undefined when we never showed such a page. */
  readonly seen: string | undefined;
}

/**
 * Turns "allow" into a decision, from what the authorization server and the bank say now and not from what the browser
 * sent (C-24).
 *
 * @param payloadHash of the request as it is now.
 */
export function allow(
  request: ConsentRequest,
  offered: readonly OfferedAccount[],
  answer: AllowAnswer,
  payloadHash: string,
): Result<Allowance, AllowProblem> {
  if (!request.open) return failed("request-closed");
  const { name, standing = "active" } = request.requester;
  if (name === undefined || standing !== "active") {
    return failed("requester-unknown");
  }
  if (answer.seen !== payloadHash) return failed("request-changed");
  const available = offered.filter((offer) => offer.unavailable === undefined).map((offer) => offer.account.id);
  // With a debtor that the TPP named there is nothing to choose (S-02): the one account that is offered is meant.
  const named = debtorOf(request.subject) !== undefined;
  // Of who is asked again nothing is asked but the yes, and no browser makes it to less or to more (S-03).
  const kept = keepsAccounts(request.mode, offered) && request.mode.accounts;
  const chosen = new Set<string>(kept || (named ? available : answer.accountIds));
  const accountIds = available.filter((id) => chosen.has(id));
  if (accountIds.length !== chosen.size) return failed("account-not-offered");
  if (accountIds.length === 0) return failed("choose-an-account");
  if (traitsOf(request.subject.kind).accounts === "exactly-one" && accountIds.length > 1) {
    return failed("choose-one-account");
  }
  const { subject, scopes } = request;
  const accounts = offered.flatMap(({ account }) => (accountIds.includes(account.id) ? account : []));
  const signing = signingOfAll(subject, accounts, request.customer);
  if (signing.is === "of-different-people") return failed("choose-accounts-of-the-same-people");
  if (signing.is === "not-theirs-to-sign") return failed("account-not-offered");
  // What is renewed is authorised already, and has nobody else to wait for (T8, T17).
  if (signing.is === "one-of-several" && request.mode?.is === "again") return failed("account-not-offered");
  const awaits = signing.is === "one-of-several" && awaitedBy(signing);
  const amount = "amount" in subject && { decimal: decimalOf(subject.amount), currency: subject.amount.currency };
  return ok({
    outcome: "allowed",
    accountIds,
    scopes,
    ...(amount && { amount }),
    ...differenceFrom(request.mode, accountIds),
    ...(awaits && { awaits }),
  });
}

function differenceFrom(mode: Mode | undefined, accountIds: readonly AccountId[]): Pick<Allowance, "differs"> {
  const renewal = mode?.is === "again" ? renewalOf(mode.accounts, accountIds) : "reauthorised";
  return renewal === "reauthorised" ? {} : { differs: renewal };
}

type SeveralSign = Extract<AccountsSigning, { is: "one-of-several" }>;

const awaitedBy = ({ standing: { required, next }, accountIds }: SeveralSign): AwaitedSignatures => ({
  required,
  asked: next.map(({ customer }) => customer),
  accountIds,
});

/** "Don't allow" needs nothing but the customer: not the bank, and not an unchanged request. */
export const refuse = (reason: RefusalReason): Refusal => ({ outcome: "refused", reason });
