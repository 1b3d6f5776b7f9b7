import { describe, expect, test } from "vitest";
import type { Told } from "./customer.ts";
import { type AuthorityLedger, type ClientLedger, judge, type OwnLedger } from "./judge.ts";

const confirmed: Told = { status: 200, stop: "leaving", confirmed: "allowed", kept: "allowed" };
const client = (over: Partial<ClientLedger> = {}): ClientLedger => ({
  consentId: "aac-1",
  answered: ["allow"],
  told: [confirmed],
  ...over,
});
const own = (over: Partial<OwnLedger> = {}): OwnLedger => ({
  decisions: [{ state: "settled", outcome: "allowed" }],
  factor: null,
  status: "authorised",
  version: 2,
  moves: ["import", "authorise"],
  queued: [1, 2],
  receipts: 1,
  audit: { "request-opened": 1, "decision-intended": 1, "decision-settled": 1, "consent-moved": 2 },
  ...over,
});
const authority = (over: Partial<AuthorityLedger> = {}): AuthorityLedger => ({
  type: "account_access",
  status: "authorised",
  answer: "allowed",
  grants: 1,
  ...over,
});

const UNANSWERED = own({
  ...{ decisions: [], status: "pending", version: 1, moves: ["import"], queued: [1], receipts: 0 },
  audit: { "request-opened": 1, "consent-moved": 1 },
});
const ASKED = authority({ status: "awaiting_authorisation", answer: null, grants: 0 });

describe("three ledgers agree", () => {
  test.each([
    ["allowed everywhere", client(), own(), authority()],
    ["a payment, confirmed", client(), own({ factor: "met" }), authority({ type: "domestic_payment" })],
    ["nobody answered", client({ answered: [], told: [] }), UNANSWERED, ASKED],
    ["the answer never arrived, and nobody was told", client({ told: [] }), UNANSWERED, ASKED],
  ])("%s", (_, ...ledgers) => {
    expect(judge(...ledgers)).toEqual([]);
  });
});

describe("what each ledger can show", () => {
  test.each([
    ["lost", "confirmed and not on record", client(), UNANSWERED, ASKED],
    ["lost", "confirmed and not at the authorization server", client(), own(), ASKED],
    [
      "lost",
      "a page of which nothing can be read",
      client({ told: [{ status: 200, stop: "leaving", confirmed: undefined, kept: undefined }] }),
      own(),
      authority(),
    ],
    ["lost", "an audit row", client(), own({ audit: { "decision-intended": 1, "consent-moved": 2 } }), authority()],
    ["lost", "an event for the outside", client(), own({ queued: [1] }), authority()],
    ["lost", "a version", client(), own({ moves: ["authorise"], queued: [1] }), authority()],
    ["doubled", "two grants", client(), own(), authority({ grants: 2 })],
    ["doubled", "two receipts", client(), own({ receipts: 2 }), authority()],
    [
      "doubled",
      "told yes and no",
      client({ told: [confirmed, { ...confirmed, kept: "refused" }] }),
      own(),
      authority(),
    ],
    [
      "orphaned",
      "still intended",
      client({ told: [] }),
      own({ decisions: [{ state: "intended", outcome: "allowed" }] }),
      ASKED,
    ],
    ["orphaned", "an answer there that we have not", client({ told: [] }), UNANSWERED, authority()],
    ["turned", "a no became a yes", client({ answered: ["refuse"], told: [] }), own(), authority()],
    [
      "turned",
      "a payment that nobody confirmed",
      client(),
      own({ factor: "open" }),
      authority({ type: "file_payment" }),
    ],
    ["orphaned", "a factor met for nothing", client({ told: [] }), { ...UNANSWERED, factor: "met" }, ASKED],
    [
      "turned",
      "a grant without a yes",
      client({ answered: ["refuse"], told: [] }),
      UNANSWERED,
      { ...ASKED, grants: 1 },
    ],
  ] as const)("%s: %s", (fault, _, client, own, authority) => {
    expect(judge(client, own, authority).map((finding) => finding.fault)).toContain(fault);
  });
});
