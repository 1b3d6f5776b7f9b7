import { z } from "zod";
import { type AuthorizationServerConnection, AuthorizationServerUnavailable } from "../authorization-server.ts";

/** `already`: an order consumed it before. `not_usable`: rejected, revoked, expired or unknown. */
export type Consumption = "consumed" | "already" | "not_usable";

export type ConsumeConsent = (consentId: string, interactionId: string) => Promise<Consumption>;

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const refusal = z.object({ error_code: z.string().optional() });

/**
 * Tells the authorization server that a consent has paid (acp consent API, `…/consents/{consentID}/consume`), with a
 * token of the bank's own that is kept until shortly before it expires.
 *
 * @throws AuthorizationServerUnavailable from the function it returns
 */
export function createConsentConsumption(connection: AuthorizationServerConnection, origin: string): ConsumeConsent {
  let kept: { token: string; until: number } | undefined;
  const token = async (interactionId: string): Promise<string> => {
    if (kept && kept.until > Date.now()) return kept.token;
    const { status, body } = await connection.post(
      `${origin}/default/system/oauth2/token`,
      { grant_type: "client_credentials", client_id: "bank", scope: "manage_openbanking_consents" },
      { "x-fapi-interaction-id": interactionId },
    );
    const read = tokenAnswer.safeParse(body);
    if (status !== 200 || !read.success) {
      throw new AuthorizationServerUnavailable(`the bank's own token was refused with status ${status}`);
    }
    kept = { token: read.data.access_token, until: Date.now() + (read.data.expires_in - 30) * 1000 };
    return kept.token;
  };
  return async (consentId, interactionId) => {
    const url = `${origin}/default/system/servers/openbanking/open-banking/consents/${encodeURIComponent(consentId)}/consume`;
    const attempt = async () =>
      connection.post(url, undefined, {
        authorization: `Bearer ${await token(interactionId)}`,
        "x-fapi-interaction-id": interactionId,
      });
    let answer = await attempt();
    if (answer.status === 401) {
      // The server may have forgotten its tokens since ours was issued.
      kept = undefined;
      answer = await attempt();
    }
    if (answer.status === 200) return "consumed";
    if ([404, 409, 422].includes(answer.status)) {
      const code = refusal.safeParse(answer.body).data?.error_code;
      return code === "consent_already_consumed" ? "already" : "not_usable";
    }
    throw new AuthorizationServerUnavailable(`consuming a consent was refused with status ${answer.status}`);
  };
}
