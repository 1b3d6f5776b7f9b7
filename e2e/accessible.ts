import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What differs each time that one page is asked for: the visit, the name of the page as shown, references. */
const EACH_TIME = [/consent\/[\w-]{22}/g, /value="[\w-]{43}"/g, /[0-9a-f]{8}-[0-9a-f-]{27}/g];
const DIGITS_IN_TEXT = /\d+(?=[^<>]*<)/g;

const found = new Map<string, Promise<readonly string[]>>();

/**
 * WCAG 2.2 AA as far as a machine can tell, and the best practices: no page of ours may have a finding. A worker looks
 * once at each page, since the same markup in the same window gives the same findings; it meets most of them often.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // Where scripts are off axe cannot run inside the page; the same pages are walked with scripts on.
  if (!(await runsScripts(page))) return;
  const markup = EACH_TIME.reduce((html, changing) => html.replace(changing, ""), await page.content());
  const key = `${page.viewportSize()?.width} ${markup.replace(DIGITS_IN_TEXT, "0")}`;
  const findings = found.get(key) ?? look(page);
  found.set(key, findings);
  expect(await findings).toEqual([]);
}

async function look(page: Page): Promise<readonly string[]> {
  // No frames to look into: without that it takes half the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

async function runsScripts(page: Page): Promise<boolean> {
  const { javaScriptEnabled } = (page.context() as unknown as { _options: { javaScriptEnabled?: boolean } })._options;
  return javaScriptEnabled !== false;
}
