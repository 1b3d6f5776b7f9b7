import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { SWEPT } from "~/ports/retention";
import { JOB_WORDS } from "./job-words";

const APP = fileURLToPath(new URL("../../", import.meta.url));

/** Of every job that there is, as jobs are named where they are written and where they are put together. */
const names = ["jobs", "web/services"]
  .flatMap((folder) => readdirSync(join(APP, folder)).map((file) => join(APP, folder, file)))
  .filter((file) => file.endsWith(".ts") && !/\.(?:test|harness)\.ts$/.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .filter((source) => /\bJob\b/.test(source))
  .flatMap((source) => [...source.matchAll(/\bname: "([a-z-]+)"/g)].map(([, name = ""]) => name));

test("A-20: each job is named in words, and no words are of a job that is gone", () => {
  expect(names.length).toBeGreaterThan(20);
  expect([...new Set([...names, ...SWEPT.map((what) => `sweep-${what}`)])].sort()).toEqual(
    Object.keys(JOB_WORDS).sort(),
  );
});
