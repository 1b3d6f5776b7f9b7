import { ACCOUNT_CHOICE } from "../consent-kinds/index";
import type { AccountId } from "../shared/ids";
import { failed, ok, type Result } from "../shared/result";
import type { ConsentRequest } from "./consent-request";
import type { OfferedAccount } from "./offered-account";

/** What the customer answered. */
export type Decision =
  | { readonly outcome: "allowed"; readonly accountIds: readonly AccountId[]; readonly scopes: readonly string[] }
  | { readonly outcome: "refused"; readonly reason: RefusalReason };

export type RefusalReason = "customer-declined" | "no-eligible-account";

/** What the browser sent: nothing in it is a grant (N-10). */
export type Answer =
  | { readonly choice: "allow"; readonly accountIds: readonly string[]; readonly seen: string }
  | { readonly choice: "refuse" };

export type AnswerProblem =
  /** Nobody can answer any more: decided, expired or withdrawn by the TPP. */
  | "request-closed"
  /** The request is not the one that was on the screen. */
  | "request-changed"
  /** The TPP has no name: there is nobody to say yes to (C-02). */
  | "requester-unknown"
  | "choose-an-account"
  | "choose-one-account"
  /** An id that was not offered: foreign, unknown and unavailable look the same (C-07). */
  | "account-not-offered";

/**
 * Turns an answer into a decision, from what the authorization server and the bank say now (C-24).
 *
 * @param fingerprint hash of the request as it is now, compared with the one that was shown.
 */
export function decide(
  request: ConsentRequest,
  offered: readonly OfferedAccount[],
  answer: Answer,
  fingerprint: string,
): Result<Decision, AnswerProblem> {
  if (!request.open) return failed("request-closed");
  if (answer.choice === "refuse") return ok({ outcome: "refused", reason: "customer-declined" });
  if (request.requester.name === undefined) return failed("requester-unknown");
  if (answer.seen !== fingerprint) return failed("request-changed");
  const chosen = [...new Set(answer.accountIds)];
  const available = offered.filter((offer) => offer.unavailable === undefined).map((offer) => offer.account.id);
  const accountIds = available.filter((id) => chosen.includes(id));
  if (accountIds.length !== chosen.length) return failed("account-not-offered");
  if (accountIds.length === 0) return failed("choose-an-account");
  if (ACCOUNT_CHOICE[request.subject.kind] === "exactly-one" && accountIds.length > 1) {
    return failed("choose-one-account");
  }
  return ok({ outcome: "allowed", accountIds, scopes: request.scopes });
}
