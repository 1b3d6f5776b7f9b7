import { expect, test } from "vitest";
import { aBankAccount } from "~/domain/consent/builders";
import type { PaymentMade } from "~/domain/consent-kinds/uses";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import { anImport, anOwnConsent, aVersion } from "~/use-cases/own-consent.builders";
import type { OwnConsent } from "~/use-cases/view-own-consent";
import { presentOwnConsent } from "./present";

/** How one consent stands, and what can be done about it at once. */

const view = (own: OwnConsent) =>
  presentOwnConsent(
    own,
    {
      customer: asCustomerId("cus-1"),
      bank: { name: "Northlight Bank", phone: "0800 555 0199" },
      now: new Date("2026-03-14T10:00:00Z"),
      lastHeard: { away: false },
    },
    enGB,
  );

const USED = { status: "consumed", reason: "used" } as const;
const made = (status: PaymentMade["status"]): PaymentMade => ({
  at: new Date("2026-02-14T10:00:00Z"),
  amount: { minor: 2_500n, currency: "GBP" },
  payee: "Harbour Books",
  status,
});

test.each([
  ["settled", "done", "Paid"],
  ["waiting", "done", "On its way"],
  ["rejected", "ended", "Not paid"],
] as const)("D-17: of a payment that was used, what became of it where the bank says %s", (status, is, label) => {
  const payments = { items: [made(status)], total: 1 };
  expect(view(anOwnConsent("domestic-payment", { with: USED, payments })).status).toEqual({ is, label });
});

test("D-17: paid is not said of what nobody knows to be paid, and of many not by the first", () => {
  const sent = { is: "done", label: "Sent to be paid" };
  expect(view(anOwnConsent("domestic-payment", { with: USED })).status).toEqual(sent);
  const payments = { items: [made("settled"), made("rejected")], total: 2 };
  expect(view(anOwnConsent("file-payment", { with: USED, payments })).status).toEqual(sent);
  // What was refused was not used, whatever else was paid.
  const refused = { status: "rejected", reason: "customer-declined" } as const;
  expect(view(anOwnConsent("domestic-payment", { with: refused })).status.is).toBe("ended");
});

test("D-17: the day on which it was used is not called its end", () => {
  const consumed = aVersion({
    version: 3,
    move: "consume",
    from: "authorised",
    to: "consumed",
    by: "tpp",
    reason: "used",
  });
  const versions = [anImport(), aVersion(), consumed];
  const labels = view(anOwnConsent("domestic-payment", { with: USED, versions })).dates.items.map(({ label }) => label);
  expect(labels).toContain("Sent to be paid");
  expect(labels).not.toContain("Ended");
});

test("D-08: each of several accounts leads to where it alone is stopped; an only one, or one of what is paused, does not", () => {
  const accounts = ["acc-1", "acc-2"].map((id) => aBankAccount({ id: asAccountId(id) }));
  const both = { with: { accountIds: ["acc-1", "acc-2"] }, accounts };
  const waysOf = (own: OwnConsent) => view(own).accounts.items.map(({ way }) => way);
  expect(waysOf(anOwnConsent("account-access", both)).map((way) => way?.href)).toEqual([
    "/dashboard/consents/aac-1/accounts/acc-1/stop",
    "/dashboard/consents/aac-1/accounts/acc-2/stop",
  ]);
  expect(withoutIsolates(waysOf(anOwnConsent("account-access", both))[0]?.of ?? "")).toContain("Everyday");
  expect(waysOf(anOwnConsent("account-access", { ...both, canRemoveAccount: false }))).toEqual([undefined, undefined]);
  const stopping = { ...both, status: { is: "stopping" } } as const;
  expect(waysOf(anOwnConsent("account-access", stopping))).toEqual([undefined, undefined]);
});
