import { log } from "./log.server";

/** What somebody has to look at soon, because until then customers cannot go on. */
export type Alert = "request-not-understood";

const raised: Record<Alert, number> = { "request-not-understood": 0 };

/**
 * Logs an error under a name that can be alerted on, and counts it.
 *
 * @param why nothing personal: it is logged.
 */
export function raiseAlert(alert: Alert, why: Readonly<Record<string, unknown>>): void {
  raised[alert] += 1;
  log().error({ alert, ...why }, "a customer was stopped by what an authorization server or a TPP sent");
}

/** How often each was raised since this process began. */
export const alertsRaised = (): Readonly<Record<Alert, number>> => raised;
