import { shownStatus } from "~/domain/consent/shown-status";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import { presentStatus } from "~/ui/present-status";
import type { OwnConsent } from "~/use-cases/save-own-record";

export function recordHeader({ connectionDetail, dashboard, reminders }: Words): readonly string[] {
  const { find } = dashboard.lists;
  const { app, why, asked, ends } = reminders.take.columns;
  const { allowed, lastChanged, accounts } = connectionDetail;
  return [app, find.kind, find.status, why, asked, allowed, lastChanged, ends, accounts].map((name, nth) =>
    nth >= 4 && nth <= 7 ? `${name} (UTC)` : name,
  );
}

/** One row for each consent; how many accounts it has and not which, as in whatever else leaves these pages. */
export const recordRows = (page: readonly OwnConsent[], words: Words): readonly (readonly string[])[] =>
  page.map(({ consent, underWay }) => {
    const { label, why } = presentStatus(shownStatus(consent, underWay?.move), consent.kind, words);
    return [
      plainText(consent.clientName) ?? words.stop.theApp,
      words.dashboard.lists.kinds[consent.kind],
      label,
      why ?? "",
      consent.createdAt.toISOString(),
      consent.agreedAt?.toISOString() ?? "",
      consent.changedAt.toISOString(),
      consent.expiresAt?.toISOString() ?? "",
      String(consent.accountIds.length),
    ];
  });
