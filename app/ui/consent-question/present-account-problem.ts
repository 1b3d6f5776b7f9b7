import type { AllowProblem } from "~/domain/consent/decision";
import type { Words } from "~/i18n/words";
import type { AccountChoiceView } from "../account-choice-view";
import type { PresentContext } from "./present-context";

/** What is said of an answer that could not be taken, and whether it is said beside the accounts. */
export function presentAccountProblem(
  { problem, app, words }: PresentContext,
  choice: AccountChoiceView["choice"],
  profileAsked: boolean,
): { readonly message: string; readonly isAboutAccounts: boolean } | undefined {
  const message = problem && messageOf(problem, choice, app, words);
  if (!message) return undefined;
  const isAboutAccounts = problem !== "request-changed";
  return { message: isAboutAccounts && profileAsked ? words.choosing.profileFirst : message, isAboutAccounts };
}

function messageOf(
  problem: AllowProblem,
  choice: AccountChoiceView["choice"],
  app: string,
  words: Words,
): string | undefined {
  switch (problem) {
    case "choose-an-account":
      return words.problems[choice === "any" ? "choose-an-account" : "choose-the-account"];
    case "choose-one-account":
    case "account-not-offered":
      return words.problems[problem];
    case "choose-accounts-of-the-same-people":
      return words.sharedTogether.differentPeople;
    case "request-changed":
      return words.problems["request-changed"](app);
    case "request-closed":
    case "requester-unknown":
      // These stop the page before any account is shown.
      return undefined;
  }
}
