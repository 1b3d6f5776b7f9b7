import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { v4 as uuidv4 } from "uuid";
import { asCustomerRef, type CustomerId, type CustomerRef } from "~/domain/shared/ids";
import type { CustomerCipher, CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { createExecute } from "./execute";
import type { Seal } from "./seal";

/** Customers whose key is kept in memory, so that a decision costs no second round trip; and for how long, in ms. */
const REMEMBERED = 1_000;
const REMEMBERED_FOR = 60_000;

interface KeyRow extends Record<string, unknown> {
  readonly ref: string;
  readonly sealed_key: string;
}

/** The vault in PostgreSQL: each customer's key lies there sealed with the app's own. */
export function createCustomerVault(db: Database, { seal, open }: Seal): CustomerVault {
  const execute = createExecute(db);
  const remembered = new Map<CustomerId, { readonly cipher: CustomerCipher; readonly until: number }>();

  const cipherOf = async ({ ref, sealed_key }: KeyRow): Promise<CustomerCipher> =>
    createCipher(asCustomerRef(ref), Buffer.from(await open(sealed_key), "base64url"));

  return {
    async of(customer) {
      const known = remembered.get(customer);
      if (known && known.until > performance.now()) return known.cipher;
      const fresh = await seal(randomBytes(32).toString("base64url"));
      // The other half of the union sees what was there before; an update that changes nothing would lock the row.
      const [row] = await execute<KeyRow>(sql`
        with made as (
          insert into assent.customer_key (customer_id, ref, sealed_key) values (${customer}, ${uuidv4()}::uuid, ${fresh})
          on conflict (customer_id) do nothing returning ref, sealed_key
        )
        select * from made union all
        select ref, sealed_key from assent.customer_key where customer_id = ${customer} limit 1`);
      // Made by somebody else between our look and our insert.
      if (!row) return this.of(customer);
      const cipher = await cipherOf(row);
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(customer, { cipher, until: performance.now() + REMEMBERED_FOR });
      return cipher;
    },
    async byRef(ref) {
      const [row] = await execute<KeyRow>(
        sql`select ref, sealed_key from assent.customer_key where ref = ${ref}::uuid`,
      );
      return row && cipherOf(row);
    },
    async erase(customer) {
      remembered.delete(customer);
      const gone = await execute(
        sql`delete from assent.customer_key where customer_id = ${customer} returning customer_id`,
      );
      return gone.length === 1;
    },
  };
}

const ALGORITHM = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM with a random nonce of 96 bits (NIST SP 800-38D, section 8.2.2); the pseudonym is authenticated with it. */
export function createCipher(ref: CustomerRef, key: Uint8Array): CustomerCipher {
  return {
    ref,
    seal(value) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(ref));
      const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE))
        .setAAD(Buffer.from(ref))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
      return JSON.parse(text.toString("utf8"));
    },
  };
}
