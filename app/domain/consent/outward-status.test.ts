import { expect, test } from "vitest";
import { AS_FOUND, CONSENT_STATUSES, MOVES } from "./lifecycle";
import type { OutwardFacts } from "./outward-status";
import { berlinStatus } from "./outward-status-berlin";
import { brasilStatus } from "./outward-status-brasil";
import { ukV3Status, ukV4Status } from "./outward-status-uk";

const facts = (status: OutwardFacts["status"], reason: OutwardFacts["reason"], by: OutwardFacts["by"]) => ({
  status,
  reason,
  by,
});

test.each([
  [
    "pending",
    facts("pending", "imported", "tpp"),
    "AwaitingAuthorisation",
    "AWAU U036",
    "AWAITING_AUTHORISATION",
    "received",
  ],
  [
    "partly",
    facts("partially-authorised", "signer-approved", "customer"),
    "AwaitingAuthorisation",
    "AWAU U040",
    "AWAITING_AUTHORISATION",
    "partiallyAuthorised",
  ],
  ["authorised", facts("authorised", "customer-approved", "customer"), "Authorised", "AUTH", "AUTHORISED", "valid"],
  ["one account gone", facts("authorised", "account-closed", "staff"), "Authorised", "AUTH", "AUTHORISED", "valid"],
  ["suspended", facts("suspended", "fraud-suspected", "staff"), "Authorised", "AUTH", "AUTHORISED", "valid"],
  ["consumed", facts("consumed", "used", "system"), "Consumed", "COND U038", "CONSUMED", "expired"],
  [
    "declined",
    facts("rejected", "customer-declined", "customer"),
    "Rejected",
    "RJCT CUST",
    "REJECTED USER CUSTOMER_MANUALLY_REJECTED",
    "rejected",
  ],
  [
    "timed out",
    facts("rejected", "timed-out", "system"),
    "Rejected",
    "RJCT U037",
    "REJECTED ASPSP CONSENT_EXPIRED",
    "rejected",
  ],
  [
    "stopped",
    facts("revoked", "customer-stopped", "customer"),
    "Authorised",
    "CANC CUST",
    "REJECTED USER CUSTOMER_MANUALLY_REVOKED",
    "revokedByPsu",
  ],
  [
    "deleted by the TPP",
    facts("revoked", "tpp-deleted", "tpp"),
    "Authorised",
    "CANC U042",
    "REJECTED TPP CONSENT_TECHNICAL_ISSUE",
    "terminatedByTpp",
  ],
  [
    "terminated for fraud",
    facts("terminated", "fraud", "staff"),
    "Authorised",
    "CANC TKSP",
    "REJECTED ASPSP INTERNAL_SECURITY_REASON",
    "terminatedByAspsp",
  ],
  [
    "terminated with the last account",
    facts("terminated", "account-closed", "system"),
    "Authorised",
    "CANC AC04",
    "REJECTED ASPSP CONSENT_TECHNICAL_ISSUE",
    "terminatedByAspsp",
  ],
  [
    "expired",
    facts("expired", "end-date", "system"),
    "Authorised",
    "EXPD TKXP",
    "REJECTED ASPSP CONSENT_MAX_DATE_REACHED",
    "expired",
  ],
  [
    "ended, and nobody told us why",
    facts("revoked", AS_FOUND, "system"),
    "Authorised",
    "CANC U042",
    "REJECTED ASPSP CONSENT_TECHNICAL_ISSUE",
    "revokedByPsu",
  ],
  [
    "awaiting its file",
    facts("awaiting-upload", "imported", "tpp"),
    "AwaitingUpload",
    "AWUP",
    "AWAITING_AUTHORISATION",
    "received",
  ],
] as const)("%s", (_, of, v3, v4, brasil, berlin) => {
  const { status, reason } = ukV4Status(of);
  expect(ukV3Status(of, "account-access")).toBe(v3);
  expect([status, reason].filter(Boolean).join(" ")).toBe(v4);
  expect(Object.values(brasilStatus(of)).join(" ")).toBe(brasil);
  expect(berlinStatus(of)).toBe(berlin);
});

test.each([
  ["authorised", "customer-approved", "Authorised"],
  ["revoked", "customer-stopped", "Revoked"],
  ["terminated", "fraud", "Revoked"],
  ["expired", "end-date", "Authorised"],
] as const)("v3.1 of a funds confirmation that is %s", (status, reason, said) => {
  expect(ukV3Status(facts(status, reason, "system"), "funds-confirmation")).toBe(said);
});

/** Of the external code set of the standard, and of ISO 20022 as it lists them. */
const UK_CODES = ["U036", "U037", "U038", "U040", "U042", "CUST", "AC04", "AC06", "RR04", "TKXP", "TKSP"];

test("whatever a move and its reason are, what is said of it is in the standards", () => {
  for (const { to, reasons, by } of Object.values(MOVES)) {
    for (const status of to) {
      for (const reason of [...reasons, AS_FOUND] as const) {
        const of = facts(status, reason, by[0]);
        const v4 = ukV4Status(of);
        expect(["AWUP", "AWAU", "AUTH", "COND", "RJCT", "CANC", "EXPD"]).toContain(v4.status);
        if (v4.reason) expect(UK_CODES).toContain(v4.reason);
        if (v4.status === "RJCT" || v4.status === "CANC") expect(v4.reason, `${status} ${reason}`).toBeDefined();
      }
    }
  }
  expect(new Set(Object.values(MOVES).flatMap(({ to }) => to as readonly string[])).size).toBe(CONSENT_STATUSES.length);
});
