import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2 AA as far as a machine can tell, and the best practices: no page of ours may have a finding. */
export async function expectAccessible(page: Page): Promise<void> {
  // Where scripts are off axe cannot run inside the page; the same pages are walked with scripts on.
  if (!(await runsScripts(page))) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

async function runsScripts(page: Page): Promise<boolean> {
  const { javaScriptEnabled } = (page.context() as unknown as { _options: { javaScriptEnabled?: boolean } })._options;
  return javaScriptEnabled !== false;
}
