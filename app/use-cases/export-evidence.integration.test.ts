import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAuditChain } from "#db/queries/audit-chain";
import { createAuditProof } from "#db/queries/audit-proof";
import { createAuditSearch } from "#db/queries/audit-search";
import { createEvidenceBook } from "#db/queries/evidence-book";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { exportSignatures } from "#db/verification/checkpoint-signature";
import { createRecord, type TestRecord } from "#db/verification/record.harness";
import { createJwsSigner } from "~/adapters/signing/jws-signer.server";
import type { AuditAsked } from "~/domain/audit/audit-asked";
import type { ExportLine } from "~/domain/audit/audit-export";
import { verifyExport } from "~/domain/audit/verify-export";
import { asClientId, asConsentId, asStaffId } from "~/domain/shared/ids";
import { sealAudit } from "~/jobs/seal-audit";
import { testSigningKeys } from "~/signing-keys.harness";
import { exportEvidence } from "./export-evidence";

/** what was taken away proves itself, and shows what was done to it. */

let server: TestDatabase;
let record: TestRecord;
const folder = mkdtempSync(join(tmpdir(), "assent-test-"));
const signer = createJwsSigner(readFileSync(testSigningKeys(), "utf8"));
const check = exportSignatures({ keys: signer.publicKeys.keys.map((key) => ({ ...key })) });
const by = { staff: asStaffId("stf-1"), correlationId: "c-1" };

beforeAll(async () => {
  server = await createTestDatabase();
  record = await createRecord(server.url);
  const { db } = record.database;
  const seal = sealAudit({ chain: createAuditChain(db), signer, announce: () => {} });
  const round = async () => {
    while ((await seal.round(new AbortController().signal)).more);
  };
  await record.write(40);
  await round();
  await record.write(20);
  await record.attacker`update assent.audit_checkpoint set at = at - interval '2 minutes'`;
  await round();
  await record.write(5);
  await round();
  await record.write(3);
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await record.close();
  await server.drop();
});

function exporting(most?: number) {
  const { db } = record.database;
  return exportEvidence(
    {
      tenant: "test",
      auditSearch: createAuditSearch(db, "test", 7),
      auditProof: createAuditProof(db, "test"),
      evidenceBook: createEvidenceBook(db, "test"),
      signer,
    },
    most,
  );
}

async function taken(asked: AuditAsked): Promise<string[]> {
  const lines = await exporting()(asked, by);
  const text: string[] = [];
  for await (const line of lines ?? []) text.push(line.trimEnd());
  return text;
}

const ONE: AuditAsked = { consent: asConsentId("consent-5"), type: "decision-intended" };

describe("an export", () => {
  test("of a few events among many is proven by the signed ends of the chain after each of them", async () => {
    // One of each write, which are in three stretches; the last waits for its link.
    const verified = await verifyExport(await taken({ consent: asConsentId("consent-3") }), check);
    expect(verified).toMatchObject({ findings: [], events: 4, proven: 2, notYetSigned: 2 });
    expect(verified.seal).toMatchObject({ tenant: "test", events: 4, asked: { consent: "consent-3" } });
  });

  test("holds all that matches, on however many pages", async () => {
    const verified = await verifyExport(await taken({ client: asClientId("client-1") }), check);
    expect(verified).toMatchObject({ findings: [], events: 68, proven: 60, notYetSigned: 8 });
  });

  test("of nothing is signed as well", async () => {
    expect(await verifyExport(await taken({ consent: asConsentId("none") }), check)).toMatchObject({
      findings: [],
      events: 0,
    });
  });

  test("that would hold too much is none, and whoever takes one is written down before", async () => {
    const before = await exportsOnRecord();
    expect(await exporting(67)({ client: asClientId("client-1") }, by)).toBeUndefined();
    expect(await exportsOnRecord()).toBe(before);
    await exporting()(ONE, by);
    expect(await exportsOnRecord()).toBe(before + 1);
  });
});

