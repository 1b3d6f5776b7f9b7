import { expect, test } from "vitest";
import { failedInPlaywright, failedInVitest } from "./what-failed.ts";

test("vitest: each test that failed, by its file and name, with the reason and without colours", () => {
  const report = {
    testResults: [
      {
        name: "/app/a.test.ts",
        status: "failed",
        assertionResults: [
          { fullName: "it adds", status: "passed", failureMessages: [] },
          { fullName: "it takes away", status: "failed", failureMessages: ["\u001b[31mexpected 1\u001b[39m\nto be 2"] },
        ],
      },
      { name: "/app/b.test.ts", status: "passed", assertionResults: [] },
    ],
  };
  expect(failedInVitest(report)).toEqual([{ test: "/app/a.test.ts › it takes away", why: "expected 1\nto be 2" }]);
});

test("vitest: a file that does not load failed as a whole", () => {
  const report = {
    testResults: [{ name: "/app/a.test.ts", status: "failed", message: "no such module", assertionResults: [] }],
  };
  expect(failedInVitest(report)).toEqual([{ test: "/app/a.test.ts", why: "no such module" }]);
});

test("playwright: each journey that failed, however deep, by its place and the way it ran", () => {
  const result = { errors: [{ message: Array.from({ length: 40 }, (_, line) => line).join("\n") }] };
  const spec = (status: string) => ({
    title: "allow",
    file: "allow.spec.ts",
    line: 7,
    ok: status === "expected",
    tests: [{ projectName: "scripts off", status, results: [result] }],
  });
  const report = { suites: [{ specs: [spec("expected")], suites: [{ specs: [spec("unexpected"), spec("flaky")] }] }] };
  const [first, second, third] = failedInPlaywright(report);
  expect(first?.test).toBe("allow.spec.ts:7 › allow [scripts off]");
  expect(first?.why.split("\n")).toHaveLength(25);
  expect(second).toEqual(first);
  expect(third).toBeUndefined();
});

test.each([undefined, {}])("no report, nothing to tell: %o", (report) => {
  expect(failedInVitest(report)).toEqual([]);
  expect(failedInPlaywright(report)).toEqual([]);
});
