import { parseArgs } from "node:util";
import { describeFinding } from "~/domain/audit/chain-finding";
import { checkpointSignatures, readPublicKeys, retirementSigner } from "./verification/checkpoint-signature.ts";
import { retireMonth } from "./verification/retire-month.ts";
import { verifyAudit } from "./verification/verify-audit.ts";

/**
 * `npm run audit:retire -- 2019-03`: drops the oldest month of the record of evidence after its time, and leaves a signed
 * claim of what was in it. Verifies all of the record first: what is gone can be compared with nothing any more.
 */

const USAGE = `npm run audit:retire -- <YYYY-MM> [--keys <file>] [--kept-for P6Y]
  --keys      JWK Set of the private keys that sign; SIGNING_KEYS_FILE otherwise
  --kept-for  how long the record is kept; RECORDS_KEPT_FOR otherwise, and P6Y where neither is given
DATABASE_URL names the database, with a login that owns the tables.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: "string" }, "kept-for": { type: "string" } },
  });
  const month = positionals[0] ?? "";
  const databaseUrl = process.env["DATABASE_URL"];
  const keys = values.keys ?? process.env["SIGNING_KEYS_FILE"];
  const keptFor = values["kept-for"] ?? process.env["RECORDS_KEPT_FOR"] ?? "P6Y";
  const years = Number(/^P([1-9]\d?)Y$/.exec(keptFor)?.[1]);
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) || !databaseUrl || !keys || !years) throw new Error(USAGE);
  const end = new Date(`${month}-01T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + 1);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  if (end > new Date()) throw new Error(`${month} is kept until ${end.toISOString().slice(0, 10)} (${keptFor})`);

  const sign = await retirementSigner(keys);
  let findings = 0;
  await verifyAudit({
    databaseUrl,
    check: checkpointSignatures(readPublicKeys(keys)),
    kept: [],
    patience: 60,
    found: (finding) => {
      findings += 1;
      console.error(describeFinding(finding));
    },
  });
  if (findings > 0) throw new Error(`${findings} found in the record: nothing is dropped until that is settled`);
  const { claims, events } = await retireMonth({ databaseUrl, month, sign });
  // To be kept where the database cannot reach it, as checkpoints are.
  for (const claim of claims) console.log(JSON.stringify(claim));
  console.log(`${events} events of ${month} were dropped; their links stay`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "nothing was dropped");
  process.exit(1);
});
