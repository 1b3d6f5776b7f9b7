import { expect, test } from "vitest";
import { TOLD_REASONS } from "~/domain/consent/decision";
import { rejectionFor } from "./acp-rejection";

test("P-25, S-08: whatever a customer said, and what they have, a TPP is told one and the same", () => {
  const told = [...TOLD_REASONS, "customer-declined", "not-me", "no-eligible-account"] as const;
  expect(new Set(told.map((reason) => JSON.stringify(rejectionFor(reason)))).size).toBe(1);
  expect(rejectionFor("customer-declined").error).toBe("access_denied");
});

test("T7: what is at its own side is not told as the customer's no", () => {
  expect(rejectionFor("technical").error).toBe("invalid_request");
  expect(rejectionFor("tpp-not-authorised").error).toBe("unauthorized_client");
});
