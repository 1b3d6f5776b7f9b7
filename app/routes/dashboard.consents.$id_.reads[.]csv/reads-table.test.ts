import { expect, test } from "vitest";
import { aBankAccount } from "~/domain/consent/builders";
import { csvLines, csvText } from "~/domain/shared/csv";
import { asAccountId } from "~/domain/shared/ids";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { enGB } from "~/i18n/en-GB/index";
import { readsHeader, readsRows } from "./reads-table";

const READ = {
  at: new Date("2026-06-14T08:12:00Z"),
  resource: "balances",
  account: asAccountId("acc-1"),
  present: true,
  records: 2,
  interactionId: "0f8fad5b-d9cb-469f-a165-70867728950e",
} as const;

test("one row for each read, and no formula whatever the account is called", () => {
  const account = aBankAccount({ id: asAccountId("acc-1"), nickname: '=HYPERLINK("https://evil.example")' });
  const table = csvLines(readsRows([READ], [account], enGB));
  expect(table).toMatch(/^"2026-06-14T08:12:00.000Z","Balance","'=HYPERLINK\(""https:\/\/evil.example""\) /);
  expect(table).toMatch(/,"2","While you used the app","0f8fad5b-d9cb-469f-a165-70867728950e"\r\n$/);
  expect(table).not.toMatch(/[\u2066-\u2069]/);
});

test.each(LOCALES)("%s: as many names as columns", (locale) => {
  const words = CATALOGUES[locale];
  const header = readsHeader(words);
  expect(readsRows([READ], [], words)[0]).toHaveLength(header.length);
  expect(csvText([header])).toContain("(UTC)");
});
