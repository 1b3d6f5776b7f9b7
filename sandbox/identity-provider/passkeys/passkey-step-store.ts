import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../../database.ts";

/**
 * Starts the step between a right password and a passkey, for one interaction; an earlier one of the same interaction ends.
 * Held by a secret of its own, as the one before a code is (see `sign-in.ts`).
 */
export async function beginPasskeyStep(sql: Database, interactionUid: string, personId: string): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await sql`
    insert into passkey_step (interaction_uid, secret_sha256, person_id)
    values (${interactionUid}, ${sha256(secret)}, ${personId})
    on conflict (interaction_uid) do update
    set secret_sha256 = excluded.secret_sha256, person_id = excluded.person_id, challenge = null, created_at = now()`;
  return secret;
}

/** Whose password was right. */
export async function findPasskeyStep(
  sql: Database,
  interactionUid: string,
  secret: string,
): Promise<{ readonly personId: string } | undefined> {
  const [row] = await sql<{ personId: string }[]>`
    select person_id as "personId" from passkey_step
    where interaction_uid = ${interactionUid} and secret_sha256 = ${sha256(secret)}`;
  return row;
}

/** Keeps what the passkey must sign; an earlier one is good for nothing any more. */
export async function askPasskey(sql: Database, interactionUid: string, challenge: string): Promise<void> {
  await sql`update passkey_step set challenge = ${challenge} where interaction_uid = ${interactionUid}`;
}

/** What the passkey must have signed: answered once. */
export async function takePasskeyChallenge(sql: Database, interactionUid: string): Promise<string | undefined> {
  const [row] = await sql<{ challenge: string | null }[]>`
    with asked as (
      select interaction_uid, challenge from passkey_step where interaction_uid = ${interactionUid} for update
    )
    update passkey_step set challenge = null from asked
    where passkey_step.interaction_uid = asked.interaction_uid returning asked.challenge`;
  return row?.challenge ?? undefined;
}

const sha256 = (value: string) => createHash("sha256").update(value).digest();
