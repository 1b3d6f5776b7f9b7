import { isLive } from "~/domain/consent/lifecycle";
import { formatsFor } from "~/i18n/formats";
import { paths } from "~/paths";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import type { Stopping } from "~/use-cases/view-stopping";
import { presentPaused, presentWaiting } from "./present-pause";
import { presentStopQuestion, whatOf } from "./present-stop-question";
import { appOf, backToOverview, isEnding, presentPage, type StoppingScene, sceneAfter } from "./present-stopping";

/**
 * The page of one paused consent that is to work again (D-09, D-28).
 *
 * @param scene `isFresh`: the customer has just signed in.
 */
export function presentResume(
  stopping: Stopping,
  scene: StoppingScene & { readonly isFresh: boolean },
): StoppingPageView {
  const { consent, underWay } = stopping;
  const { words, key, isFresh } = scene;
  const { resume: own } = words.stopping;
  if (!isLive(consent.status) || isEnding(stopping)) return presentStopQuestion(stopping, scene);
  if (underWay?.move === "resume") return presentWaiting(own.resuming, stopping, scene);
  if (underWay?.move === "suspend") return presentWaiting(words.stopping.pause.pausing, stopping, scene);
  if (consent.status === "authorised") return presentResumed(stopping, scene);
  // Whoever cannot take it back is told who holds it (T10).
  if (consent.suspendedBy !== "customer") return presentPaused(stopping, scene);
  const app = appOf(consent, words);
  return presentPage(own.title(app), sceneAfter("resume", stopping, scene), {
    is: "question",
    lead: formatsFor(words.locale).capitalised(own.lead(app)),
    points: [isFresh ? own.signedIn : own.signIn],
    form: { key, yes: own.yes, no: { label: own.no, href: paths.connection(consent.id) } },
  });
}

function presentResumed({ consent, newest }: Stopping, scene: StoppingScene): StoppingPageView {
  const { words } = scene;
  const { resume: own } = words.stopping;
  const isTheirs = newest?.move === "resume" && newest.state === "settled" && newest.endedAt;
  return presentPage(isTheirs ? own.resumed : own.notPaused, scene, {
    is: isTheirs ? "result" : "message",
    facts: [whatOf(consent, words)],
    ...(isTheirs && { lead: own.resumedText(formatsFor(words.locale).moment(isTheirs)) }),
    links: [{ label: words.connectionDetail.pause, href: paths.pauseConnection(consent.id) }, backToOverview(words)],
  });
}
