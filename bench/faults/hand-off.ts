import { randomUUID } from "node:crypto";
import { CONSENT_KINDS, type ConsentType } from "../../sandbox/authorization-server/consents/consent-kinds.ts";
import { createConsents } from "../../sandbox/authorization-server/consents/consents.ts";
import { openHandoff } from "../../sandbox/authorization-server/handoffs/handoff-store.ts";
import { createArtifacts } from "../../sandbox/authorization-server/provider/artifacts.ts";
import type { Database } from "../../sandbox/database.ts";
import { TPPS } from "../../sandbox/personas.ts";
import { ASKED_CUSTOMER, askedFor } from "./asked.ts";

/** What the authorization server gives a browser. */
export interface HandOff {
  readonly consentId: string;
  /** Path and query below the app's origin. */
  readonly path: string;
}

/** Seconds that a customer has to answer, as the authorization server gives them. */
const HOUR = 3_600;

/**
 * A customer who has logged in and is sent to the consent page, written straight into the authorization server's own
 * database by its own code: protocol and log-in are the same each time and have their own tests.
 *
 * @param expiresInSeconds when the consent ends, by the database's clock; absent for a consent without an end.
 */
export async function makeHandOff(
  sql: Database,
  kind: ConsentType,
  { expiresInSeconds }: { readonly expiresInSeconds?: number } = {},
): Promise<HandOff> {
  const [{ now }] = (await sql`select clock_timestamp() as now`) as unknown as [{ now: Date }];
  const expiresAt = expiresInSeconds === undefined ? undefined : new Date(now.getTime() + expiresInSeconds * 1_000);
  const { request, terms } = askedFor(kind);
  const ends = expiresAt && { ExpirationDateTime: expiresAt.toISOString() };
  const created = await createConsents(sql).create({
    clientId: TPPS.beacon.id,
    type: kind,
    apiVersion: "v4.0",
    request: { ...request, Data: { ...request.Data, ...ends } },
    ...(terms && { terms }),
    ...(expiresAt && { expiresAt }),
    interactionId: randomUUID(),
  });
  if (created.outcome !== "created") throw new Error(`the consent was ${created.outcome}`);
  const consentId = created.consent.id;
  const interactionUid = await beginInteraction(sql);
  const { loginId, loginState } = await openHandoff(sql, {
    interactionUid,
    consentId,
    clientId: TPPS.beacon.id,
    subject: ASKED_CUSTOMER.id,
    acr: "urn:openbanking:psd2:sca",
    amr: ["pwd", "otp"],
    authTime: now,
    requestedScopes: ["openid", CONSENT_KINDS[kind].scope],
    endsAt: new Date(now.getTime() + HOUR * 1_000),
  });
  // The faults take longer than a customer has at first.
  await sql`update handoff set expires_at = ends_at where login_id = ${loginId}`;
  const query = new URLSearchParams({ login_id: loginId, login_state: loginState, consent_type: kind });
  return { consentId, path: `/consent?${query}` };
}

/** What waits at the OAuth library for the answer. Nobody resumes it here, so it holds no request. */
async function beginInteraction(sql: Database): Promise<string> {
  const uid = randomUUID();
  const iat = Math.floor(Date.now() / 1_000);
  const payload = { iat, exp: iat + HOUR, jti: uid, kind: "Interaction", params: {}, prompt: { name: "consent" } };
  await createArtifacts(sql)
    .adapter("Interaction")
    .upsert(uid, payload as never, HOUR);
  return uid;
}
