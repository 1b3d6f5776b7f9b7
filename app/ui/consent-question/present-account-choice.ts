import { listAccounts } from "~/domain/consent/account-listing";
import { inProfile, profilesOf } from "~/domain/consent/account-profile";
import type { Draft } from "~/domain/consent/draft";
import { draftToBegin, keepsAccounts } from "~/domain/consent/mode";
import type { BankAccount, OfferedAccount } from "~/domain/consent/offered-account";
import { isStrong } from "~/domain/factor/authentication";
import type { Money } from "~/domain/shared/money";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { AccountChoiceView, AccountGroup, AccountRow } from "../account-choice-view";
import { presentAccount, searchedIn } from "../present-account";
import { presentUnavailable } from "../present-unavailable";
import { accountsShown } from "./accounts-shown";
import { presentAccountProblem } from "./present-account-problem";
import { presentAccountSearch } from "./present-account-search";
import type { PresentContext } from "./present-context";
import { presentSignatures, presentSignersAlert } from "./present-signatures";

interface ChoiceOptions {
  readonly choice: AccountChoiceView["choice"];
  readonly title: string;
  readonly hint: string;
  readonly unavailableTitle: string;
  readonly joint: (people: string) => string;
  /** Balances are shown where money is to leave, and nowhere else (S-11); nor is what follows from one after one factor (P-21). */
  readonly withBalance: boolean;
  readonly notesOf?: (account: BankAccount) => readonly string[];
}

interface PresentedChoice {
  readonly view: AccountChoiceView;
  readonly error?: { readonly message: string; readonly href: string };
}

/** From so many accounts on a press that ticks them all saves work. */
const WORTH_TICKING_ALL = 3;
/** From so many on their rows are set closer. */
const MANY = 10;

/** The accounts to choose from, none of them chosen by us (C-01), and below them the others with the reason (P-07). */
export function presentAccountChoice(context: PresentContext, asked: ChoiceOptions): PresentedChoice {
  const { offered, request, words, problem } = context;
  if (keepsAccounts(request.mode, offered)) return { view: presentKept(context, asked) };
  const options = { ...asked, hint: hintOf(asked, context) };
  const draft: Partial<Draft> = problem === "request-changed" ? {} : (context.draft ?? {});
  const listing = listAccounts(offered, draft, (account) => searchedIn(account, request, words));
  const { total, alsoChosen, groups } = listing;
  const rowOf = presentRow(context, options);
  const shown = groups.flatMap(({ accounts }) => accounts);
  const profiles = presentProfiles(offered, draft, words);
  const presented = groups.map(
    ({ kind, accounts }): AccountGroup => ({
      ...(kind && { title: words.choosing.groups[kind] }),
      rows: accounts.map((account) => rowOf(account, kind === undefined)),
    }),
  );
  const first = "profiles" in profiles ? `#profile-${profiles.profiles?.options[0]?.profile}` : "#account-1";
  const error = presentAccountProblem(context, options.choice, "profiles" in profiles);
  const view: AccountChoiceView = {
    choice: options.choice,
    title: options.title,
    hint: options.hint,
    ...(error?.isAboutAccounts && { error: error.message }),
    ...profiles,
    ...presentAccountSearch(listing, words),
    ...(alsoChosen.length > 0 && {
      alsoChosen: {
        title: shown.length > 0 ? words.choosing.alsoChosen : words.choosing.chosenSoFar,
        rows: alsoChosen.map((account) => rowOf(account, true)),
      },
    }),
    groups: presented,
    many: listing.search !== undefined,
    ...(listing.more && {
      more: {
        left: words.choosing.notShown(listing.more.left),
        label: words.choosing.more(listing.more.next),
        parts: (draft.parts ?? 1) + 1,
      },
    }),
    ...(options.choice === "any" &&
      shown.length >= WORTH_TICKING_ALL && {
        tickAll: {
          label:
            shown.length < total
              ? words.choosing.tickShownOf(shown.length, total)
              : words.choosing.tickAll(shown.length),
          shown: accountsShown(shown),
          none: words.choosing.untickAll,
        },
      }),
    ...(options.choice === "any" && total > 1 && { chosenOf: words.account.chosenOf(total) }),
    ...presentOthers(context, options),
    ...presentSignersAlert(context),
  };
  if (!error) return { view };
  const { message, isAboutAccounts } = error;
  return {
    view,
    error: {
      message,
      href: isAboutAccounts ? (shown.length > 0 || "profiles" in profiles ? first : "#find") : "#request",
    },
  };
}

