import { asClientId, asConsentId, asCustomerRef, asDecisionId, asReceiptId } from "../shared/ids";
import type { DecisionOnRecord } from "./receipt-facts";
import type { ReceiptRecord } from "./receipt-record";

/** What a desk knows of a decision that was taken, for tests. */
export const receiptFacts: DecisionOnRecord = {
  id: asReceiptId("019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d7"),
  decisionId: asDecisionId("019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d6"),
  decision: { outcome: "refused", reason: "customer-declined" },
  consentId: asConsentId("aac-1"),
  kind: "account-access",
  clientId: asClientId("tpp-beacon"),
  customerRef: asCustomerRef("7a1f6c1e-58c3-4a55-9c0d-3d1b5a2f8e44"),
  decidedAt: new Date("2026-03-14T10:00:00Z"),
  issuedAt: new Date("2026-03-14T10:00:01Z"),
};

export function aReceiptRecord(over: Partial<ReceiptRecord> = {}): ReceiptRecord {
  return {
    schema_version: "ISO-27560-2023",
    receipt_id: receiptFacts.id,
    record_id: receiptFacts.consentId,
    pii_principal_id: receiptFacts.customerRef,
    processing: [
      {
        privacy_notice: "https://www.northlight.example/privacy",
        language: "en-GB",
        purposes: [{ purpose: "Share account information with Budget Beacon" }],
        lawful_basis: "The law on payment services.",
        pii_information: [{ pii_type: "Your balance.", pii_attribute_id: "ReadBalances" }],
        pii_controllers: ["bank"],
        recipient_third_parties: ["tpp-beacon"],
        storage_locations: ["GB"],
        retention_period: "P6Y",
        jurisdiction: "GB",
        withdrawal_method: "Stop it in Budget Beacon.",
      },
    ],
    parties: [
      {
        party_id: "bank",
        party_name: "Northlight Bank",
        party_address: "1 Harbour Square, Leeds",
        party_contact: "0800 555 0199",
        party_type: "controller",
      },
      {
        party_id: "tpp-beacon",
        party_name: "Budget Beacon",
        party_address: "See the register of the FCA, number 731904",
        party_contact: "Not told to the bank",
        party_type: "third party",
      },
    ],
    events: [
      {
        event_time: "2026-03-14T10:00:00.000Z",
        validity_duration: "until withdrawn",
        entity_id: receiptFacts.customerRef,
        event_type: "explicit",
        event_state: "given",
      },
    ],
    decision: {
      decision_id: receiptFacts.decisionId,
      kind: "account-access",
      issued_at: "2026-03-14T10:00:01.000Z",
      accounts: [{ name: "Everyday", kind: "Current account", number: "••••3301" }],
      access: {},
    },
    ...over,
  };
}
