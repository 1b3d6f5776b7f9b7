import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { inDatabaseOf } from "../records.ts";
import { topology } from "../world.ts";

const NO_SCRIPT = { tag: "@no-script" };

const logs = () => {
  const folder = join(topology.dataFolder, "logs");
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("");
};

test(
  "P-05: see an example of one's own transactions, lose no tick, hide it, allow; nobody wrote it down",
  NO_SCRIPT,
  async ({ journey, page }) => {
    test.slow();
    const consent = await journey.toTheQuestion(CUSTOMERS.arun);
    await consent.choose("Bills");
    const group = page
      .locator("details")
      .filter({ has: page.getByText("Transactions", { exact: true }) })
      .first();
    await group.locator("summary").click();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => /\/consent\/[\w-]{22}$/.test(response.url()) && response.ok()),
      group.getByRole("button", { name: "Show me an example Transactions" }).click(),
    ]);
    expect(answer.headers()["cache-control"]).toContain("no-store");
    await expect(page).toHaveURL(/\/consent\/[\w-]{22}#example$/);
    const example = page.getByRole("region", { name: /^From Bills/ });
    const rows = example.getByRole("listitem");
    await expect(rows).toHaveCount(3);
    await expect(consent.account("Bills")).toBeChecked();
    await expectAccessible(page);

    const shown = await rows.allInnerTexts();
    await page.getByRole("button", { name: "Hide the example Transactions" }).click();
    await expect(page).toHaveURL(/#example$/);
    await expect(example).toBeHidden();
    await expect(consent.account("Bills")).toBeChecked();
    await consent.allowButton.click();
    await expect(journey.tpp.result("Accounts")).toContainText("acc-arun-bills");

    const written = logs();
    const kept = await inDatabaseOf("assent", (sql) => sql`select row_to_json(p) as row from shown_page p`);
    const record = JSON.stringify(kept);
    for (const text of shown) {
      const [day = "", ...words] = text.split(/[\n,] ?/);
      expect(day).toMatch(/^\d+\s\w+\s\d{4}$/);
      for (const part of words.filter((word) => /[A-Z]\./.test(word) || word.includes("£"))) {
        expect(written).not.toContain(part);
        expect(record).not.toContain(part);
      }
    }
  },
);

test("P-17: the name that a payment gives is checked against the account's holder", async ({ journey, page }) => {
  await journey.toTheQuestion(CUSTOMERS.grace, { kind: "domestic_payment" });
  await expect(page.getByRole("definition").filter({ hasText: "name" })).toContainText(
    "The name matches this account.",
  );
});
