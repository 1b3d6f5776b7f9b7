import type { ConsentStatus, Move, MoveReason } from "~/domain/consent/lifecycle";
import { shownStatus } from "~/domain/consent/shown-status";
import { noticeOf } from "~/domain/notifications/notice";
import { directionOf } from "~/domain/shared/direction";
import { DEFAULT_LOCALE, localeFor, wordsIn } from "~/i18n/locale-lookup";
import { noticeText } from "~/i18n/notice-text";
import type { ToldView } from "~/ui/admin/consent-act";
import type { Bank } from "~/ui/present-frame";
import { presentStatus } from "~/ui/present-status";
import type { BeforeAct } from "~/use-cases/view-staff-act";

/** A move that is about to be made. */
export interface Planned {
  readonly move: Move;
  readonly to: ConsentStatus;
  readonly reason: MoveReason;
}

/**
 * The very words of the mail and of the dashboard, made by what will make them: in English, which staff read, and in the
 * customer's language where that is another. Undefined where nobody is told.
 */
export function presentTold(
  { move, to, reason }: Planned,
  { consent, locale }: BeforeAct,
  { bank, now, correlationId }: { readonly bank: Bank; readonly now: Date; readonly correlationId: string },
): ToldView | undefined {
  const { id, customer, clientId, clientName, kind, status, version } = consent;
  const notice = noticeOf({
    id: correlationId,
    consentId: id,
    version: version + 1,
    clientId,
    clientName,
    kind,
    customer,
    move,
    from: status,
    to,
    by: "staff",
    reason,
    correlationId,
    occurredAt: now,
  });
  if (!notice) return undefined;
  const theirs = locale === undefined ? undefined : (localeFor(locale) ?? DEFAULT_LOCALE);
  const locales = theirs === undefined || theirs === "en-GB" ? ["en-GB"] : [theirs, "en-GB"];
  return {
    intro:
      locale === undefined
        ? "By mail and in the dashboard. The bank does not say now which language the customer reads: the mail is in English unless it says so by then."
        : "By mail and in the dashboard, at once. The dashboard also speaks the language that they choose there.",
    texts: locales.map((each) => {
      const words = wordsIn(each);
      const text = noticeText(notice, each, bank);
      // Held beside agreed: what it says of an end that nobody agreed to would be another one.
      const stands = shownStatus({
        ...consent,
        status: to,
        reason,
        ...(to === "suspended" && { suspendedBy: "staff" }),
      });
      const { label, why } = presentStatus(stands, kind, words);
      return {
        locale: words.locale,
        direction: directionOf(words.locale),
        language: each === theirs ? `${words.name}, the customer's language` : words.name,
        subject: text.subject,
        paragraphs: text.paragraphs,
        standing: why === undefined ? label : `${label}: ${why}`,
      };
    }),
  };
}
