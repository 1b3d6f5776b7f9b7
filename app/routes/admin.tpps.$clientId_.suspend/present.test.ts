import { expect, test } from "vitest";
import type { SuspensionScope } from "~/domain/approvals/act";
import { asClientId } from "~/domain/shared/ids";
import type { AffectedBySuspension } from "~/ports/tpp-suspensions";
import { presentEffect } from "./present";

const clientId = asClientId("tpp-beacon");
const NOBODY = { customers: 0, consents: 0, payments: 0, vrps: 0, waiting: 0 };

function effect(scope: SuspensionScope, affected: Partial<AffectedBySuspension>) {
  const form = { scope, from: "", until: "", reason: "Payments to strangers" };
  return presentEffect({
    tpp: { clientId, name: "Budget Beacon", standing: "active", roles: [], blockedRoles: [], consents: 0 },
    asked: { clientId, scope, from: "2026-03-14T10:00:00.000Z", reason: form.reason },
    form,
    affected: { ...NOBODY, ...affected },
    key: "k",
  });
}

test.each([
  ["all-access", {}, /No customer has a live consent/],
  ["payments", { customers: 9, consents: 9 }, /No live consent lets it pay/],
  ["new-consents", { customers: 9, consents: 9 }, /No customer is being asked/],
] as const)("A-06: to suspend %s where that touches nobody is said to be so", (scope, affected, said) => {
  const { caution, button } = effect(scope, affected);
  expect(caution).toMatch(said);
  expect(button).not.toContain(" for ");
});

test.each([
  ["all-access", { customers: 3, consents: 5 }, "Ask to suspend all access for 3 customers"],
  // Those who share data alone are no part of it.
  ["payments", { customers: 9, consents: 12, payments: 1, vrps: 1 }, "Ask to suspend payments for 2 live consents"],
  ["new-consents", { customers: 9, waiting: 1 }, "Ask to suspend new consents"],
] as const)("A-06: to suspend %s names whom it touches, and no others", (scope, affected, said) => {
  const { caution, button } = effect(scope, affected);
  expect(caution).toBeUndefined();
  expect(button).toBe(said);
});
