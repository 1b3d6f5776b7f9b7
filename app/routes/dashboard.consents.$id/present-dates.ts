import { isLive, isOpen } from "~/domain/consent/lifecycle";
import { stopsOneAccount } from "~/domain/consent/renewal";
import { traitsOf } from "~/domain/consent-kinds/index";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { Labelled, LabelledFact } from "~/ui/own-consent/own-consent-view";
import { presentStatus } from "~/ui/present-status";
import type { OwnConsent } from "~/use-cases/view-own-consent";

/** Since when, until when, last used, last changed; what was taken up again keeps both its periods (D-04, T17). */
export function presentDates(of: OwnConsent, words: Words): Labelled {
  const { consent, versions } = of;
  const own = words.connectionDetail;
  const { date, moment } = formatsFor(words.locale);
  const lasts = traitsOf(consent.kind).lasts;
  const used = presentStatus({ is: "ended", why: "used" }, consent.kind, words).label;
  const periods = versions.flatMap(({ move, to, at, reason, decisionId }): LabelledFact[] => {
    if (isYes({ move })) return [{ label: own.allowed, value: moment(at) }];
    if (move === "reconnect") return [{ label: own.allowedAgain, value: moment(at) }];
    if (stopsOneAccount({ move, reason }, decisionId !== undefined)) return [];
    if (move === "renew") return [{ label: own.renewed, value: moment(at) }];
    return isOpen(to) ? [] : [{ label: move === "consume" ? used : own.ended, value: moment(at) }];
  });
  const isOver = !isOpen(consent.status);
  const endIsOnRecord = versions.some(({ to }) => to === consent.status);
  const last = versions.at(-1);
  return {
    title: own.dates,
    items: [
      // Elsewhere agreed to: of that there is no version.
      ...(consent.agreedAt && !versions.some(isYes) ? [{ label: own.allowed, value: moment(consent.agreedAt) }] : []),
      ...periods,
      // Time ends a consent before a job writes it down.
      ...(isOver && !endIsOnRecord && consent.expiresAt
        ? [{ label: own.ended, value: moment(consent.expiresAt) }]
        : []),
      ...(lasts ? presentLastUse(of, words) : []),
      ...(lasts && !isOver
        ? [
            {
              label: words.lasting.ends,
              value: consent.expiresAt ? words.lasting.on(date(consent.expiresAt)) : words.lasting.openEnded,
            },
          ]
        : []),
      ...(last && versions.length > 1 ? [{ label: own.lastChanged, value: moment(last.at) }] : []),
    ],
  };
}

/** By reads, payments or questions; nothing is said while whoever counts them does not answer. */
function presentLastUse({ consent, used, payments, questions }: OwnConsent, words: Words): readonly LabelledFact[] {
  const own = words.connectionDetail;
  const uses = consent.kind === "domestic-vrp" ? payments : consent.kind === "funds-confirmation" ? questions : NO_USES;
  if (!used && !uses) return [];
  const latest = [...(used ? [used.lastAt] : []), ...(uses?.items ?? []).map(({ at }) => at)];
  const last = latest.length > 0 ? new Date(Math.max(...latest.map((at) => at.getTime()))) : undefined;
  return [{ label: own.lastUsed, value: last ? formatsFor(words.locale).moment(last) : own.notUsed }];
}

const NO_USES: { readonly items: readonly { readonly at: Date }[] } = { items: [] };

const DAYS_UNUSED = 90;

/** Whether it lies unused for so long that its customer may want it no more (D-04). */
export function liesUnused({ consent, versions, used }: OwnConsent, now: Date): boolean {
  const begun = versions.findLast(
    ({ move }) => move === "authorise" || move === "complete" || move === "reconnect" || move === "renew",
  );
  const since = used?.lastAt ?? begun?.at;
  if (!since || !isLive(consent.status) || consent.kind !== "account-access") return false;
  return now.getTime() - Math.max(since.getTime(), begun?.at.getTime() ?? 0) > DAYS_UNUSED * 86_400_000;
}

const isYes = ({ move }: { readonly move: string }): boolean => move === "authorise" || move === "complete";