const exportsOnRecord = async () => {
  const rows = await record.database.db.execute(
    sql`select from assent.audit_event where type = 'evidence-exported' and actor_ref = 'stf-1'`,
  );
  return rows.length;
};

describe("what was done to it shows", () => {
  const changed = (lines: readonly string[], is: ExportLine["is"], change: (line: never) => unknown) =>
    lines.map((text) => {
      const line = JSON.parse(text);
      return line.is === is ? JSON.stringify(change(line as never)) : text;
    });
  type Event = Extract<ExportLine, { is: "event" }>;
  type Stretch = Extract<ExportLine, { is: "stretch" }>;

  test.each<[string, (lines: readonly string[]) => readonly string[], string[]]>([
    [
      "an event was changed",
      (lines) => changed(lines, "event", (line: Event) => ({ ...line, row: { ...line.row, actorRef: "nobody" } })),
      ["incomplete", "changed"],
    ],
    ["an event was taken out", (lines) => lines.filter((line) => !line.includes('"is":"event"')), ["incomplete"]],
    [
      "a stretch leads elsewhere",
      (lines) =>
        changed(lines, "stretch", (line: Stretch) => ({ ...line, eventHashes: [...line.eventHashes].reverse() })),
      ["chain-contradicted", "incomplete", "unproven"],
    ],
    [
      "a stretch is gone",
      (lines) => lines.filter((line) => !line.includes('"is":"stretch"')),
      ["incomplete", "unproven"],
    ],
    ["its end is gone", (lines) => lines.slice(0, -1), ["not-signed"]],
    [
      "its beginning is gone",
      (lines) => lines.slice(1),
      ["not-an-export", "chain-contradicted", "incomplete", "unproven"],
    ],
    ["something else was put into it", (lines) => ["hello", ...lines], ["not-an-export", "unreadable", "incomplete"]],
  ])("%s", async (_, done, found) => {
    const lines = await taken(ONE);
    expect(lines.length).toBeGreaterThan(3);
    const { findings } = await verifyExport(done(lines), check);
    expect([...new Set(findings.map(({ what }) => what))]).toEqual(found);
  });

  test("all of it made anew with another key is no export of ours", async () => {
    const others = exportSignatures({
      keys: createJwsSigner(readFileSync(testSigningKeys(), "utf8")).publicKeys.keys.map((key) => ({ ...key })),
    });
    const { findings, proven } = await verifyExport(await taken(ONE), others);
    expect(findings.map(({ what }) => what)).toContain("not-signed");
    expect(proven).toBe(0);
  });

  test("an event that was changed in the record itself does not become right by being taken away", async () => {
    const lines = await taken(ONE);
    const id = lines.map((text) => JSON.parse(text)).find(({ is, seq }) => is === "event" && seq)?.row.id;
    await record.attacker`update assent.audit_event set actor_ref = 'forged' where id = ${id}`;
    const { findings } = await verifyExport(await taken(ONE), check);
    expect(findings).toEqual([expect.objectContaining({ what: "changed", eventId: id })]);
  });
});

test("`npm run audit:verify -- --file` says the same without a database", async () => {
  const { execFile } = await import("node:child_process");
  const [file, keys] = [join(folder, "evidence.jsonl"), join(folder, "keys.json")];
  writeFileSync(keys, JSON.stringify(signer.publicKeys));
  const verify = async (lines: readonly string[]) => {
    writeFileSync(file, `${lines.join("\n")}\n`);
    const args = ["--import", "tsx", "db/audit-verify.ts", "--file", file, "--keys", keys];
    return new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = execFile("node", args, (_, said) => resolve({ code: child.exitCode, said }));
    });
  };
  const lines = await taken({ consent: asConsentId("consent-7") });
  expect(await verify(lines)).toMatchObject({ code: 0, said: expect.stringContaining("nothing was changed") });
  expect(await verify(lines.slice(0, -1))).toMatchObject({ code: 1, said: expect.stringContaining("not-signed") });
}, 60_000);
