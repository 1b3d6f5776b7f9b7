import { describe, expect, test } from "vitest";
import type { Consent, ConsentStatus } from "./consent.ts";
import { CONSENT_TYPES, type ConsentType, isLasting } from "./consent-kinds.ts";
import { outwardStatus } from "./outward-status.ts";

type Shown = Exclude<ConsentStatus, "deleted">;
const said = (type: ConsentType, status: Shown, version: "v3.1" | "v4.0", over: Partial<Consent> = {}) =>
  outwardStatus({ type, status, expired: false, ...over } as Consent & { status: Shown }, version).status;

describe.each(CONSENT_TYPES)("%s", (type) => {
  test("waits, is given and is refused in the words of each version", () => {
    const all = (["awaiting_authorisation", "authorised", "rejected"] as const).map((status) => [
      said(type, status, "v3.1"),
      said(type, status, "v4.0"),
    ]);
    expect(all).toEqual([
      ["AwaitingAuthorisation", "AWAU"],
      ["Authorised", "AUTH"],
      ["Rejected", "RJCT"],
    ]);
  });

  test.runIf(isLasting(type))("is ended at the bank, and runs out", () => {
    expect(said(type, "revoked", "v4.0")).toBe("CANC");
    // v3.1 leaves the status as it is, but for a card issuer's consent.
    expect(said(type, "revoked", "v3.1")).toBe(type === "funds_confirmation" ? "Revoked" : "Authorised");
    expect(said(type, "authorised", "v4.0", { expired: true })).toBe("EXPD");
    expect(said(type, "authorised", "v3.1", { expired: true })).toBe("Authorised");
    expect(said(type, "revoked", "v4.0", { expired: true, supersededBy: "x" })).toBe("CANC");
  });

  test.runIf(!isLasting(type))("is consumed", () => {
    expect([said(type, "consumed", "v3.1"), said(type, "consumed", "v4.0")]).toEqual(["Consumed", "COND"]);
  });
});

test("a file payment awaits its file", () => {
  const both = (["v3.1", "v4.0"] as const).map((version) => said("file_payment", "awaiting_upload", version));
  expect(both).toEqual(["AwaitingUpload", "AWUP"]);
});
