import type { AllowProblem } from "~/domain/consent/decision";
import type { OfferedAccount } from "~/domain/consent/offered-account";
import type { Money } from "~/domain/shared/money";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { AccountChoiceView, AccountRow } from "~/ui/consent-page-view";
import { presentAccount } from "~/ui/present-account";
import type { PresentContext } from "./present";

interface ChoiceOptions {
  readonly choice: AccountChoiceView["choice"];
  readonly title: string;
  readonly hint: string;
  readonly unavailableTitle: string;
  readonly joint: (people: string) => string;
  /** Balances are shown where money is to leave, and nowhere else (S-11, P-21). */
  readonly withBalance: boolean;
  readonly notesOf?: (offer: OfferedAccount) => readonly string[];
}

interface PresentedChoice {
  readonly view: AccountChoiceView;
  readonly error?: { readonly message: string; readonly href: string };
}

/** The accounts to choose from, none of them chosen by us (C-01), and below them the others with the reason (P-07). */
export function presentAccountChoice(context: PresentContext, options: ChoiceOptions): PresentedChoice {
  const { offered, request, words, app, problem } = context;
  const usual = mostCommon(offered.map(({ account }) => account.balance.currency));
  const describe = (offer: OfferedAccount) =>
    presentAccount(offer.account, request.customer, words, {
      withCurrency: offer.account.balance.currency !== usual,
      joint: options.joint,
    });
  const chosen = new Set(problem === "request-changed" ? [] : context.draft?.chosen);
  const rows = offered
    .filter((offer) => offer.unavailable === undefined)
    .map((offer): AccountRow => {
      const account = describe(offer);
      return {
        ...account,
        ...(options.withBalance ? { balance: presentBalance(offer.account.balance, words) } : {}),
        notes: [...(options.notesOf?.(offer) ?? []), ...account.notes],
        chosen: chosen.has(offer.account.id),
      };
    });
  const unavailable = offered.flatMap((offer) => {
    if (!offer.unavailable) return [];
    const { reason, remedy } = words.account.unavailable[offer.unavailable];
    return { ...describe(offer), reason: `${reason} ${remedy}` };
  });
  const message = problem && messageOf(problem, options.choice, app, words);
  const isAboutAccounts = problem !== "request-changed";
  const view: AccountChoiceView = {
    choice: options.choice,
    title: options.title,
    hint: options.hint,
    rows,
    ...(message && isAboutAccounts ? { error: message } : {}),
    ...(options.choice === "any" && rows.length > 1 ? { chosenOf: words.account.chosenOf(rows.length) } : {}),
    ...(unavailable.length > 0 && options.choice !== "locked"
      ? { unavailable: { title: options.unavailableTitle, rows: unavailable } }
      : {}),
  };
  return message ? { view, error: { message, href: isAboutAccounts ? "#account-1" : "#request" } } : { view };
}

/** The currency that goes without saying. */
function mostCommon(currencies: readonly string[]): string | undefined {
  const count = (currency: string) => currencies.filter((other) => other === currency).length;
  return [...currencies].sort((one, other) => count(other) - count(one))[0];
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
    case "request-changed":
      return words.problems["request-changed"](app);
    case "request-closed":
    case "requester-unknown":
      // These stop the page before any account is shown.
      return undefined;
  }
}

function presentBalance(balance: Money, words: Words): string {
  const { money } = formatsFor(words.locale);
  return balance.minor < 0n
    ? words.account.overdrawn(money({ ...balance, minor: -balance.minor }))
    : words.account.balance(money(balance));
}
