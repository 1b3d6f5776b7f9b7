import type { Database } from "../../database.ts";
import { fingerprint } from "../handoffs/secrets.ts";
import type { LogInAcr } from "./log-in-acr.ts";

interface NewLogin {
  readonly state: string;
  readonly cookie: string;
  readonly interactionUid: string;
  readonly consentId: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** What the identity provider was asked for. */
  readonly acr: LogInAcr;
  readonly expiresAt: Date;
}

/** Keeps a log-in that has begun. */
export async function openLogin(sql: Database, login: NewLogin): Promise<void> {
  await sql`
    insert into federated_login
      (state_sha256, cookie_sha256, interaction_uid, consent_id, nonce, code_verifier, acr, expires_at)
    values (${fingerprint(login.state)}, ${fingerprint(login.cookie)}, ${login.interactionUid}, ${login.consentId},
      ${login.nonce}, ${login.codeVerifier}, ${login.acr}, ${login.expiresAt.toISOString()})`;
}

/** Takes a log-in that has begun, once, for the browser that holds its cookie. */
export async function closeLogin(sql: Database, state: string, cookie: string) {
  const [login] = await sql<Omit<NewLogin, "state" | "cookie" | "expiresAt">[]>`
    update federated_login set finished_at = now()
    where state_sha256 = ${fingerprint(state)} and cookie_sha256 = ${fingerprint(cookie)} and finished_at is null
      and expires_at > now()
    returning interaction_uid as "interactionUid", consent_id as "consentId", nonce, code_verifier as "codeVerifier", acr`;
  return login;
}
