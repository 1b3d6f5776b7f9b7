import { CONSENT_KINDS, type ConsentType } from "../consents/consent-kinds.ts";

/** Strong customer authentication: two factors (the UK profile's names). */
export const SCA = "urn:openbanking:psd2:sca";
/** Customer authentication: one factor. */
export const CA = "urn:openbanking:psd2:ca";

export type LogInAcr = typeof SCA | typeof CA;

/**
 * What the log-in for a consent asks for (P-22, P-23). Data: both factors. A payment: what `PAYMENT_LOG_IN_ACR` says,
 * for where the consent page asks for the second factor, bound to amount and payee (RTS Art. 5), the log-in asks one.
 */
export function acrOfLogIn(type: ConsentType, paymentLogIn: LogInAcr): LogInAcr {
  return CONSENT_KINDS[type].scope === "payments" ? paymentLogIn : SCA;
}

/** @throws RangeError when `PAYMENT_LOG_IN_ACR` is neither of the two. */
export function paymentLogInFromEnv(env: Readonly<Record<string, string | undefined>> = process.env): LogInAcr {
  const acr = env["PAYMENT_LOG_IN_ACR"] || CA;
  if (acr !== SCA && acr !== CA) throw new RangeError(`PAYMENT_LOG_IN_ACR must be ${SCA} or ${CA}, not "${acr}"`);
  return acr;
}
