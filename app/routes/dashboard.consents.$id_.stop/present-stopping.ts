import type { ChangeMove } from "~/domain/consent/change";
import { isLive } from "~/domain/consent/lifecycle";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { RegisteredConsent } from "~/ports/consent-register";
import { maskedNumber, nicknameOf, presentAccount } from "~/ui/present-account";
import { presentDashboard } from "~/ui/present-dashboard";
import type { Bank } from "~/ui/present-frame";
import { unbroken } from "~/ui/present-frame";
import { withUnread } from "~/ui/present-notices";
import type { AccountsView, LinkView, StoppingPageView } from "~/ui/stopping/stopping-view";
import type { Stopping } from "~/use-cases/view-stopping";

/** What every page that stops something is told beside what it is about. */
export interface StoppingScene {
  readonly bank: Bank;
  readonly words: Words;
  /** Of the form on the page. */
  readonly key: string;
  /** By the server's clock: what the page says of days to come. */
  readonly now: Date;
  /** The customer has asked for it, and it did not come about. */
  readonly tried?: boolean;
  /** How many of their notices are new. */
  readonly unread?: number;
}

/**
 * Whether it is being ended, as far as anybody is told. Also when the authorization server had it as ended already: who
 * was first it has yet to tell us, and until then our picture knows of no end.
 */
export function isEnding({ consent, underWay, newest }: Stopping): boolean {
  if (!isLive(consent.status)) return false;
  if (underWay?.move === "stop" || underWay?.move === "terminate") return true;
  const { move, state, endedAt } = newest ?? {};
  return move === "stop" && state === "settled" && endedAt !== undefined && endedAt > consent.changedAt;
}

/** The same, when the authorization server did not take what the customer last asked for, perhaps long after they had left. */
export function sceneAfter(move: ChangeMove, { consent, newest }: Stopping, scene: StoppingScene): StoppingScene {
  const isRefused = newest?.move === move && newest.closedBecause === "not-allowed";
  const isNews = newest?.endedAt !== undefined && newest.endedAt > consent.changedAt;
  return isRefused && isNews ? { ...scene, tried: true } : scene;
}

/** A page of its own, under no entry of the menu. */
export function presentPage(
  title: string,
  { bank, words, tried, unread = 0 }: StoppingScene,
  over: Partial<StoppingPageView> & Pick<StoppingPageView, "is">,
): StoppingPageView {
  const { notDone } = words.stopping;
  return {
    ...withUnread(presentDashboard(formatsFor(words.locale).capitalised(title), bank, words, ""), unread, words),
    ...(tried && over.is === "question" && { problem: { ...notDone, href: "#request" } }),
    points: [],
    links: [],
    notes: [],
    ...over,
  };
}

/** Names the app as it calls itself, made harmless; or says "the app". */
export function appOf({ clientName }: Pick<RegisteredConsent, "clientName">, words: Words): string {
  const name = plainText(clientName);
  return name === undefined ? words.stop.theApp : isolated(name);
}

/** @param ids whichever of them; all that the consent has unless said. */
export function presentAccounts(
  { consent, accounts, customer }: Stopping,
  words: Words,
  ids: readonly string[] = consent.accountIds,
): AccountsView | undefined {
  if (ids.length === 0) return undefined;
  const known = accounts?.filter(({ id }) => ids.includes(id)) ?? [];
  if (known.length < ids.length) return words.dashboard.lists.accounts(ids.length);
  const { joint } = words.domesticPayment;
  return { rows: known.map((account) => presentAccount(account, customer, words, { withCurrency: false, joint })) };
}

/** An account by its name and the end of its number. Nameless while the bank does not answer. */
export function accountNameOf({ accounts = [] }: Stopping, id: string, words: Words): string {
  const known = accounts.find((account) => account.id === id);
  if (!known) return words.dashboard.lists.accounts(1);
  return `${nicknameOf(known, words)} ${isolated(maskedNumber(known.number).shown)}`;
}

export const stopEverything = ({ stopping }: Words): LinkView => ({
  label: stopping.many.allApps,
  href: paths.stopEverything,
});

/** Whoever holds an account of the consent beside the customer, once each. */
export function othersOf({ consent, accounts = [], customer }: Stopping): readonly string[] {
  const shared = accounts.filter(({ id }) => consent.accountIds.includes(id));
  const others = shared.flatMap(({ holders }) => holders.filter((holder) => holder.customer !== customer));
  return [...new Set(others.flatMap(({ name }) => plainText(name) ?? []))].map(isolated);
}

/** Whether the app has heard of what is on the page. */
export function presentTold({ told }: Stopping, words: Words): string {
  const { stopped: own } = words.stopping;
  if (!told) return own.noNews;
  if (told.is === "waiting") return own.waiting;
  return told.is === "told" && told.at ? own.told(formatsFor(words.locale).time(told.at)) : own.notTold;
}

export const backToOverview = ({ connectionDetail }: Words): LinkView => ({
  label: connectionDetail.back,
  href: paths.dashboard,
});

export const phoneOf = ({ phone }: Bank): string => isolated(unbroken(phone));

/** Both, as sentences have them. */
export const momentOf = (at: Date, words: Words): readonly [time: string, date: string] => {
  const { time, date } = formatsFor(words.locale);
  return [time(at), date(at)];
};
