import { isLive } from "~/domain/consent/lifecycle";
import { isolated } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import { paths } from "~/paths";
import type { LinkView, StoppingPageView } from "~/ui/stopping/stopping-view";
import type { Stopping } from "~/use-cases/view-stopping";
import { presentStopQuestion, whatOf } from "./present-stop-question";
import {
  appOf,
  backToOverview,
  isEnding,
  momentOf,
  phoneOf,
  presentPage,
  type StoppingScene,
  sceneAfter,
} from "./present-stopping";

const HOUR = 3_600_000;

/** For how long, as the form says it. */
export const PAUSES = { day: 24, week: 7 * 24, open: undefined } as const;

/** The page of one consent that is to be paused, or is (D-09). */
export function presentPause(
  stopping: Stopping,
  scene: StoppingScene & { readonly unchosen?: boolean },
): StoppingPageView {
  const { consent, underWay, can } = stopping;
  const { words } = scene;
  if (!isLive(consent.status) || isEnding(stopping)) return presentStopQuestion(stopping, scene);
  if (underWay?.move === "suspend") return presentWaiting(words.stopping.pause.pausing, stopping, scene);
  if (underWay?.move === "resume") return presentWaiting(words.stopping.resume.resuming, stopping, scene);
  if (consent.status === "suspended") return presentPaused(stopping, scene);
  return can.pause ? presentQuestion(stopping, scene) : presentCannot(stopping, scene);
}

function presentQuestion(stopping: Stopping, scene: StoppingScene & { readonly unchosen?: boolean }): StoppingPageView {
  const { words, key, now, unchosen } = scene;
  const { pause: own } = words.stopping;
  const app = appOf(stopping.consent, words);
  const { moment, capitalised } = formatsFor(words.locale);
  const inHours = (hours: number) => moment(new Date(now.getTime() + hours * HOUR));
  return presentPage(own.title(app), sceneAfter("suspend", stopping, scene), {
    is: "question",
    ...(unchosen && { problem: { ...own.choose, href: "#choice" } }),
    lead: capitalised(own.lead(app)),
    points: [own.kept, own.effects(app)].map(capitalised),
    form: {
      key,
      choice: {
        name: "pause",
        title: own.long,
        options: [
          { value: "day", label: own.until.day(inHours(PAUSES.day)) },
          { value: "week", label: own.until.week(inHours(PAUSES.week)) },
          { value: "open", label: own.until.open },
        ],
      },
      yes: own.yes,
      no: { label: own.no, href: paths.connection(stopping.consent.id) },
    },
  });
}

/** What is paused: by whom, until when, and what can be done. */
export function presentPaused(stopping: Stopping, scene: StoppingScene): StoppingPageView {
  const { consent, pausedUntil: until } = stopping;
  const { words, bank } = scene;
  const { pause: own } = words.stopping;
  const name = isolated(bank.name);
  if (consent.suspendedBy !== "customer") {
    return presentPage(own.byBank(name), scene, {
      is: "message",
      lead: own.byBankText(name, phoneOf(bank)),
      links: [stopOf(stopping, scene), backToOverview(words)],
    });
  }
  const { moment } = formatsFor(words.locale);
  return presentPage(own.paused(...momentOf(consent.changedAt, words)), scene, {
    is: "result",
    facts: [whatOf(consent, words)],
    lead: until ? own.ends(moment(until)) : own.open,
    links: [
      { label: words.stopping.resume.yes, href: paths.resumeConnection(consent.id) },
      stopOf(stopping, scene),
      backToOverview(words),
    ],
  });
}

function presentCannot(stopping: Stopping, scene: StoppingScene): StoppingPageView {
  const { pause: own } = scene.words.stopping;
  return presentPage(own.title(appOf(stopping.consent, scene.words)), scene, {
    is: "message",
    lead: own.cannot,
    links: [stopOf(stopping, scene), backToOverview(scene.words)],
  });
}

/** @param title what is on its way. */
export function presentWaiting(title: string, { consent }: Stopping, scene: StoppingScene): StoppingPageView {
  const { stopped } = scene.words.stopping;
  return presentPage(title, scene, {
    is: "under-way",
    lead: stopped.stoppingText,
    links: [{ label: stopped.look, href: paths.pauseConnection(consent.id) }, backToOverview(scene.words)],
  });
}

const stopOf = ({ consent }: Stopping, { words }: StoppingScene): LinkView => ({
  label: words.stopping.pause.stop,
  href: paths.stopConnection(consent.id),
});
