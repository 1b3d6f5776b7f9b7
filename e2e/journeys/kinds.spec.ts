import { readFileSync } from "node:fs";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { KINDS } from "../../sandbox/tpp/order/kinds/index.ts";
import type { Order } from "../../sandbox/tpp/order/order.ts";
import { expect, test } from "../fixtures.ts";
import type { TppName } from "../pages/tpp.ts";

/** Kinds that are one order: who asks, what the page must say, and what the bank first says of the order. */
const ORDERS = [
  { kind: "domestic_scheduled_payment", tpp: "beacon", shown: ["£42.50", "Harbour Books Ltd"], status: /RCVD/ },
  { kind: "domestic_standing_order", tpp: "tallybook", shown: ["£750.00", "Harbour Books Ltd"], status: /RCVD/ },
  { kind: "file_payment", tpp: "beacon", shown: ["£40.50", "Ana Costa", "Caro Finch"], status: /PDNG|INCO/ },
  {
    kind: "international_payment",
    tpp: "tallybook",
    shown: ["€100.00", "Librairie du Port SARL"],
    status: /RCVD|AC../,
  },
  {
    kind: "international_scheduled_payment",
    tpp: "beacon",
    shown: ["€100.00", "Librairie du Port SARL"],
    status: /RCVD|PDNG/,
  },
  { kind: "international_standing_order", tpp: "tallybook", shown: ["€100.00", "every month"], status: /RCVD/ },
] as const satisfies readonly {
  readonly kind: Order["kind"];
  readonly tpp: TppName;
  readonly shown: readonly string[];
  readonly status: RegExp;
}[];

for (const { kind, tpp, shown, status } of ORDERS) {
  test(`${kind}: refused, nothing is ordered; asked again and allowed, it is ordered as it was shown`, async ({
    journey,
    page,
  }) => {
    const consent = await journey.toTheQuestion(CUSTOMERS.arun, { tpp, kind });
    for (const text of shown) await expect(page.locator("main")).toContainText(text);
    await consent.refuseButton.click();
    await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
    await expect(journey.tpp.result("Payment")).toHaveCount(0);

    await page.getByRole("button", { name: "Try again" }).click();
    const again = await journey.onToTheQuestion(CUSTOMERS.arun);
    await again.choose("Main account");
    await again.allow();
    await expect(journey.tpp.outcome).toHaveText(`The customer allowed ${KINDS[kind].allowed}`);
    await expect(journey.tpp.result("Payment, read again")).toContainText(status);
  });
}

test("P-19: all payments of a file can be kept before anybody answers, and the question stands as it was", async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "beacon", kind: "file_payment" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "See every payment in a spreadsheet file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("payments.csv");
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toBe('\uFEFF"To","Account","Amount","Currency","Reference"');
  expect(lines).toHaveLength(1 + (await page.locator(".file-rows tbody tr").count()));
  expect(lines.join()).toContain('"Ana Costa"');
  await expect(consent.allowButton).toBeVisible();
});
