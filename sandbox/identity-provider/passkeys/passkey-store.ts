import type { Database } from "../../database.ts";

/** A passkey as a verifier needs it. */
export interface Passkey {
  /** The credential id, base64url. */
  readonly id: string;
  /** COSE (RFC 9052 section 7), base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

export interface KeptPasskey extends Passkey {
  readonly addedAt: Date;
  readonly usedAt: Date | null;
}

export const PASSKEYS_PER_PERSON = 10;

/** A person's passkeys, oldest first. */
export async function passkeysOf(sql: Database, personId: string): Promise<KeptPasskey[]> {
  const rows = await sql<(Omit<KeptPasskey, "counter"> & { counter: string })[]>`
    select id, public_key as "publicKey", counter, transports, added_at as "addedAt", used_at as "usedAt"
    from passkey where person_id = ${personId} order by added_at, id`;
  return rows.map((row) => ({ ...row, counter: Number(row.counter) }));
}

/** @returns false when the passkey is known already, whoever's it is, or the person has as many as anyone may. */
export async function addPasskey(sql: Database, personId: string, passkey: Passkey): Promise<boolean> {
  return sql.begin(async (transaction) => {
    // Two at the same moment must not pass the count together.
    await transaction`select 1 from person where id = ${personId} for update`;
    const { count } = await transaction`
      insert into passkey (id, person_id, public_key, counter, transports)
      select ${passkey.id}, ${personId}, ${passkey.publicKey}, ${passkey.counter}, ${passkey.transports as string[]}
      where (select count(*) from passkey where person_id = ${personId}) < ${PASSKEYS_PER_PERSON}
      on conflict (id) do nothing`;
    return count === 1;
  });
}

/** @returns false when the person has no such passkey. */
export async function removePasskey(sql: Database, personId: string, id: string): Promise<boolean> {
  const { count } = await sql`delete from passkey where id = ${id} and person_id = ${personId}`;
  return count === 1;
}

/**
 * Keeps how far the authenticator has counted. One that does not count says 0 every time; one that counts and says a
 * number that was seen before has a twin (WebAuthn, section 6.1.1).
 */
export async function countUse(
  sql: Database,
  personId: string,
  id: string,
  counter: number,
): Promise<"counted" | "went_back" | "unknown"> {
  const { count } = await sql`
    update passkey set counter = ${counter}, used_at = now()
    where id = ${id} and person_id = ${personId} and (counter < ${counter} or (counter = 0 and ${counter} = 0))`;
  if (count === 1) return "counted";
  const [known] = await sql`select 1 from passkey where id = ${id} and person_id = ${personId}`;
  return known ? "went_back" : "unknown";
}
