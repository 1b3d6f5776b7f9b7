import { defineConfig } from "@playwright/test";
import { findChromium } from "./chromium.ts";

const { executablePath, args, env } = await findChromium();

/** Journeys through the whole sandbox in a real browser. Each worker has a sandbox of its own. */
export default defineConfig({
  testDir: "./journeys",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  fullyParallel: false,
  // As many as the smallest machine has processors.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 40_000,
  expect: { timeout: 8_000 },
  reporter: process.env.ASSENT_TEST_REPORT
    ? [["list"], ["json", { outputFile: process.env.ASSENT_TEST_REPORT }]]
    : [["list"]],
  projects: [
    { name: "scripts on" },
    // P-29: what is ours works without scripts, the bad days too. Journeys that have no such tag need one at the TPP.
    { name: "scripts off", grep: /@no-script/, use: { javaScriptEnabled: false } },
  ],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath, args, env: { ...process.env, ...env } as Record<string, string> },
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    trace: "off",
  },
});
