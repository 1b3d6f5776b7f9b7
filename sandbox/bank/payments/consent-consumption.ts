import { z } from "zod";
import { type AuthorizationServerConnection, AuthorizationServerUnavailable } from "../authorization-server.ts";
import { createOwnToken } from "../own-token.ts";

/** `already`: an order consumed it before. `not_usable`: rejected, revoked, expired or unknown. */
export type Consumption = "consumed" | "already" | "not_usable";

export type ConsumeConsent = (consentId: string, interactionId: string) => Promise<Consumption>;

const refusal = z.object({ error_code: z.string().optional() });

/**
 * Tells the authorization server that a consent has paid (acp consent API, `…/consents/{consentID}/consume`), with a
 * token of the bank's own.
 *
 * @throws AuthorizationServerUnavailable from the function it returns
 */
export function createConsentConsumption(connection: AuthorizationServerConnection, origin: string): ConsumeConsent {
  const token = createOwnToken(connection, origin, { scope: "manage_openbanking_consents" });
  return async (consentId, interactionId) => {
    const url = `${origin}/default/system/servers/openbanking/open-banking/consents/${encodeURIComponent(consentId)}/consume`;
    const attempt = async () =>
      connection.post(url, undefined, {
        authorization: `Bearer ${await token.current(interactionId)}`,
        "x-fapi-interaction-id": interactionId,
      });
    let answer = await attempt();
    if (answer.status === 401) {
      // The server may have forgotten its tokens since ours was issued.
      token.forget();
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
