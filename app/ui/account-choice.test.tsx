import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { offerAccounts } from "~/domain/consent/offered-account";
import { enGB } from "~/i18n/en-GB/index";
import { accounts } from "./account-exhibits.harness";
import { renderScreen } from "./exhibit";
import { consent } from "./exhibits.harness";
import { usual, usualRequest } from "./gallery-cast.harness";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };

/** The whole page, as it is sent for so many open accounts. */
function pageOf(count: number, draft: { chosen: readonly string[]; find?: string; parts?: number } = { chosen: [] }) {
  const offered = offerAccounts(
    accounts(count, () => ({ open: true })),
    usual,
  );
  const { screen } = consent("page", { request: usualRequest, offered, draft });
  return renderToStaticMarkup(renderScreen(screen({ words: enGB, bank: BANK })));
}

const boxes = (html: string) => html.match(/type="checkbox"/g)?.length ?? 0;

test("I-32: a page of hundreds of accounts is no longer than one of fifty", () => {
  const [five, fifty, hundreds, thousand] = [5, 50, 200, 1_000].map((count) => pageOf(count)) as [
    string,
    string,
    string,
    string,
  ];
  expect([five, fifty, hundreds, thousand].map(boxes)).toEqual([5, 50, 50, 50]);
  expect(hundreds.length).toBeLessThan(fifty.length + 1_000);
  expect(thousand.length).toBeLessThan(fifty.length + 1_000);
  expect((fifty.length - five.length) / 45, "bytes for an account").toBeLessThan(450);
});

test("I-32: a part more is a part more, and the page says where it begins", () => {
  const html = pageOf(120, { chosen: [], parts: 2 });
  expect(boxes(html)).toBe(100);
  expect(html).toContain('id="account-51"');
  expect(html).toContain('value="more:3"');
  expect(html).toContain("20 accounts are not shown yet.");
});

test("what is ticked and does not match stays on the page, ticked, in words (S-04)", () => {
  const html = pageOf(12, { chosen: ["acc-1"], find: "rainy" });
  const [also = "", found = ""] = html.split("Also chosen")[1]?.split("</fieldset>") ?? [];
  expect(also).toMatch(/<input[^>]*value="acc-1"[^>]*>/);
  expect(also).toContain('checked=""');
  expect(found).not.toContain('value="acc-1"');
  expect(boxes(html)).toBe(4);
});

test("S-04: with a long list the count stands beside the answer too, where the style sheet's counter still counts", () => {
  const beside = (html: string) => html.match(/<p class="count[^"]*">of \d+ accounts chosen<\/p>/g)?.length;
  expect(beside(pageOf(12))).toBe(2);
  expect(beside(pageOf(5))).toBe(1);
  expect(pageOf(12)).toMatch(/<\/fieldset><p class="in-short">.*<p class="count[^"]*">[^<]*<\/p><div class="answers">/);
});

test("a search that finds nothing is no list that more is chosen beside", () => {
  const html = pageOf(12, { chosen: ["acc-1"], find: "zzz" });
  expect(html).toContain("Chosen so far");
  expect(html).not.toContain("Also chosen");
});

test("Enter in the search box searches; without one it presses nothing", () => {
  const first = (html: string) => /<button type="submit"[^>]*>/.exec(html)?.[0];
  expect(first(pageOf(12))).toMatch(/name="show" value="find"/);
  expect(first(pageOf(9))).toContain("disabled");
});
