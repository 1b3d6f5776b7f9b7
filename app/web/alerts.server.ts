import { log } from "./log.server";

/** What somebody has to look at soon: customers cannot go on until then, or might be deceived. */
const MEANINGS = {
  "request-not-understood": "a customer was stopped by what an authorization server or a TPP sent",
  "look-alike-name": "an app asks under a name that could be taken for another",
  "register-refused": "the register of TPPs gave statements that are not to be believed",
  "register-silent": "the register of TPPs was not heard for longer than what it signs is believed",
  "tpp-barred": "the register says that a TPP may do nothing any more",
  "tpp-role-taken": "the register says that a TPP may ask for less than before",
  "tpp-certificate-ends": "a TPP's certificate ends soon, or has ended",
} as const;

export type Alert = keyof typeof MEANINGS;

const raised: Record<Alert, number> = {
  "request-not-understood": 0,
  "look-alike-name": 0,
  "register-refused": 0,
  "register-silent": 0,
  "tpp-barred": 0,
  "tpp-role-taken": 0,
  "tpp-certificate-ends": 0,
};

/**
 * Logs an error under a name that can be alerted on, and counts it.
 *
 * @param why nothing personal: it is logged.
 */
export function raiseAlert(alert: Alert, why: Readonly<Record<string, unknown>>): void {
  raised[alert] += 1;
  log().error({ alert, ...why }, MEANINGS[alert]);
}

/** How often each was raised since this process began. */
export const alertsRaised = (): Readonly<Record<Alert, number>> => raised;
