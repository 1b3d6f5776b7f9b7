import type { Database } from "../../database.ts";
import type { Transaction } from "../consents/transaction.ts";
import type { Handoff, HandoffDecision } from "./handoff.ts";
import { ANSWER_WITHIN_SECONDS } from "./handoff-time.ts";
import { fingerprint, isSecret, newSecret } from "./secrets.ts";

interface Waiting {
  /** What waits for the answer: an interaction, or the request of a TPP without a browser. */
  readonly interactionUid: string;
  /** Present for the latter: names it in the addresses that its customer sees. */
  readonly decoupledLink?: string;
}

export interface NewHandoff
  extends Omit<Handoff, "loginId" | "decision" | "expiresAt" | "extensions" | "bindingMessage">,
    Waiting {}

export interface StoredHandoff extends Handoff, Waiting {
  /** The browser has come back with the answer. */
  readonly resumed: boolean;
}

interface HandoffRow
  extends Omit<StoredHandoff, "decision" | "reauthorises" | "replaces" | "decoupledLink" | "bindingMessage"> {
  readonly decoupledLink: string | null;
  readonly bindingMessage: string | null;
  readonly reauthorises: number | null;
  readonly replaces: string | null;
  readonly decision: HandoffDecision | null;
  readonly loginState: Uint8Array;
  readonly expired: boolean;
}

/** Opens a visit to the consent page. The two secrets exist in the browser's address only; we keep their hashes. */
export async function openHandoff(sql: Database, handoff: NewHandoff) {
  const [loginId, loginState] = [newSecret(), newSecret()];
  await sql`
    insert into handoff (login_id, login_state_sha256, interaction_uid, consent_id, client_id, subject, acr, amr,
      auth_time, requested_scopes, expires_at, ends_at, reauthorises, replaces, decoupled_link)
    values (${loginId}, ${fingerprint(loginState)}, ${handoff.interactionUid}, ${handoff.consentId},
      ${handoff.clientId}, ${handoff.subject}, ${handoff.acr}, ${handoff.amr as string[]},
      ${handoff.authTime.toISOString()}, ${handoff.requestedScopes as string[]}, ${anotherTerm(sql, handoff.endsAt)},
      ${handoff.endsAt.toISOString()}, ${handoff.reauthorises ?? null}, ${handoff.replaces ?? null},
      ${handoff.decoupledLink ?? null})`;
  return { loginId, loginState };
}

/** The visit, when the state is right and it has not expired. In a transaction it stays locked until that ends. */
export async function findHandoff(
  db: Database | Transaction,
  loginId: string,
  loginState: string,
  lock: "for update" | "read" = "read",
): Promise<StoredHandoff | undefined> {
  const [row] = await db<HandoffRow[]>`
    select login_id as "loginId", login_state_sha256 as "loginState", interaction_uid as "interactionUid",
      consent_id as "consentId", client_id as "clientId", subject, acr, amr, auth_time as "authTime",
      requested_scopes as "requestedScopes", expires_at as "expiresAt", ends_at as "endsAt", extensions, decision,
      reauthorises, replaces, decoupled_link as "decoupledLink",
      (select binding_message from decoupled_request where link_id = decoupled_link) as "bindingMessage", resumed_at is not null as resumed, expires_at <= now() as expired
    from handoff where login_id = ${loginId} ${lock === "for update" ? db`for update` : db``}`;
  if (!row || !isSecret(loginState, row.loginState) || row.expired) return undefined;
  const { decision, reauthorises, replaces, loginState: _hash, expired: _expired, ...rest } = row;
  const { decoupledLink, bindingMessage, ...handoff } = rest;
  return {
    ...handoff,
    ...(reauthorises !== null && { reauthorises }),
    ...(replaces !== null && { replaces }),
    ...(decoupledLink !== null && { decoupledLink }),
    ...(bindingMessage !== null && { bindingMessage }),
    ...(decision && { decision }),
  };
}

/** Keeps the decision with a fresh answer secret, and answers the secret. An earlier one opens nothing any more. */
export async function recordDecision(
  transaction: Transaction,
  loginId: string,
  decision: HandoffDecision,
): Promise<string> {
  const answer = newSecret();
  await transaction`
    update handoff set decision = ${transaction.json(decision as never)}, answer_sha256 = ${fingerprint(answer)}
    where login_id = ${loginId}`;
  return answer;
}

/** As long from now as there was at first, and never past the end of the interaction; by the database's clock. */
const anotherTerm = (db: Database | Transaction, endsAt: Date) =>
  db`least(now() + ${ANSWER_WITHIN_SECONDS} * interval '1 second', ${endsAt.toISOString()}::timestamptz)`;

/** Gives another term to a hand-off that is locked, and answers when it ends now. */
export async function lengthen(transaction: Transaction, { loginId, endsAt }: StoredHandoff): Promise<Date> {
  const [row] = await transaction<{ expiresAt: Date }[]>`
    update handoff set expires_at = ${anotherTerm(transaction, endsAt)}, extensions = extensions + 1
    where login_id = ${loginId} returning expires_at as "expiresAt"`;
  if (!row) throw new Error("a locked hand-off is gone");
  return row.expiresAt;
}

/** Whether a visit to the consent page belongs to this interaction, so that only its answer may resume it. */
export async function isHandedOff(sql: Database, interactionUid: string): Promise<boolean> {
  const [row] = await sql`select 1 from handoff where interaction_uid = ${interactionUid}`;
  return row !== undefined;
}

/**
 * Takes the answer that only the browser which answered holds. It is good once.
 *
 * @returns which consent was decided and how, or undefined when the answer is wrong, late or used.
 */
export async function takeAnswer(sql: Database, interactionUid: string, answer: string) {
  const rows = await sql<{ loginId: string; hash: Uint8Array | null }[]>`
    select login_id as "loginId", answer_sha256 as hash from handoff where interaction_uid = ${interactionUid}`;
  const row = rows.find(({ hash }) => isSecret(answer, hash));
  if (!row) return undefined;
  const [taken] = await sql<{ consentId: string; decision: HandoffDecision }[]>`
    update handoff set resumed_at = now()
    where login_id = ${row.loginId} and answer_sha256 = ${fingerprint(answer)} and resumed_at is null
      and expires_at > now()
    returning consent_id as "consentId", decision`;
  return taken;
}
