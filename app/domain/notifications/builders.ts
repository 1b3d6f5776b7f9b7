import { asClientId, asConsentId, asCustomerId } from "../shared/ids";
import type { ConsentChanged } from "./consent-changed";

/** A change for tests: a customer allowed an app to see accounts. */
export const aChange = (over: Partial<ConsentChanged> = {}): ConsentChanged => ({
  id: "0190c2c0-0000-7000-8000-000000000001",
  consentId: asConsentId("aac-1"),
  version: 2,
  clientId: asClientId("tpp-beacon"),
  clientName: "Budget Beacon",
  kind: "account-access",
  customer: asCustomerId("cus-1"),
  move: "authorise",
  from: "pending",
  to: "authorised",
  by: "customer",
  reason: "customer-approved",
  correlationId: "c4405450-febe-11e8-80a5-0fcebb157400",
  occurredAt: new Date("2027-03-14T17:59:58.500Z"),
  ...over,
});

/** As a customer stopped it in the bank's channel. */
export const aStop = (over: Partial<ConsentChanged> = {}): ConsentChanged =>
  aChange({ move: "stop", from: "authorised", to: "revoked", reason: "customer-stopped", ...over });
