import { isLive } from "~/domain/consent/lifecycle";
import type { AccountId } from "~/domain/shared/ids";
import { formatsFor } from "~/i18n/formats";
import { paths } from "~/paths";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import type { Stopping } from "~/use-cases/view-stopping";
import { presentStopQuestion } from "./present-stop-question";
import {
  accountNameOf,
  appOf,
  backToOverview,
  momentOf,
  presentAccounts,
  presentPage,
  presentTold,
  type StoppingScene,
  sceneAfter,
} from "./present-stopping";

/**
 * The page of one account that is to leave a consent (D-08).
 *
 * @returns undefined for an account that is not in the consent, and did not leave it by this customer's last wish.
 */
export function presentStopAccount(
  stopping: Stopping,
  account: AccountId,
  scene: StoppingScene,
): StoppingPageView | undefined {
  const { consent, newest } = stopping;
  const isIn = consent.accountIds.includes(account);
  const isTheirLast = newest?.move === "remove-account" && newest.accountId === account;
  if (!isIn && !isTheirLast) return undefined;
  if (!isLive(consent.status)) return presentStopQuestion(stopping, scene);
  if (isTheirLast && newest.state === "intended") return presentLeaving(stopping, account, scene);
  return isIn ? presentQuestion(stopping, account, scene) : presentLeft(stopping, account, scene);
}

function presentQuestion(stopping: Stopping, account: AccountId, scene: StoppingScene): StoppingPageView {
  const { consent } = stopping;
  const { words, key } = scene;
  const { account: own, ask, ...all } = words.stopping;
  const app = appOf(consent, words);
  const title = own.title(accountNameOf(stopping, account, words), app);
  const against = whyNot(stopping, scene);
  if (against) {
    const whole = { label: own.whole, href: paths.stopConnection(consent.id) };
    return presentPage(title, scene, { is: "message", lead: against, links: [whole, backToOverview(words)] });
  }
  const { capitalised } = formatsFor(words.locale);
  const accounts = presentAccounts(stopping, words, others(stopping, account));
  const isOfThis = stopping.newest?.accountId === account;
  return presentPage(title, isOfThis ? sceneAfter("remove-account", stopping, scene) : scene, {
    is: "question",
    lead: capitalised(own.lead(app)),
    ...(accounts && { accounts }),
    points: [all.effects(app), all.seen(app), all.again(app)].map(capitalised),
    form: { key, yes: own.yes, no: { label: ask["account-access"].no, href: paths.connection(consent.id) } },
  });
}

/** Why this account cannot leave by itself, in words; undefined when it can. */
function whyNot({ consent, can }: Stopping, { words }: StoppingScene): string | undefined {
  const { account: own } = words.stopping;
  if (!can.removeAccount) return own.cannot;
  if (consent.accountIds.length === 1) return own.onlyOne;
  return consent.status === "suspended" ? own.paused : undefined;
}

function presentLeaving(stopping: Stopping, account: AccountId, scene: StoppingScene): StoppingPageView {
  const { words } = scene;
  const { account: own, stopped } = words.stopping;
  return presentPage(own.leaving(accountNameOf(stopping, account, words)), scene, {
    is: "under-way",
    lead: stopped.stoppingText,
    links: [{ label: stopped.look, href: paths.stopAccount(stopping.consent.id, account) }, backToOverview(words)],
  });
}

function presentLeft(stopping: Stopping, account: AccountId, scene: StoppingScene): StoppingPageView {
  const { consent, newest } = stopping;
  const { words } = scene;
  const { account: own, stopped } = words.stopping;
  const app = appOf(consent, words);
  const at = newest?.endedAt ?? consent.changedAt;
  const accounts = presentAccounts(stopping, words);
  const { capitalised } = formatsFor(words.locale);
  return presentPage(own.left(accountNameOf(stopping, account, words), ...momentOf(at, words)), scene, {
    is: "result",
    lead: capitalised(own.still(app)),
    ...(accounts && { accounts }),
    facts: [
      { label: stopped.who, value: stopped.you },
      { label: stopped.heard(app), value: presentTold(stopping, words) },
    ],
    links: [backToOverview(words)],
    notes: [stopped.keep],
  });
}

const others = ({ consent }: Stopping, account: AccountId) => consent.accountIds.filter((id) => id !== account);
