import { expect, test } from "vitest";
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
