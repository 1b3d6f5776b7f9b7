import type { Risk } from "~/domain/consent/risk";
import type { CallContext } from "./authorization-server";
import type { Visit } from "./consent-desk";

/** The bank's own checks for fraud, where it has any that speak to us. */
export interface RiskSignal {
  /** Never fails and never takes long: `unknown` when there is no answer in time. */
  riskOf(visit: Pick<Visit, "customer" | "clientId" | "consentId" | "kind">, context: CallContext): Promise<Risk>;
}
