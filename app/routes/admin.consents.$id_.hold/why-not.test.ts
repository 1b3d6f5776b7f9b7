import { describe, expect, test } from "vitest";
import type { RegisteredConsent } from "~/ports/consent-register";
import { aRegisteredConsent } from "~/use-cases/own-consent.builders";
import type { BeforeAct } from "~/use-cases/view-staff-act";
import { whyNot } from "./why-not";

const standing = (over: Partial<RegisteredConsent> = {}, more: Partial<BeforeAct> = {}): BeforeAct => ({
  consent: aRegisteredConsent(undefined, over),
  ...more,
});
const HELD = { status: "suspended", suspendedBy: "staff", reason: "fraud-suspected" } as const;
const PAUSED = { status: "suspended", suspendedBy: "customer", reason: "customer-pause" } as const;
const can = (of: BeforeAct) => (["hold", "release", "revoke"] as const).filter((act) => whyNot(act, of) === undefined);

describe("A-03: what can be done to a consent as it is", () => {
  test.each([
    ["live", standing(), ["hold", "revoke"]],
    ["held by the bank", standing(HELD), ["release", "revoke"]],
    ["held by a rule", standing({ ...HELD, suspendedBy: "system" }), ["release", "revoke"]],
    ["paused by its customer", standing(PAUSED), ["hold", "revoke"]],
    ["a payment, which is used once", standing({ kind: "domestic-payment" }), ["revoke"]],
    ["not answered", standing({ status: "pending" }), []],
    ["stopped", standing({ status: "revoked" }), []],
    ["being held", standing({}, { underWay: { move: "suspend", by: "staff", since: new Date() } }), ["revoke"]],
    [
      "being stopped by its customer",
      standing({}, { underWay: { move: "stop", by: "customer", since: new Date() } }),
      [],
    ],
    ["being ended", standing(HELD, { underWay: { move: "terminate", by: "staff", since: new Date() } }), []],
  ] as const)("%s", (_, of, acts) => expect(can(of)).toEqual(acts));
});
