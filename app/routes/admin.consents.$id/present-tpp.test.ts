import { expect, test } from "vitest";
import { asClientId } from "~/domain/shared/ids";
import type { AppDenial } from "~/domain/tpp/suspension";
import { anOwnConsent } from "~/use-cases/own-consent.builders";
import { presentTpp } from "./present-tpp";

const clientId = asClientId("tpp-beacon");
const standing = (is: "active" | "barred", ...denials: readonly Omit<AppDenial, "clientId">[]) => {
  const app = { name: "Budget Beacon", at: new Date(0), isFresh: true, standing: is };
  const own = anOwnConsent("account-access", { app, denials: denials.map((each) => ({ clientId, ...each })) });
  const view = presentTpp({ consent: own.consent, of: { own } } as unknown as Parameters<typeof presentTpp>[0]);
  return view.facts.find(({ label }) => label === "Standing")?.value;
};

test.each([
  [standing("active"), "Active"],
  [standing("barred"), "Not allowed any more"],
  [standing("active", { effect: "payments" }), "Suspended: no payments"],
  [standing("barred", { effect: "all-access" }), "Not allowed any more. Suspended: no access"],
  [standing("active", { effect: "new-consents", role: "payment-initiation" }), "Asks nothing new here of: Payments"],
  [
    standing("active", { effect: "new-consents", role: "funds-confirmation", by: "register" }),
    "Not registered for: Funds confirmation",
  ],
  [standing("barred", { effect: "new-consents", role: "funds-confirmation", by: "register" }), "Not allowed any more"],
])("A-06: a TPP that is held back is not called active: %s", (told, expected) => expect(told).toBe(expected));
