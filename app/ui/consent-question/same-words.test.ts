import { describe, expect, test } from "vitest";
import { aConsentRequest, anAccountAccess, anOffer } from "~/domain/consent/builders";
import { CLUSTERS, type LineId, linesFor, type WithheldId } from "~/domain/permissions/clusters";
import { PERMISSIONS, type Permission } from "~/domain/permissions/permission";
import { aReceiptFacts, aShownPage } from "~/domain/receipts/builders";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { composeReceipt } from "~/web/compose-receipt";
import { presentReceipt } from "../present-receipt";
import { presentConsent } from "./present";

const bank = { name: "Northlight Bank", phone: "0800 555 0199" };
const controller = {
  ...bank,
  address: "Leeds",
  privacyNotice: "https://b.example",
  country: "GB",
  recordsKeptFor: "P6Y",
};

/** Basic of everything, Detail of everything, and each code with what it needs to mean anything. */
const REQUESTS: readonly (readonly Permission[])[] = [
  PERMISSIONS,
  PERMISSIONS.filter((code) => !code.endsWith("Detail")),
  ["ReadAccountsBasic", "ReadTransactionsDetail", "ReadTransactionsCredits"],
  ["ReadAccountsBasic", "ReadTransactionsDetail", "ReadTransactionsDebits"],
  ["ReadAccountsBasic", "ReadTransactionsBasic", "ReadTransactionsCredits"],
  ["ReadAccountsBasic", "ReadTransactionsBasic", "ReadTransactionsDebits"],
];

describe.each(LOCALES)("N-13: in %s", (locale) => {
  const words = CATALOGUES[locale];

  test.each(REQUESTS.map((codes) => [codes.length, codes] as const))(
    "the page and the receipt say the same of %i permissions, in the same order",
    (_, codes) => {
      const subject = anAccountAccess({ permissions: new Set(codes), history: { from: new Date("2025-01-01") } });
      const request = aConsentRequest({ subject });
      const now = new Date("2026-03-14T10:00:00Z");
      const page = presentConsent({ request, offered: [anOffer()], bank, now }, words);
      if (page.state !== "question" || page.subject.kind !== "account-access") throw new Error("asks");
      const onPage = page.subject.clusters.flatMap(({ lines }) => lines.map(({ text }) => text));
      expect(onPage).toEqual(linesFor(subject.permissions).map(({ id }) => words.lines[id].full));

      const facts = aReceiptFacts({ page: aShownPage({ request, offered: [anOffer()], now }) });
      const letter = presentReceipt(composeReceipt(controller, words)(facts), { code: "K", checkAddress: "x" }, words);
      const items = letter.sections.flatMap(({ items = [] }) => items);
      expect(items.slice(0, onPage.length)).toEqual(onPage);
      const shownPast = letter.sections.flatMap(({ facts = [] }) => facts.map(({ value }) => value));
      const history = page.subject.clusters.find((cluster) => cluster.history)?.history;
      expect(history && shownPast).toContain(history);
      expect(shownPast).toContain(page.subject.howLong.until);
    },
  );

  test("no two permissions, clusters or denials are called the same", () => {
    const lines = Object.keys(words.lines) as LineId[];
    const full = lines.map((id) => words.lines[id].full);
    const short = lines.map((id) => words.lines[id].short);
    const titles = CLUSTERS.map((id) => words.clusters[id].title);
    const withheld = (Object.keys(words.withheld) as WithheldId[]).map((id) => words.withheld[id]);
    for (const texts of [full, short, titles, withheld]) expect(new Set(texts).size).toBe(texts.length);
  });
});
