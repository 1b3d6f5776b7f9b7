import { defineConfig } from "vitest/config";

const alias = { "~": `${import.meta.dirname}/app`, "#db": `${import.meta.dirname}/db` };

/**
 * Two projects, told apart by name alone: `*.test.ts` needs nothing but Node,
 * `*.integration.test.ts` gets a real PostgreSQL (and starts real services on free ports).
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**", "build/**", ".sandbox/**"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          // Services started by tests would fill the report with their logs; tests that read logs make their own.
          env: { LOG_LEVEL: "silent" },
          include: ["**/*.integration.test.ts"],
          exclude: ["**/node_modules/**", "build/**", ".sandbox/**"],
          globalSetup: ["db/testing.global.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
