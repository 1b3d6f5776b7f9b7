import type { Page } from "@playwright/test";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";

const NO_SCRIPT = { tag: "@no-script" };

/** The consent page after a look around: where it was, and as accessible as before. */
async function expectStillHere(page: Page, place = "accounts"): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/consent/[\\w-]{22}#${place}$`));
  await expectAccessible(page);
}

const chosen = (page: Page) => page.locator("input[name=account]:checked");

/** How many the page says are chosen. The style sheet counts them, so that only what is read out has the number. */
async function expectCount(page: Page, text: string): Promise<void> {
  const reader = await page.context().newCDPSession(page);
  const said = async () => {
    const { nodes } = await reader.send("Accessibility.getFullAXTree");
    const texts = nodes.filter(({ role }) => role?.value === "StaticText").map(({ name }) => String(name?.value ?? ""));
    return texts.join(" ").replace(/\s+/g, " ");
  };
  await expect.poll(said).toContain(text);
}
const boxes = (page: Page) => page.locator("input[name=account]");

test(
  "S-04: tick, search by Enter, tick, search again, allow: exactly those are shared",
  NO_SCRIPT,
  async ({ journey, page }) => {
    // Every page on the way is looked through for what keeps people out.
    test.slow();
    const consent = await journey.toTheQuestion(CUSTOMERS.priya);
    await expect(boxes(page)).toHaveCount(12);
    await expect(page.getByRole("group", { name: "Savings accounts" }).getByRole("checkbox")).toHaveCount(4);
    await consent.choose("Bills");

    await page.getByLabel("Find an account").fill("CAFE");
    await page.keyboard.press("Enter");
    await expectStillHere(page);
    await expect(page.getByRole("group", { name: "Also chosen" }).getByLabel(/^Bills/)).toBeChecked();
    await expect(boxes(page)).toHaveCount(2);
    await consent.choose("Food and café");

    await page.getByLabel("Find an account").fill("sam");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expectStillHere(page);
    await expect(chosen(page)).toHaveCount(2);
    await expectCount(page, "2 of 12 accounts chosen");
    await consent.choose("House with Sam");
    await expectCount(page, "3 of 12 accounts chosen");

    await page.getByLabel("Find an account").fill("nowhere to be found");
    await page.keyboard.press("Enter");
    await expect(page.getByText("No account matches “nowhere to be found”.")).toBeVisible();
    await expect(chosen(page)).toHaveCount(3);
    await expectAccessible(page);

    await page.getByRole("button", { name: "Clear the search" }).click();
    await expectStillHere(page);
    await expect(boxes(page)).toHaveCount(12);
    await expect(chosen(page)).toHaveCount(3);
    await consent.allowButton.click();

    const shared = journey.tpp.result("Accounts");
    await expect(shared.getByRole("row")).toHaveCount(4);
    for (const id of ["acc-priya-bills", "acc-priya-food", "acc-priya-shared"]) await expect(shared).toContainText(id);
  },
);

test(
  "P-06: all that are shown at once, and none again, by the customer's own press",
  NO_SCRIPT,
  async ({ journey, page }) => {
    const consent = await journey.toTheQuestion(CUSTOMERS.priya);
    await page.getByLabel("Find an account").fill("savings");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Tick the 4 shown, of 12" }).click();
    await expectStillHere(page);
    await expect(chosen(page)).toHaveCount(4);
    await page.getByRole("button", { name: "Untick all" }).click();
    await expect(chosen(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Tick the 4 shown, of 12" }).click();
    await consent.allowButton.click();
    await expect(journey.tpp.result("Accounts").getByRole("row")).toHaveCount(5);
    await expect(journey.tpp.result("Accounts")).not.toContainText("acc-priya-main");
  },
);

test("I-32: two hundred accounts come in parts, and every one is found", NO_SCRIPT, async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.noor);
  await expect(boxes(page)).toHaveCount(50);
  await consent.account("Alder Court 1 rent").check();
  await page.getByRole("button", { name: "Show 50 more" }).click();
  await expectStillHere(page, "account-51");
  await expect(boxes(page)).toHaveCount(100);
  await page.getByLabel("Find an account").fill("elm 20 deposit");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 account matches.")).toBeVisible();
  await consent.choose("Elm Place 20 deposit");
  await consent.allowButton.click();
  const shared = journey.tpp.result("Accounts");
  await expect(shared.getByRole("row")).toHaveCount(3);
  await expect(shared).toContainText("acc-noor-001-rent");
  await expect(shared).toContainText("acc-noor-100-deposit");
});

