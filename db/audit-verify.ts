import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { type ChainFinding, describeFinding, monthOf } from "~/domain/audit/chain-finding";
import { describeExportFinding, verifyExport } from "~/domain/audit/verify-export";
import { whyUnreachable } from "./unreachable.ts";
import { checkpointSignatures, exportSignatures, readPublicKeys } from "./verification/checkpoint-signature.ts";
import { type Coverage, verifyAudit } from "./verification/verify-audit.ts";

/**
 * `npm run audit:verify`: says whether anything in the record of evidence was changed, and which row. Exit code 1 when it
 * was, 2 when the question could not be asked.
 */

const USAGE = `npm run audit:verify -- [options]
  --checkpoint <file>  signed checkpoints kept outside the database, one on each line (or the log lines that hold them)
  --keys <file>        JWK Set to check signatures with; SIGNING_KEYS_FILE otherwise
  --patience <s>       how long an event may wait for its link, in seconds; 60 otherwise
  --file <file>        looks at what somebody took away from the portal instead of a database
  --json               one JSON object for each finding, and one for what was looked at
DATABASE_URL names the database; any login that may read it will do.`;

/** Findings that are printed; the others are counted. */
const SHOWN = 100;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      checkpoint: { type: "string", multiple: true, default: [] },
      keys: { type: "string" },
      file: { type: "string" },
      patience: { type: "string", default: "60" },
      json: { type: "boolean", default: false },
    },
  });
  const keys = values.keys ?? process.env["SIGNING_KEYS_FILE"];
  if (!keys) throw new Error("name the keys that sign checkpoints: --keys <file>, or SIGNING_KEYS_FILE");
  if (values.file !== undefined) return verifyExportFile(values.file, keys);
  const databaseUrl = process.env["DATABASE_URL"];
  if (!databaseUrl) throw new Error("set DATABASE_URL to the database that holds the record");
  const patience = Number(values.patience);
  if (!Number.isFinite(patience)) throw new Error("--patience must be seconds");

  let findings = 0;
  const started = performance.now();
  const coverage = await verifyAudit({
    databaseUrl,
    check: checkpointSignatures(readPublicKeys(keys)),
    kept: values.checkpoint.flatMap(readKept),
    patience,
    found: (finding) => {
      findings += 1;
      if (values.json) console.log(JSON.stringify(withMonth(finding)));
      else if (findings <= SHOWN) console.log(describeFinding(finding));
    },
  });
  if (values.json) console.log(JSON.stringify({ ...coverage, findings }));
  else console.log(summary(coverage, findings, (performance.now() - started) / 1_000));
  return findings === 0 ? 0 : 1;
}

/** Without a database: the file proves itself, to whoever has the bank's public keys. */
async function verifyExportFile(file: string, keys: string): Promise<number> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const { findings, seal, events, proven, notYetSigned } = await verifyExport(
    lines,
    exportSignatures(readPublicKeys(keys)),
  );
  for (const finding of findings.slice(0, SHOWN)) console.log(describeExportFinding(finding));
  if (findings.length > SHOWN) console.log(`and ${findings.length - SHOWN} more`);
  if (seal) console.log(`taken from ${seal.tenant} at ${seal.at}, asked for: ${JSON.stringify(seal.asked)}`);
  console.log(
    `${events} events, ${proven} proven by a signed end of the chain, ${notYetSigned} newer than the last of these`,
  );
  console.log(findings.length === 0 ? "nothing was changed" : `${findings.length} found`);
  return findings.length === 0 ? 0 : 1;
}

/** One compact JWS on each line, by itself or as `signed` of a log line. */
function readKept(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => /[\w-]+\.[\w-]+\.[\w-]+/.exec(line) ?? []);
}

const withMonth = (finding: ChainFinding) =>
  finding.at === undefined ? finding : { ...finding, month: monthOf(finding.at) };

function summary(
  { events, from, to, checkpoints, waiting, retired }: Coverage,
  findings: number,
  seconds: number,
): string {
  const when = (at: string | undefined) => (at === undefined ? "never" : new Date(Number(at) * 1_000).toISOString());
  const gone = retired.reduce((sum, { events: count }) => sum + BigInt(count), 0n);
  return [
    ...(findings > SHOWN ? [`and ${findings - SHOWN} more`] : []),
    ...(retired.length > 0
      ? [`retired up to ${retired.at(-1)?.month}: ${gone} events were dropped after their time`]
      : []),
    `${events} linked events from ${when(from)} to ${when(to)}, ${checkpoints} signed checkpoints, ${waiting} events waiting for their link`,
    findings === 0 ? `nothing was changed (${seconds.toFixed(1)} s)` : `${findings} found (${seconds.toFixed(1)} s)`,
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(whyUnreachable(error) ?? (error instanceof Error ? error.message : "could not be verified"));
      console.error(USAGE);
      process.exit(2);
    },
  );
}
