import { describe, expect, test } from "vitest";
import type { FileRow } from "~/domain/consent-kinds/file-payment";
import { csvText } from "~/domain/shared/csv";
import { wordsIn } from "~/i18n/locale-lookup";
import { fileTable } from "./file-table";

const row = (over: Partial<FileRow["payee"]> = {}, reference?: string): FileRow => ({
  payee: { name: "Ada Wong", scheme: "sort-code-account-number", identification: "04050601112223", ...over },
  amount: { minor: 120_050n, currency: "GBP" },
  ...(reference !== undefined && { reference }),
});
const tableOf = (locale: string, ...rows: FileRow[]) => fileTable(rows, wordsIn(locale));

describe("P-19: the payments of a file as a table", () => {
  test("headings, and a line for each: the amount bare, the account in groups as on the page", () => {
    expect(
      tableOf("en-GB", row({}, "March"), row({ scheme: "iban", identification: "FR7630006000011234567890189" })),
    ).toEqual([
      ["To", "Account", "Amount", "Currency", "Reference"],
      ["Ada Wong", "04-05-06 01112223", "1200.50", "GBP", "March"],
      ["Ada Wong", "FR76 3000 6000 0112 3456 7890 189", "1200.50", "GBP", ""],
    ]);
  });

  test("the headings are in the customer's language, and the payments are what they are", () => {
    const [headings, ...payments] = tableOf("de", row({}, "March"));
    expect(headings).toContain("Währung");
    expect(payments).toEqual(tableOf("en-GB", row({}, "March")).slice(1));
  });

  test("C-02: what a TPP wrote is one line of what can be seen, and nothing of it is cut", () => {
    const [, [name = "", , , , reference] = []] = tableOf(
      "en-GB",
      row({ name: "Ada\u202e\u0000\r\n Wong" }, `${"x".repeat(600)}\u200b`),
    );
    expect(name).toBe("Ada Wong");
    expect(reference).toBe("x".repeat(600));
  });

  test("no payee is a formula in what is downloaded, nor when bidi marks hide that", () => {
    const [, line] = csvText(
      tableOf("en-GB", row({ name: '\u202e=HYPERLINK("https://evil.example";"x")' }, "\u200b@SUM(1)")),
    ).split("\r\n");
    expect(line).toBe(`"'=HYPERLINK(""https://evil.example"";""x"")","04-05-06 01112223","1200.50","GBP","'@SUM(1)"`);
  });
});
