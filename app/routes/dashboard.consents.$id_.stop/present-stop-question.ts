import { isLive, isOpen } from "~/domain/consent/lifecycle";
import { endedByOwnStop } from "~/domain/consent/own-stop";
import { shownStatus } from "~/domain/consent/shown-status";
import { FAMILY, traitsOf } from "~/domain/consent-kinds/index";
import { asAccountId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import { presentStatus } from "~/ui/present-status";
import type { ChoiceView, LinkView, StoppingPageView } from "~/ui/stopping/stopping-view";
import type { Stopping } from "~/use-cases/view-stopping";
import {
  accountNameOf,
  appOf,
  backToOverview,
  isEnding,
  momentOf,
  othersOf,
  phoneOf,
  presentAccounts,
  presentPage,
  presentTold,
  type StoppingScene,
  sceneAfter,
} from "./present-stopping";

/** Why a customer stops, as far as we ask. None is the first of them that is not a word against the app. */
export const STOP_REASONS = ["app-not-used", "lost-trust", "customer-stopped"] as const;

/** The page of one consent that is to be stopped: the question while there is something to stop, else what came of it (D-07). */
export function presentStopQuestion(stopping: Stopping, scene: StoppingScene): StoppingPageView {
  const { status } = stopping.consent;
  if (!isOpen(status)) return presentEnded(stopping, scene);
  if (!isLive(status)) return presentWaiting(stopping, scene);
  return isEnding(stopping) ? presentStopping(stopping, scene) : presentQuestion(stopping, scene);
}

function presentQuestion(stopping: Stopping, scene: StoppingScene): StoppingPageView {
  const { consent } = stopping;
  const { words, key, bank } = scene;
  const { ask, ...own } = words.stopping;
  const app = appOf(consent, words);
  const { title, lead, yes, no } = ask[FAMILY[consent.kind]];
  const accounts = presentAccounts(stopping, words);
  const others = othersOf(stopping);
  const { capitalised, list } = formatsFor(words.locale);
  const isMoney = traitsOf(consent.kind).moves === "money";
  const points = [
    own.effects(app),
    isMoney ? own.started : own.seen(app),
    ...(others.length > 0 ? [own.joint(list(others))] : []),
    own.again(app),
  ];
  return presentPage(title(app), sceneAfter("stop", stopping, scene), {
    is: "question",
    lead: capitalised(lead(app)),
    ...(accounts && { accounts }),
    points: points.map(capitalised),
    form: { key, choice: reasonsOf(app, scene), yes, no: { label: no, href: paths.connection(consent.id) } },
    links: oneByOne(stopping, words),
    notes: [own.byPhone(isolated(bank.name), phoneOf(bank))],
  });
}

/** The way to less: one account of several, of which each has its name (D-08). */
function oneByOne(stopping: Stopping, words: Words): readonly LinkView[] {
  const { consent, accounts, can } = stopping;
  if (!can.removeAccount || !accounts || consent.status !== "authorised" || consent.accountIds.length < 2) return [];
  return consent.accountIds.map((id) => ({
    label: words.stopping.account.only(accountNameOf(stopping, id, words)),
    href: paths.stopAccount(consent.id, asAccountId(id)),
  }));
}

function reasonsOf(app: string, { words }: StoppingScene): ChoiceView {
  const { title, hint, reasons } = words.stopping.why;
  return {
    name: "reason",
    title,
    hint: hint(app),
    options: STOP_REASONS.map((value) => ({ value, label: reasons[value] })),
  };
}

function presentStopping({ consent }: Stopping, scene: StoppingScene): StoppingPageView {
  const { stopped: own } = scene.words.stopping;
  return presentPage(own.stopping, scene, {
    is: "under-way",
    lead: own.stoppingText,
    links: [{ label: own.look, href: paths.stopConnection(consent.id) }, backToOverview(scene.words)],
  });
}

/** Nobody has agreed to it yet, or not everybody who has to: it has neither begun nor ended. */
function presentWaiting({ consent }: Stopping, scene: StoppingScene): StoppingPageView {
  const { words } = scene;
  return presentPage(words.stopping.many.nothing, scene, {
    is: "message",
    facts: [whatOf(consent, words), statusOf(consent, words)],
    links: [backToOverview(words)],
  });
}

export const whatOf = (consent: Stopping["consent"], words: Words) => ({
  label: words.stopping.stopped.what,
  value: `${appOf(consent, words)} – ${words.dashboard.lists.kinds[consent.kind]}`,
});

function statusOf(consent: Stopping["consent"], words: Words) {
  const { label, why } = presentStatus(shownStatus(consent), consent.kind, words);
  return why === undefined ? { label: words.dashboard.lists.find.status, value: label } : { label, value: why };
}

/** What the customer can keep of their stop; of an end that was not theirs, why it ended. */
function presentEnded(stopping: Stopping, scene: StoppingScene): StoppingPageView {
  const { consent, newest, report } = stopping;
  const { words } = scene;
  const { stopped: own } = words.stopping;
  const app = appOf(consent, words);
  const facts = [whatOf(consent, words)];
  const back = backToOverview(words);
  if (!endedByOwnStop(consent, newest)) {
    return presentPage(own.ended, scene, {
      is: "message",
      facts: [...facts, statusOf(consent, words)],
      links: [back],
    });
  }
  const at = newest?.endedAt ?? consent.changedAt;
  const { moment, capitalised } = formatsFor(words.locale);
  return presentPage(own.title(...momentOf(at, words)), scene, {
    is: "result",
    facts: [
      ...facts,
      { label: own.when, value: moment(at) },
      { label: own.who, value: own.you },
      { label: own.heard(app), value: presentTold(stopping, words) },
    ],
    points: [words.stopping.again(app)].map(capitalised),
    links: [
      { label: words.receipt.saveAs.pdf, href: paths.stopReceiptFile(consent.id, "pdf") },
      { label: words.receipt.saveAs.json, href: paths.stopReceiptFile(consent.id, "json") },
      ...(report ? [] : [{ label: own.notMe, href: paths.reportConnection(consent.id) }]),
      back,
    ],
    notes: [own.keep],
  });
}
