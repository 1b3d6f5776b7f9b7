import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import type { Database } from "../database.ts";
import { BANK } from "../personas.ts";
import type { Person } from "./people.ts";

export const CODE_MINUTES = 5;
export const CODES_PER_SIGN_IN = 5;

/** No letter or digit that reads like another one. */
const REFERENCE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/**
 * The step between the two factors. It is held by a secret of its own, made when the password was right and kept in
 * the browser: whoever planted the address or the cookie of the first step cannot take the second one (session
 * fixation). The secret is kept hashed, and the code as an HMAC under the secret, so that a copy of the table is worth
 * nothing, although a code has only a million values.
 */
export interface SignIn {
  readonly person: Person;
  readonly username: string;
  readonly reference: string;
  readonly codesSent: number;
  readonly codeExpired: boolean;
}

export interface OneTimeCode {
  readonly code: string;
  /** Shown on the page and in the message, so that a person with two messages knows which one belongs here. */
  readonly reference: string;
}

/** The text message that brings a code. */
export const signInMessage = ({ code, reference }: OneTimeCode) => ({
  code,
  reference,
  text: `${code} is your ${BANK.name} sign-in code, reference ${reference}. It works once, for ${CODE_MINUTES} minutes. We never ask for it by phone.`,
});

/** Starts the second step for one interaction; an earlier one of the same interaction ends. */
export async function beginSignIn(
  sql: Database,
  interactionUid: string,
  personId: string,
): Promise<OneTimeCode & { readonly secret: string }> {
  const secret = randomBytes(32).toString("base64url");
  const made = makeCode();
  await sql`
    insert into sign_in (interaction_uid, secret_sha256, person_id, reference, code_hmac, code_expires_at)
    values (${interactionUid}, ${sha256(secret)}, ${personId}, ${made.reference}, ${hmac(secret, made.code)},
            now() + make_interval(mins => ${CODE_MINUTES}))
    on conflict (interaction_uid) do update
    set secret_sha256 = excluded.secret_sha256, person_id = excluded.person_id, reference = excluded.reference,
        code_hmac = excluded.code_hmac, code_expires_at = excluded.code_expires_at, codes_sent = 1,
        verified_at = null, created_at = now()
  `;
  return { ...made, secret };
}

export async function findSignIn(sql: Database, interactionUid: string, secret: string): Promise<SignIn | undefined> {
  const [row] = await sql`
    select person.id, person.name, person.phone, person.roles, person.username, reference, codes_sent,
           verified_at is null and code_expires_at <= now() as code_expired
    from sign_in join person on person.id = person_id
    where interaction_uid = ${interactionUid} and secret_sha256 = ${sha256(secret)}
  `;
  if (!row) return undefined;
  return {
    person: { id: row.id, name: row.name, phone: row.phone, roles: row.roles },
    username: row.username,
    reference: row.reference,
    codesSent: row.codes_sent,
    codeExpired: row.code_expired,
  };
}

/** Makes a new code, which ends the one before. `undefined` when this sign-in has had all it may have. */
export async function renewCode(
  sql: Database,
  interactionUid: string,
  secret: string,
): Promise<OneTimeCode | undefined> {
  const made = makeCode();
  const { count } = await sql`
    update sign_in
    set reference = ${made.reference}, code_hmac = ${hmac(secret, made.code)},
        code_expires_at = now() + make_interval(mins => ${CODE_MINUTES}), codes_sent = codes_sent + 1
    where interaction_uid = ${interactionUid} and secret_sha256 = ${sha256(secret)}
      and codes_sent < ${CODES_PER_SIGN_IN} and verified_at is null
  `;
  return count === 1 ? made : undefined;
}

/**
 * Takes the code. Answers when the second factor was given (seconds since the epoch), `undefined` for a wrong or late
 * code. A code completes this one sign-in and no other; the same code again (a double click) has the same answer.
 */
export async function confirmCode(
  sql: Database,
  interactionUid: string,
  secret: string,
  code: string,
): Promise<number | undefined> {
  const [row] = await sql<{ at: number }[]>`
    update sign_in set verified_at = coalesce(verified_at, now())
    where interaction_uid = ${interactionUid} and secret_sha256 = ${sha256(secret)}
      and code_hmac = ${hmac(secret, code)} and (verified_at is not null or code_expires_at > now())
    returning floor(extract(epoch from verified_at))::int as at
  `;
  return row?.at;
}

function makeCode(): OneTimeCode {
  return {
    code: String(randomInt(1_000_000)).padStart(6, "0"),
    reference: Array.from({ length: 4 }, () => REFERENCE_ALPHABET[randomInt(REFERENCE_ALPHABET.length)]).join(""),
  };
}

const sha256 = (value: string) => createHash("sha256").update(value).digest();
const hmac = (secret: string, code: string) => createHmac("sha256", secret).update(code).digest();
