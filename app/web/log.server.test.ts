import { expect, test } from "vitest";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { newTrace, withTrace } from "./correlation.server";
import { createLog } from "./log.server";

function lines(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const written: string[] = [];
  write(createLog("info", { write: (line: string) => void written.push(line) }));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("a line carries the id of the request that caused it", () => {
  const trace = newTrace();
  const [line] = lines((log) => withTrace(trace, () => log.info({ status: 200 }, "request")));
  expect(line).toMatchObject({ service: "app", correlationId: trace.correlationId, status: 200, msg: "request" });
});

test("secrets stay out of the log, also one and two levels down", () => {
  const canary = "canary-4711";
  const secrets = { authorization: canary, cookie: canary, login_state: canary, account_number: canary, iban: canary };
  const text = JSON.stringify(
    lines((log) => log.info({ ...secrets, headers: secrets, request: { headers: secrets } })),
  );
  expect(text).not.toContain(canary);
  expect(text).toContain("[hidden]");
});

test("an error is described, not dumped", () => {
  const [line] = lines((log) => log.error({ err: Object.assign(new Error("gone"), { query: "select secret" }) }));
  expect(line?.["err"]).toMatchObject({ type: "Error", message: "gone" });
  expect(JSON.stringify(line)).not.toContain("select secret");
});

test("S12: whatever somebody wrote is one line of visible characters, and reads back as it was", () => {
  const written: string[] = [];
  const log = createLog("info", { write: (line: string) => void written.push(line) });
  for (const text of HOSTILE_CORPUS) log.warn({ why: text, err: new Error(text) }, "seen");
  expect(written).toHaveLength(HOSTILE_CORPUS.length);
  for (const [index, line] of written.entries()) {
    expect(line).toMatch(/^[^\n]*\n$/);
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cs}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u);
    expect(JSON.parse(line)).toMatchObject({ level: 40, why: HOSTILE_CORPUS[index] });
  }
});
