import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../../database.ts";

export const SESSION_MINUTES = 10;

/** Whoever has just signed in with both factors may add and remove passkeys for a while. Answers the browser's secret. */
export async function openSession(sql: Database, personId: string): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await sql`
    insert into passkey_session (secret_sha256, person_id, expires_at)
    values (${sha256(secret)}, ${personId}, now() + make_interval(mins => ${SESSION_MINUTES}))`;
  return secret;
}

export interface PasskeySession {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

/** Whose session it is, while it lasts. */
export async function findSession(sql: Database, secret: string): Promise<PasskeySession | undefined> {
  const [row] = await sql<PasskeySession[]>`
    select person.id, username, name from passkey_session join person on person.id = person_id
    where secret_sha256 = ${sha256(secret)} and expires_at > now()`;
  return row;
}

export async function endSession(sql: Database, secret: string): Promise<void> {
  await sql`delete from passkey_session where secret_sha256 = ${sha256(secret)}`;
}

export async function endSessionsOf(sql: Database, personId: string): Promise<void> {
  await sql`delete from passkey_session where person_id = ${personId}`;
}

/** Keeps what the next passkey must sign; an earlier one is good for nothing any more. */
export async function keepChallenge(sql: Database, secret: string, challenge: string): Promise<void> {
  await sql`update passkey_session set challenge = ${challenge} where secret_sha256 = ${sha256(secret)}`;
}

/** What the passkey must have signed: answered once. */
export async function takeChallenge(sql: Database, secret: string): Promise<string | undefined> {
  const [row] = await sql<{ challenge: string | null }[]>`
    with asked as (
      select secret_sha256, challenge from passkey_session
      where secret_sha256 = ${sha256(secret)} and expires_at > now() for update
    )
    update passkey_session set challenge = null from asked
    where passkey_session.secret_sha256 = asked.secret_sha256 returning asked.challenge`;
  return row?.challenge ?? undefined;
}

const sha256 = (value: string) => createHash("sha256").update(value).digest();
