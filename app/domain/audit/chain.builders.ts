import type { AuditRow } from "./chain";

export function anAuditRow(given: Partial<AuditRow> = {}): AuditRow {
  return {
    id: "01900000-0000-7000-8000-000000000001",
    tenant: "default",
    at: "1767225600.000001",
    type: "decision-intended",
    consentId: "consent-1",
    clientId: "client-1",
    kind: "account-access",
    actorType: "customer",
    actorRef: "5b0f1c9e-3b0e-4d43-9f0a-0c6f5c1d2e3f",
    customerRef: "5b0f1c9e-3b0e-4d43-9f0a-0c6f5c1d2e3f",
    correlationId: "correlation-1",
    detail: '{"outcome": "allowed", "decisionId": "d-1"}',
    personal: "c2VhbGVk",
    ...given,
  };
}
