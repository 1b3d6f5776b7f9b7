import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { openDatabase } from "./client.server.ts";
import { whyUnreachable } from "./unreachable.ts";

/**
 * `npm run customer:erase -- <customer id>`: makes what we hold of a customer nobody's (GDPR article 17). Evidence stays
 * whole and unreadable. Erase the customer at the authorization server first: it is the record of consents, and what it
 * still says comes back.
 */

export interface Erasure {
  readonly databaseUrl: string;
  readonly customer: string;
  /** In whose chain the erasure is written down. */
  readonly tenant: string;
  /** Who asked for it, as the bank knows its staff. */
  readonly staff?: string;
}

/**
 * @returns false when nothing was held.
 * @throws Error when something of this customer is not finished yet, or the login may not erase.
 */
export async function eraseCustomer({ databaseUrl, customer, tenant, staff }: Erasure): Promise<boolean> {
  // Without a time limit: no index leads to a customer in tables that nobody searches by customer.
  const { db, close } = openDatabase(databaseUrl, 1, 0, "login");
  try {
    const [row] = await db.execute<{ erased: boolean }>(
      sql`select assent.erase_customer(${customer}, ${uuidv7()}::uuid, ${tenant}, ${staff ?? null}) as erased`,
    );
    return row?.erased === true;
  } finally {
    await close();
  }
}

/**
 * How many consents of this customer still stand, also those that others have yet to sign, which the authorization server
 * holds as authorised. What the authorization server says of them would come back.
 */
export async function liveConsentsOf(databaseUrl: string, customer: string): Promise<number> {
  const { db, close } = openDatabase(databaseUrl, 1, 0, "login");
  try {
    const [row] = await db.execute<{ live: number }>(sql`
      select count(*)::int as live from assent.consent_projection
      where customer_id = ${customer} and status in ('partially-authorised', 'authorised', 'suspended')
        and (expires_at is null or expires_at > clock_timestamp())`);
    return row?.live ?? 0;
  } finally {
    await close();
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tenant: { type: "string" },
      staff: { type: "string" },
      "although-live": { type: "boolean", default: false },
    },
  });
  const [customer] = positionals;
  const databaseUrl = process.env["DATABASE_URL"];
  const tenant = values.tenant ?? process.env["AS_TENANT"];
  if (!customer)
    throw new Error("npm run customer:erase -- <customer id> [--staff <id>] [--tenant <AS_TENANT>] [--although-live]");
  if (!databaseUrl) throw new Error("set DATABASE_URL to the database, with a login that may erase customers");
  if (!tenant) throw new Error("set AS_TENANT, or --tenant: the erasure is written down in that tenant's chain");
  const live = values["although-live"] ? 0 : await liveConsentsOf(databaseUrl, customer);
  if (live > 0) {
    throw new Error(
      `${live} of this customer's consents still stand: end them first, or erase the customer at the authorization server and say --although-live`,
    );
  }
  const erased = await eraseCustomer({ databaseUrl, customer, tenant, ...(values.staff && { staff: values.staff }) });
  console.log(erased ? "erased: what we held of this customer is nobody's" : "nothing is held of this customer");
}

if (process.argv[1] === import.meta.filename) {
  main().catch((error: unknown) => {
    // The cause is what PostgreSQL said; the library's own message would repeat the customer's number.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    console.error(whyUnreachable(error) ?? (cause instanceof Error ? cause.message : "could not be erased"));
    process.exit(1);
  });
}
