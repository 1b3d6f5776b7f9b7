import { expect, test } from "vitest";
import { csvText } from "~/domain/shared/csv";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { enGB } from "~/i18n/en-GB/index";
import type { RegisteredConsent } from "~/ports/consent-register";
import { recordHeader, recordRows } from "./record-table";

const aConsent = (over: Partial<RegisteredConsent> = {}): RegisteredConsent => ({
  id: asConsentId("aac-1"),
  clientId: asClientId("tpp-beacon"),
  clientName: "Budget Beacon",
  kind: "account-access",
  status: "authorised",
  reason: "customer-approved",
  version: 2,
  accountIds: ["acc-1", "acc-2"],
  createdAt: new Date("2026-03-14T10:00:00Z"),
  agreedAt: new Date("2026-03-14T10:01:00Z"),
  changedAt: new Date("2026-03-14T10:01:00Z"),
  expiresAt: new Date("2026-06-14T10:00:00Z"),
  ...over,
});
const rowOf = (over: Partial<RegisteredConsent> = {}) =>
  recordRows([{ consent: aConsent(over), history: [] }], enGB)[0] ?? [];

test("D-27: a row says who, what, how it stands and since when; how many accounts, and not which", () => {
  expect(rowOf()).toEqual([
    "Budget Beacon",
    enGB.dashboard.lists.kinds["account-access"],
    "Active",
    "",
    "2026-03-14T10:00:00.000Z",
    "2026-03-14T10:01:00.000Z",
    "2026-03-14T10:01:00.000Z",
    "2026-06-14T10:00:00.000Z",
    "2",
  ]);
  expect(rowOf({ status: "revoked", reason: "customer-stopped" }).slice(2, 4)).toEqual(["Ended", "You stopped it"]);
});

test("D-27: no name is a formula, and none hides what it is", () => {
  const [app = ""] = rowOf({ clientName: "=HYPER\u202ELINK(1)" });
  expect(csvText([[app]])).toBe('\uFEFF"\'=HYPERLINK(1)"\r\n');
});

test.each(LOCALES)("every column has its name in %s", (locale) => {
  const header = recordHeader(CATALOGUES[locale]);
  expect(header).toHaveLength(rowOf().length);
  expect(new Set(header).size).toBe(header.length);
});