/** The accounts of a consent that is given again: all of them, with nothing to choose or to look for (P-10). */
function presentKept(context: PresentContext, options: ChoiceOptions): AccountChoiceView {
  const { askedAgain: own } = context.words;
  const rowOf = presentRow(context, options);
  const rows = context.offered.map(({ account }) => rowOf(account, true));
  return {
    choice: "locked",
    title: own.accounts(rows.length),
    hint: own.noChoice,
    groups: [{ rows }],
    many: rows.length >= MANY,
  };
}

function hintOf({ choice, hint }: ChoiceOptions, { request, offered, words }: PresentContext): string {
  if (choice === "locked") return hint;
  if (request.mode?.is === "again") return `${hint} ${words.askedAgain.chooseLeft}`;
  const { ticked, chosen } = words.inItsPlace;
  return draftToBegin(request.mode, offered) ? `${hint} ${choice === "one" ? chosen : ticked}` : hint;
}

function presentRow(context: PresentContext, options: ChoiceOptions) {
  const { draft, problem, offered, request, words } = context;
  const usual = mostCommon(offered);
  const seesAll = isStrong(request.authentication);
  const chosen = new Set(problem === "request-changed" ? [] : draft?.chosen);
  return (account: BankAccount, withKind: boolean): AccountRow => {
    const described = presentAccount(account, request.customer, words, {
      withCurrency: account.balance.currency !== usual,
      withKind,
      joint: options.joint,
      unnamed: !seesAll,
    });
    return {
      ...described,
      ...(options.withBalance && seesAll ? { balance: presentBalance(account.balance, words) } : {}),
      notes: [
        ...((seesAll && options.notesOf?.(account)) || []),
        ...presentSignatures(account, context),
        ...described.notes,
      ],
      chosen: chosen.has(account.id),
    };
  };
}

/** The question in which capacity, or the way to change the answer to it; nothing for whoever has but one (P-09). */
function presentProfiles(
  offered: readonly OfferedAccount[],
  { profile: chosen, setAside }: Partial<Draft>,
  { choosing }: Words,
): Pick<AccountChoiceView, "profiles" | "otherProfile"> {
  const profiles = profilesOf(offered);
  if (profiles.length < 2) return {};
  if (!chosen) {
    const options = profiles.map((profile) => ({ profile, label: choosing.profiles[profile] }));
    return { profiles: { question: choosing.whichProfile, options } };
  }
  const other = profiles.find((profile) => profile !== chosen);
  if (!other) return {};
  const aside = new Set(setAside);
  const left = inProfile(offered, other).filter(
    ({ account, unavailable }) => !unavailable && aside.has(account.id),
  ).length;
  return {
    otherProfile: {
      profile: other,
      label: choosing.instead[other],
      ...(left > 0 && { setAside: choosing.setAside[other](left) }),
    },
  };
}

function presentOthers(
  { offered, draft, request, words }: PresentContext,
  { choice, unavailableTitle: title, joint }: ChoiceOptions,
): Pick<AccountChoiceView, "unavailable"> {
  if (choice === "locked") return {};
  const usual = mostCommon(offered);
  const unavailable = presentUnavailable(inProfile(offered, draft?.profile), words, {
    title,
    withRemedy: true,
    describe: (account) =>
      presentAccount(account, request.customer, words, {
        withCurrency: account.balance.currency !== usual,
        joint,
        unnamed: !isStrong(request.authentication),
      }),
  });
  return unavailable ? { unavailable } : {};
}

/** The currency that goes without saying. */
function mostCommon(offered: readonly OfferedAccount[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { account } of offered) {
    const { currency } = account.balance;
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function presentBalance(balance: Money, words: Words): string {
  const { money } = formatsFor(words.locale);
  return balance.minor < 0n
    ? words.account.overdrawn(money({ ...balance, minor: -balance.minor }))
    : words.account.balance(money(balance));
}
