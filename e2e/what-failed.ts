/** What a reporter says of one test that failed: where it is and the reason, the first lines of it. */
export type Failed = { test: string; why: string };

/** Enough to know what it was; the whole of it stands where the test ran. */
const LINES = 25;
/** Colours that a reporter sets around words. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
const COLOURS = /\u001b\[[\d;]*m/g;

const firstLines = (text: string) => text.replace(COLOURS, "").split("\n").slice(0, LINES).join("\n");

type VitestReport = {
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
};

/** From vitest's JSON report. A file that did not load failed as a whole: it has a message and no tests. */
export function failedInVitest(report: unknown): Failed[] {
  return ((report as VitestReport | undefined)?.testResults ?? []).flatMap(({ name, status, message, ...file }) => {
    const failed = file.assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName, failureMessages }) => ({
        test: `${name} › ${fullName}`,
        why: firstLines((failureMessages ?? []).join("\n")),
      }));
    return failed.length > 0 || status !== "failed" ? failed : [{ test: name, why: firstLines(message ?? "") }];
  });
}

type Suite = {
  suites?: Suite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    ok: boolean;
    tests: { projectName: string; status: string; results: { errors: { message?: string }[] }[] }[];
  }[];
};

/** From playwright's JSON report. What passed at a second try failed too. */
export function failedInPlaywright(report: unknown): Failed[] {
  const { specs = [], suites = [] } = (report ?? {}) as Suite;
  const here = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) => ({
        test: `${file}:${line} › ${title} [${projectName}]`,
        why: firstLines(results.flatMap(({ errors }) => errors.map(({ message = "" }) => message)).join("\n")),
      })),
  );
  return [...here, ...suites.flatMap(failedInPlaywright)];
}
