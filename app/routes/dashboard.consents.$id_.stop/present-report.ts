import { isLive } from "~/domain/consent/lifecycle";
import { isolated } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import { paths } from "~/paths";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import type { Stopping } from "~/use-cases/view-stopping";
import { appOf, backToOverview, phoneOf, presentPage, type StoppingScene, stopEverything } from "./present-stopping";

/** The page on which a customer says that they do not recognise something, and what happens then (D-24). */
export function presentReport(stopping: Stopping, scene: StoppingScene): StoppingPageView {
  const { consent, report } = stopping;
  const { words, bank, key } = scene;
  const { report: own } = words.stopping;
  const { capitalised } = formatsFor(words.locale);
  const app = appOf(consent, words);
  const about = `${app} – ${words.dashboard.lists.kinds[consent.kind]}`;
  const safe = own.safe(isolated(bank.name), phoneOf(bank));
  if (!report) {
    return presentPage(own.title, scene, {
      is: "question",
      lead: capitalised(about),
      points: [isLive(consent.status) ? own.stops(app) : own.over, own.looks, safe].map(capitalised),
      form: { key, yes: own.yes, no: { label: own.no, href: paths.connection(consent.id) } },
    });
  }
  const { stopped } = words.stopping;
  const isUnderWay = isLive(consent.status);
  return presentPage(own.reported, scene, {
    is: isUnderWay ? "under-way" : "result",
    facts: [
      { label: stopped.what, value: capitalised(about) },
      { label: words.reported.reference, value: isolated(report.reference) },
    ],
    points: [...(isUnderWay ? [stopped.stoppingText] : []), own.looks, safe],
    links: [
      ...(isUnderWay ? [{ label: stopped.look, href: paths.reportConnection(consent.id) }] : []),
      stopEverything(words),
      backToOverview(words),
    ],
    notes: [own.quote],
  });
}
