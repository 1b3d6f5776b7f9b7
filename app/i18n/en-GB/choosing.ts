import type { Profile } from "~/domain/consent/draft";
import type { BankAccount, UnavailableReason } from "~/domain/consent/offered-account";
import { plural } from "../plural";

/** Choosing among many accounts, and what the customer shares with the app already. */
export const choosing = {
  choosing: {
    find: "Find an account",
    findHint: "Type part of its name, what kind it is, who holds it, or its last digits.",
    search: "Search",
    clear: "Clear the search",
    found: plural("en-GB", { one: "# account matches.", other: "# accounts match." }),
    noneFound: (text: string) => `No account matches “${text}”.`,
    alsoChosen: "Also chosen",
    chosenSoFar: "Chosen so far",
    tickAll: plural("en-GB", { one: "Tick the one shown", other: "Tick all # shown" }),
    tickShownOf: (shown: number, total: number) => `Tick the ${shown} shown, of ${total}`,
    untickAll: "Untick all",
    notShown: plural("en-GB", { one: "# account is not shown yet.", other: "# accounts are not shown yet." }),
    more: plural("en-GB", { one: "Show # more", other: "Show # more" }),
    groups: {
      current: "Current accounts",
      savings: "Savings accounts",
      "credit-card": "Credit cards",
    } satisfies Record<BankAccount["kind"], string>,
    whichProfile: "Which accounts do you want to choose from?",
    profiles: { personal: "Personal accounts", business: "Business accounts" } satisfies Record<Profile, string>,
    instead: {
      personal: "Show personal accounts instead",
      business: "Show business accounts instead",
    } satisfies Record<Profile, string>,
    /** Of the other capacity: kept, and no part of this answer (P-09). */
    setAside: {
      personal: plural("en-GB", {
        one: "You also chose # personal account. It is kept, but it is not part of your answer here.",
        other: "You also chose # personal accounts. They are kept, but they are not part of your answer here.",
      }),
      business: plural("en-GB", {
        one: "You also chose # business account. It is kept, but it is not part of your answer here.",
        other: "You also chose # business accounts. They are kept, but they are not part of your answer here.",
      }),
    } satisfies Record<Profile, (count: number) => string>,
    profileFirst: "First say which accounts you want to choose from.",
    unavailable: {
      closed: "These accounts are closed.",
      "cannot-share": "We can’t share these kinds of account.",
      "cannot-pay": "You can’t pay other people from these accounts.",
      "other-currency": "These are in another currency.",
      "not-the-named-account": "The app named another account.",
      "needs-signatures": "More than one person has to sign for these accounts, so they take a new request in the app.",
    } satisfies Record<UnavailableReason, string>,
    andMore: plural("en-GB", { one: "and # more", other: "and # more" }),
  },
  connection: {
    first: "First time you connect",
    before: (date: string) => `Connected before, last on ${date}`,
    beforeToday: "Connected before, last time today",
    already: (app: string) => `You already share with ${app}`,
    since: (date: string, what: string) => `Since ${date}, it can see ${what}.`,
    sinceOther: (date: string) => `Since ${date}, it can see other information.`,
    from: (accounts: string) => `From: ${accounts}.`,
    more: plural("en-GB", { one: "And # more like this.", other: "And # more like this." }),
    whatNow: (app: string, bank: string, phone: string) =>
      `If you allow this, you add to what you share. You can keep both. You can stop the old one in ${app}, or call ${bank} on ${phone}.`,
  },
};
