import { isLive } from "~/domain/consent/lifecycle";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { RecordedChange } from "~/ports/consent-changes";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { StoppedGroup, StoppingPageView } from "~/ui/stopping/stopping-view";
import type { BatchView } from "~/use-cases/view-batch";
import { appOf, backToOverview, presentPage, type StoppingScene, stopEverything } from "./present-stopping";

/**
 * Everything that a customer could stop at once, with its count and what is in it (D-10).
 *
 * @param scene `ofApp`: of the one app that all of it is of. `unticked`: more than one was asked for without the tick.
 */
export function presentMany(
  consents: readonly RegisteredConsent[],
  scene: StoppingScene & { readonly ofApp: boolean; readonly unticked?: boolean },
): StoppingPageView {
  const { words, key, ofApp, unticked } = scene;
  const { many: own } = words.stopping;
  const [first] = consents;
  if (!first) {
    return presentPage(own.nothing, scene, {
      is: "message",
      ...(!ofApp && { lead: own.nothingText }),
      links: [backToOverview(words)],
    });
  }
  const since = (consent: RegisteredConsent) =>
    own.since(formatsFor(words.locale).date(consent.agreedAt ?? consent.createdAt));
  return presentPage(ofApp ? own.ofApp(appOf(first, words)) : own.everything, scene, {
    is: "question",
    ...(unticked && { problem: { ...own.tickFirst, href: "#choice" } }),
    lead: own.lead(consents.length),
    groups: grouped(consents, since, words),
    ...(ofApp && { links: [stopEverything(words)] }),
    form: {
      key,
      ...(consents.length > 1 && { tick: own.tick(consents.length) }),
      yes: own.yes,
      no: { label: own.no, href: paths.dashboard },
    },
  });
}

/**
 * What came of it, one by one.
 *
 * @param here the page's own address.
 */
export function presentBatch({ batch, stopped }: BatchView, here: string, scene: StoppingScene): StoppingPageView {
  const { words } = scene;
  const { many: own, stopped: one } = words.stopping;
  const isUnderWay = stopped.some(({ change }) => change.state === "intended");
  const hasFailed = stopped.some(({ consent, change }) => change.state === "closed" && isLive(consent.status));
  const changes = new Map(stopped.map(({ consent, change }) => [consent.id, change]));
  const detail = (consent: RegisteredConsent) => outcomeIn(consent, changes.get(consent.id), words);
  const title = isUnderWay ? own.under : hasFailed ? own.partly : own.done;
  const ofApp = batch.clientId === undefined ? undefined : stopped[0] && appOf(stopped[0].consent, words);
  return presentPage(title(ofApp), scene, {
    is: isUnderWay ? "under-way" : "result",
    lead: own.at(formatsFor(words.locale).moment(batch.at)),
    groups: grouped(
      stopped.map(({ consent }) => consent),
      detail,
      words,
    ),
    links: [...(isUnderWay ? [{ label: one.look, href: here }] : []), backToOverview(words)],
    notes: [one.keep],
  });
}

function outcomeIn(consent: RegisteredConsent, change: RecordedChange | undefined, words: Words): string {
  const { item } = words.stopping.many;
  if (change?.state === "intended") return item.stopping;
  if (change?.state === "settled")
    return item.stopped(formatsFor(words.locale).moment(change.endedAt ?? consent.changedAt));
  return isLive(consent.status) ? item.failed : item.ended;
}

/** By app, in the order in which they come. */
function grouped(
  consents: readonly RegisteredConsent[],
  detail: (consent: RegisteredConsent) => string,
  words: Words,
): readonly StoppedGroup[] {
  const apps = new Map<string, RegisteredConsent[]>();
  for (const consent of consents) apps.set(consent.clientId, [...(apps.get(consent.clientId) ?? []), consent]);
  return [...apps].map(([id, of]) => ({
    id,
    app: formatsFor(words.locale).capitalised(of[0] ? appOf(of[0], words) : ""),
    items: of.map((consent) => ({
      id: consent.id,
      what: words.dashboard.lists.kinds[consent.kind],
      detail: detail(consent),
    })),
  }));
}