test("P-09: first in which capacity, then the accounts of that one alone", NO_SCRIPT, async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.sam);
  await expect(boxes(page)).toHaveCount(0);
  await consent.allowButton.click();
  await expect(page.getByRole("alert")).toContainText("First say which accounts you want to choose from.");
  await page.getByRole("button", { name: "Personal accounts" }).click();
  await expectStillHere(page);
  await consent.choose("Everyday");
  await page.getByRole("button", { name: "Show business accounts instead" }).click();
  await expectStillHere(page);
  await expect(chosen(page)).toHaveCount(0);
  await expect(page.getByText("You also chose 1 personal account.")).toBeVisible();
  await page.getByRole("button", { name: "Show personal accounts instead" }).click();
  await expect(chosen(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Show business accounts instead" }).click();
  await consent.choose("Shop till");
  await consent.allowButton.click();
  const shared = journey.tpp.result("Accounts");
  await expect(shared.getByRole("row")).toHaveCount(2);
  await expect(shared).toContainText("acc-sam-till");
});

// Hanna appears in no other journey: whoever else connected before would have taken the first time away.
test("P-12, P-15: the first time and the next, with what is shared already", NO_SCRIPT, async ({ journey, page }) => {
  const first = await journey.toTheQuestion(CUSTOMERS.hanna);
  await expect(page.getByText("First time you connect")).toBeVisible();
  await expect(page.getByText("You already share")).toHaveCount(0);
  await first.choose("Home");
  await first.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");

  await page.context().clearCookies();
  const again = await journey.toTheQuestion(CUSTOMERS.hanna);
  await expect(page.getByText("Connected before, last time today")).toBeVisible();
  const notice = page.getByRole("region", { name: /You already share with/ });
  await expect(notice).toContainText("Home");
  await expect(notice).toContainText("You can keep both");
  await again.choose("Home");
  await again.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
});

/** With the keyboard alone: from where the page starts, by Tab until what is looked for has the focus. */
async function tabTo(page: Page, reached: (text: string) => boolean): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    const name = await focused.evaluate((it) => it.closest("label")?.textContent ?? it.textContent ?? "");
    if (reached(name)) {
      // Nothing that stays in sight lies over it (WCAG 2.2, 2.4.11).
      expect(
        await focused.evaluate((it) => {
          const { x, y, width, height } = it.getBoundingClientRect();
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          return top !== null && (it.contains(top) || top.contains(it));
        }),
      ).toBe(true);
      return;
    }
  }
  throw new Error("the keyboard does not get there");
}

test("by keyboard alone: tick and allow", async ({ journey, page }) => {
  await journey.toTheQuestion(CUSTOMERS.priya);
  await tabTo(page, (name) => name.startsWith("Main account"));
  await page.keyboard.press("Space");
  await tabTo(page, (name) => name.startsWith("New roof"));
  await page.keyboard.press("Space");
  await tabTo(page, (name) => name === "Allow sharing");
  await page.keyboard.press("Enter");
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  await expect(journey.tpp.result("Accounts").getByRole("row")).toHaveCount(3);
});

test("by keyboard alone: refuse", async ({ journey, page }) => {
  await journey.toTheQuestion(CUSTOMERS.grace);
  await tabTo(page, (name) => /^Don.t allow$/.test(name));
  await page.keyboard.press("Enter");
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});
