import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { asConsentId } from "~/domain/shared/ids";
import { openDatabase } from "./client.server.ts";
import { createTakeOverCustomer } from "./queries/customer-dispute.ts";

/** `npm run drift`: where our picture and the authorization server still differ, and what a person decided about it. */

const USAGE = `npm run drift                                   what is not settled, oldest first
npm run drift -- take-over <consent id> --staff <id> [--tenant <AS_TENANT>]
        the consent is whose the authorization server says: what it held of our customer goes, and the next look
        takes over theirs. Where the authorization server is wrong, mend it there: then the finding ends by itself.
DATABASE_URL names the app's database.`;

const SHOWN = 100;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { staff: { type: "string" }, tenant: { type: "string" } },
  });
  const [command, consent] = positionals;
  const url = process.env["DATABASE_URL"];
  const tenant = values.tenant ?? process.env["AS_TENANT"];
  if (!url) throw new Error(`set DATABASE_URL to the app's database\n${USAGE}`);
  if (command !== undefined && (command !== "take-over" || !consent || !values.staff || !tenant))
    throw new Error(USAGE);
  const { db, close } = openDatabase(url, 1, 0);
  try {
    if (!consent || !values.staff || !tenant) {
      const rows = await db.execute(sql`
        select consent_id as consent, about, found_at as since, ours ->> 'status' as ours, theirs ->> 'status' as theirs
        from assent.drift_finding where repaired_at is null order by found_at limit ${SHOWN}`);
      if (rows.length === 0) console.log("everything is settled");
      else console.table([...rows]);
      return;
    }
    const settled = await createTakeOverCustomer(db, tenant)(asConsentId(consent), values.staff);
    console.log(settled ? "the next look takes over whose it is" : "nothing is disputed about this consent");
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
