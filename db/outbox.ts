import { parseArgs } from "node:util";
import { openDatabase } from "./client.server.ts";
import { createOutboxDesk } from "./queries/outbox-replay.ts";

/** `npm run outbox`: what was not delivered, who was told what, and telling it again. */

const USAGE = `npm run outbox -- <command>
  parked                    what could not be delivered, newest first
  log <consent id>          who was told of this consent, and every attempt
  replay --from <instant> --to <instant> [--recipient <id>]
                            sends once more what happened in that time: to TPPs and analytics all of it, to
                            customers only what did not arrive. Each keeps its id, so that receivers can tell.
Instants are ISO 8601, such as 2027-03-14T18:00Z. DATABASE_URL names the app's database.`;

const SHOWN = 100;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: "string" }, to: { type: "string" }, recipient: { type: "string" } },
  });
  const [command, consentId] = positionals;
  const url = process.env["DATABASE_URL"];
  if (!url) throw new Error("set DATABASE_URL to the app's database");
  const { db, close } = openDatabase(url, 1);
  const desk = createOutboxDesk(db);
  try {
    if (command === "parked") show(await desk.parked(SHOWN), "everything was delivered, or is still tried");
    else if (command === "log" && consentId) show(await desk.log(consentId), "nobody was told of such a consent");
    else if (command === "replay") {
      const { recipient } = values;
      const range = { from: instant(values.from, "--from"), to: instant(values.to, "--to") };
      console.log(`${await desk.replay({ ...range, ...(recipient && { recipient }) })} deliveries wait again`);
    } else throw new Error(USAGE);
  } finally {
    await close();
  }
}

/** A table without rows says nothing to whoever mistyped an id. */
function show(rows: readonly object[], none: string): void {
  if (rows.length === 0) console.log(none);
  else console.table(rows);
}

function instant(text: string | undefined, option: string): Date {
  const read = new Date(text ?? "");
  if (Number.isNaN(read.getTime())) throw new Error(`${option} must be an instant\n${USAGE}`);
  return read;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
