import { type ConsentStatus, isLive, isOpen } from "~/domain/consent/lifecycle";
import { isolated } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import type { Stopping } from "~/use-cases/view-stopping";
import {
  appOf,
  backToOverview,
  isEnding,
  phoneOf,
  presentPage,
  type StoppingScene,
  stopEverything,
} from "./present-stopping";

/** The page on which a customer says that they do not recognise something, and what happens then (D-24). */
export function presentReport(stopping: Stopping, scene: StoppingScene): StoppingPageView {
  const { consent, report } = stopping;
  const { words, bank, key } = scene;
  const { report: own } = words.stopping;
  const { capitalised } = formatsFor(words.locale);
  const app = appOf(consent, words);
  const about = `${app} – ${words.dashboard.lists.kinds[consent.kind]}`;
  const safe = own.safe(isolated(bank.name), phoneOf(bank));
  const ends = isEnding(stopping);
  // Allowed again since it was reported, or not stopped after all: it can be reported again.
  if (!report || (isLive(consent.status) && !ends)) {
    return presentPage(own.title, scene, {
      is: "question",
      lead: capitalised(about),
      points: [...whatBecomes(consent.status, app, words), own.looks, safe].map(capitalised),
      form: { key, yes: own.yes, no: { label: own.no, href: paths.connection(consent.id) } },
    });
  }
  const { stopped } = words.stopping;
  return presentPage(own.reported, scene, {
    is: ends ? "under-way" : "result",
    facts: [
      { label: stopped.what, value: capitalised(about) },
      { label: words.reported.reference, value: isolated(report.reference) },
    ],
    points: [...(ends ? [stopped.stoppingText] : []), own.looks, safe],
    links: [
      ...(ends ? [{ label: stopped.look, href: paths.reportConnection(consent.id) }] : []),
      stopEverything(words),
      backToOverview(words),
    ],
    notes: [own.quote],
  });
}

/** Of what nobody has agreed to yet, neither can be said. */
function whatBecomes(status: ConsentStatus, app: string, { stopping: { report: own } }: Words): readonly string[] {
  if (isLive(status)) return [own.stops(app)];
  return isOpen(status) ? [] : [own.over];
}
