import { data } from "@remix-run/node";
import { env } from "~/env.server";
import type { Words } from "~/i18n/words";
import { AuthorityError, type AuthorityFailure } from "~/ports/authorization-server";
import { BankUnavailable } from "~/ports/bank";
import { DeskUnavailable, type Visit } from "~/ports/consent-desk";
import { FactorsUnavailable } from "~/ports/factors";
import type { Bank } from "~/ui/present-frame";
import { presentStop } from "~/ui/present-stop";
import type { Stop } from "~/ui/stop";
import type { StopPageView, StopVariant } from "~/ui/stop-page-view";
import { raiseAlert } from "./alerts.server";
import { correlationId } from "./correlation.server";
import { log } from "./log.server";

/** What a page without a question answers over HTTP. */
const STATUS: Readonly<Record<StopVariant, number>> = {
  unknown: 404,
  "opened-elsewhere": 409,
  expired: 410,
  withdrawn: 410,
  "day-passed": 410,
  "rate-expired": 410,
  changed: 409,
  "confirm-over": 410,
  unavailable: 503,
  "not-understood": 422,
  "requester-unknown": 422,
  "requester-barred": 422,
  "requester-suspended": 422,
  "no-account": 200,
  "named-account-not-yours": 200,
  "named-account-unavailable": 200,
  "passed-on": 200,
  "already-decided": 200,
  leaving: 200,
  reported: 200,
  recording: 503,
};

export const statusOf = (variant: StopVariant): number => STATUS[variant];

/** The bank as pages name it, from the settings. */
export function bankOf(): Bank {
  const { brand, SIGNATURE_DUE_DAYS: signatureDays } = env();
  const { name, phone, dashboardName } = brand;
  return { name, phone, signatureDays, ...(dashboardName && { dashboardName }) };
}

/** The view of a page without a question, with the reference of this request. */
export function stopView(stop: Stop, words: Words): StopPageView {
  const id = correlationId();
  return presentStop(stop, { bank: bankOf(), ...(id && { correlationId: id }) }, words);
}

/** A loader's answer: the view, under the status that fits it. */
export function stopAnswer(stop: Stop, words: Words) {
  return data({ stop: stopView(stop, words) }, { status: statusOf(stop.is) });
}

/** What pages may say of a visit without asking anybody. */
export const aboutVisit = ({ kind, requesterName, mode, decoupled }: Visit) => ({
  kind,
  ...(decoupled && { decoupled }),
  ...(mode && { mode }),
  ...(requesterName && { requester: requesterName }),
});

interface Circumstances {
  /** Known once the browser owns the visit. */
  readonly visit?: Visit;
  /** Where the same page can be asked for again. */
  readonly retry: string;
}

/**
 * What to show when the authorization server or the bank did not give what was needed. Failures of ours are thrown on.
 *
 * A browser that owns a visit held a genuine hand-off: one that is unknown by now has lapsed.
 */
export function stopFor(error: unknown, { visit, retry }: Circumstances): Stop {
  const about = visit ? aboutVisit(visit) : {};
  if (error instanceof DeskUnavailable) {
    log().error({ err: error }, "our own record is not available");
    return { is: "unavailable", retry, ...about };
  }
  if (error instanceof BankUnavailable) {
    log().warn({ err: error }, "the bank is not available");
    return { is: "unavailable", retry, ...about };
  }
  if (error instanceof FactorsUnavailable) {
    log().warn({ err: error }, "what a customer confirms with is not available");
    return { is: "unavailable", retry, ...about };
  }
  if (!(error instanceof AuthorityError)) throw error;
  if (error.failure === "request-not-understood") raiseAlert("request-not-understood", { err: error });
  else log().warn({ err: error, failure: error.failure }, "the authorization server did not answer the question");
  const stops: Readonly<Record<AuthorityFailure, Stop>> = {
    "handoff-unknown": visit ? { is: "expired", ...about } : { is: "unknown" },
    "handoff-spent": visit ? { is: "expired", ...about } : { is: "unknown" },
    "handoff-passed-on": { is: "passed-on", ...about },
    "decision-not-allowed": { is: "withdrawn", ...about },
    "request-not-understood": { is: "not-understood", refusable: visit !== undefined, ...about },
    unavailable: { is: "unavailable", retry, ...about },
  };
  return stops[error.failure];
}
