import { describe, expect, test } from "vitest";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { aRegisteredConsent } from "~/use-cases/own-consent.builders";
import { presentTold } from "./present-told";

const scene = {
  bank: { name: "Northlight Bank", phone: "0800 555 0199" },
  now: new Date("2026-03-14T10:00:00Z"),
  correlationId: "c",
};
const consent = aRegisteredConsent();
const REVOKED = { move: "terminate", to: "terminated", reason: "client-instruction-via-agent" } as const;

describe("A-03: what the customer will read", () => {
  test("in the customer's language first, and in English", () => {
    const told = presentTold(REVOKED, { consent, locale: "cy" }, scene);
    expect(told?.texts.map(({ locale, direction }) => [locale, direction])).toEqual([
      ["cy", "ltr"],
      ["en-GB", "ltr"],
    ]);
    expect(told?.texts[0]?.language).toBe("Cymraeg, the customer's language");
    expect(presentTold(REVOKED, { consent, locale: "ar-EG" }, scene)?.texts[0]).toMatchObject({
      locale: "ar",
      direction: "rtl",
    });
  });

  test("in English alone where that is theirs, or where nobody says which is", () => {
    for (const locale of [{ locale: "en" }, { locale: "tlh" }, {}]) {
      expect(presentTold(REVOKED, { consent, ...locale }, scene)?.texts.map((text) => text.locale)).toEqual(["en-GB"]);
    }
  });

  test("the words of the mail, and the true reason of the dashboard", () => {
    const [text] = presentTold(REVOKED, { consent }, scene)?.texts ?? [];
    expect(withoutIsolates(text?.subject ?? "")).toBe("Your connection to Budget Beacon has ended");
    expect(text?.standing).toBe("Ended: We stopped it because you asked us to");
    const held = presentTold({ move: "suspend", to: "suspended", reason: "fraud-suspected" }, { consent }, scene);
    expect(held?.texts[0]?.standing).toBe("Paused by us");
    // Nobody who may be the fraudster reads that fraud is suspected.
    expect(JSON.stringify(held)).not.toMatch(/fraud/i);
  });

  test("nothing of a release that leaves their own pause as it was", () => {
    expect(presentTold({ move: "resume", to: "suspended", reason: "resumed" }, { consent }, scene)).toBeUndefined();
  });
});
