import { randomBytes } from "node:crypto";
import { asClientId, asConsentId, asCustomerId, asVisitId } from "~/domain/shared/ids";
import type { Visit } from "./consent-desk";

/** A visit for tests; every one is another. */
export function aVisit(over: Partial<Visit> = {}): Visit {
  const ref = randomBytes(8).toString("hex");
  return {
    id: asVisitId(ref),
    handoff: { authority: "test", kind: "account-access", ref: `login-${ref}`, proof: `proof-${ref}` },
    kind: "account-access",
    consentId: asConsentId(`aac-${ref}`),
    clientId: asClientId("tpp-beacon"),
    requesterName: "Budget Beacon",
    customer: asCustomerId("cus-1"),
    correlationId: "0b8b1c0a-3c3f-4a63-9d4b-0d9f3c1f2a11",
    ...over,
  };
}
