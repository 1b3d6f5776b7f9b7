import { expect, test } from "vitest";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { RegisteredConsent } from "~/ports/consent-register";
import { WRITERS } from "./rows";

const aConsent = (over: Partial<RegisteredConsent> = {}): RegisteredConsent => ({
  id: asConsentId("aac-1"),
  clientId: asClientId("beacon"),
  kind: "account-access",
  status: "authorised",
  reason: "customer-approved",
  version: 2,
  accountIds: ["acc-1", "acc-2"],
  createdAt: new Date("2026-03-14T10:05:00Z"),
  changedAt: new Date("2026-03-14T10:06:00Z"),
  ...over,
});

async function written(format: "csv" | "jsonl", ...pages: RegisteredConsent[][]): Promise<string> {
  async function* all() {
    yield* pages;
  }
  let text = "";
  for await (const part of WRITERS[format].write(all())) text += part;
  return text;
}

test("A-26: one row for each consent, over all pages, under names that stay", async () => {
  const text = await written("csv", [aConsent()], [], [aConsent({ id: asConsentId("aac-2"), accountIds: [] })]);
  const [head, ...rows] = text.replace("\uFEFF", "").trimEnd().split("\r\n");
  expect(head).toBe(
    '"consent_id","customer_id","tpp_id","tpp_name","kind","status","reason","account_ids","asked_at","granted_at","changed_at","ends_at"',
  );
  expect(rows).toEqual([
    '"aac-1","","beacon","","account-access","authorised","customer-approved","acc-1 acc-2","2026-03-14T10:05:00.000Z","","2026-03-14T10:06:00.000Z",""',
    expect.stringContaining('"aac-2"'),
  ]);
  const lines = (await written("jsonl", [aConsent()], [], [aConsent()])).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ consent_id: "aac-1", account_ids: ["acc-1", "acc-2"] });
});

test("what a TPP calls itself is no formula and no row of its own, and comes back whole from JSON", async () => {
  for (const clientName of [...HOSTILE_CORPUS, "=cmd|' /C calc'!A0", '"\r\n"=1+1"', "@SUM(1)"]) {
    const csv = (await written("csv", [aConsent({ clientName })])).replace("\uFEFF", "");
    const cells = [...csv.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, cell]) => cell?.replaceAll('""', '"'));
    expect(cells).toHaveLength(24);
    expect(cells[15]?.trimStart()).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
    const [line, ...rest] = (await written("jsonl", [aConsent({ clientName })])).split("\n");
    expect(rest).toEqual([""]);
    expect(JSON.parse(line ?? "").tpp_name).toBe(clientName);
  }
});
