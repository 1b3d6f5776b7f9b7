import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { v4 as uuidv4 } from "uuid";
import { asCustomerRef, type CustomerId } from "~/domain/shared/ids";
import { DeskUnavailable } from "~/ports/consent-desk";
import type { CustomerCipher, CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { createCipher } from "./customer-cipher";
import { createExecute } from "./execute";
import type { Seal } from "./seal";

/** Customers whose key is kept in memory, so that a decision costs no second round trip; and for how long, in ms. */
const REMEMBERED = 1_000;
const REMEMBERED_FOR = 60_000;
/** Somebody else may make the key between our look and our insert, and an erasure may take it again. */
const ATTEMPTS = 3;

interface KeyRow extends Record<string, unknown> {
  readonly ref: string;
  readonly sealed_key: string;
}

/**
 * The vault in PostgreSQL: each customer's key lies there sealed with the app's own.
 *
 * A key that is remembered here may have been erased by another process. Nothing is written under it: the database takes
 * no event about a customer whose key is gone, so that the statement fails as a whole, and a minute later the customer,
 * should they be one again, gets a new key and a new pseudonym.
 */
export function createCustomerVault(db: Database, { seal, open }: Seal): CustomerVault {
  const execute = createExecute(db);
  const remembered = new Map<CustomerId, { readonly cipher: CustomerCipher; readonly until: number }>();

  const cipherOf = async ({ ref, sealed_key }: KeyRow): Promise<CustomerCipher> => {
    // Making a new key instead would leave everything written under the old one unreadable for ever.
    const key = await open(sealed_key).catch(() => {
      throw new DeskUnavailable("a customer's key was sealed with a key of SESSION_KEYS that is not there any more");
    });
    return createCipher(asCustomerRef(ref), Buffer.from(key, "base64url"));
  };

  /** The key of whoever made one first. */
  const findOrMake = async (customer: CustomerId): Promise<KeyRow> => {
    const fresh = await seal(randomBytes(32).toString("base64url"));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      // The other half of the union sees what was there before; an update that changes nothing would lock the row.
      const [row] = await execute<KeyRow>(sql`
        with made as (
          insert into assent.customer_key (customer_id, ref, sealed_key) values (${customer}, ${uuidv4()}::uuid, ${fresh})
          on conflict (customer_id) do nothing returning ref, sealed_key
        )
        select * from made union all
        select ref, sealed_key from assent.customer_key where customer_id = ${customer} limit 1`);
      if (row) return row;
    }
    throw new DeskUnavailable("a customer's key was neither made nor found");
  };

  const recalled = (customer: CustomerId): CustomerCipher | undefined => {
    const known = remembered.get(customer);
    return known && known.until > performance.now() ? known.cipher : undefined;
  };

  const remember = async (customer: CustomerId, row: KeyRow): Promise<CustomerCipher> => {
    const cipher = await cipherOf(row);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(customer, { cipher, until: performance.now() + REMEMBERED_FOR });
    return cipher;
  };

  return {
    of: async (customer) => recalled(customer) ?? remember(customer, await findOrMake(customer)),
    async find(customer) {
      const known = recalled(customer);
      if (known) return known;
      const [row] = await execute<KeyRow>(
        sql`select ref, sealed_key from assent.customer_key where customer_id = ${customer}`,
      );
      return row && remember(customer, row);
    },
    async byRef(ref) {
      const [row] = await execute<KeyRow>(
        sql`select ref, sealed_key from assent.customer_key where ref = ${ref}::uuid`,
      );
      return row && cipherOf(row);
    },
  };
}
