import { z } from "zod";
import {
  type AuthorizationServerAnswer,
  type AuthorizationServerConnection,
  AuthorizationServerUnavailable,
} from "../authorization-server.ts";
import { createOwnToken } from "../own-token.ts";

/** `already`: an order consumed it before. `not_usable`: rejected, revoked, expired or unknown. */
export type Consumption = "consumed" | "already" | "not_usable";

/** What the bank does with consents beside a TPP's token, at the authorization server (acp consent API). */
export interface Consents {
  /**
   * Tells that a consent has paid.
   *
   * @throws AuthorizationServerUnavailable
   */
  consume(consentId: string, interactionId: string): Promise<Consumption>;
  /**
   * Whether payments may be made by it: neither paused nor over.
   *
   * @throws AuthorizationServerUnavailable
   */
  isInForce(consentId: string, now: Date, interactionId: string): Promise<boolean>;
}

const refusal = z.object({ error_code: z.string().optional() });
const consent = z.object({ status: z.string(), expires_at: z.iso.datetime({ offset: true }).optional() });

/** With a token of the bank's own. */
export function createConsents(connection: AuthorizationServerConnection, origin: string): Consents {
  const token = createOwnToken(connection, origin, { scope: "manage_openbanking_consents" });
  const urlOf = (consentId: string) =>
    `${origin}/default/system/servers/openbanking/open-banking/consents/${encodeURIComponent(consentId)}`;

  async function withToken(
    interactionId: string,
    call: (headers: Record<string, string>) => Promise<AuthorizationServerAnswer>,
  ) {
    const attempt = async () =>
      call({
        authorization: `Bearer ${await token.current(interactionId)}`,
        "x-fapi-interaction-id": interactionId,
      });
    const answer = await attempt();
    if (answer.status !== 401) return answer;
    // The server may have forgotten its tokens since ours was issued.
    token.forget();
    return attempt();
  }

  return {
    consume: async (consentId, interactionId) => {
      const answer = await withToken(interactionId, (headers) =>
        connection.post(`${urlOf(consentId)}/consume`, undefined, headers),
      );
      if (answer.status === 200) return "consumed";
      if ([404, 409, 422].includes(answer.status)) {
        const code = refusal.safeParse(answer.body).data?.error_code;
        return code === "consent_already_consumed" ? "already" : "not_usable";
      }
      throw new AuthorizationServerUnavailable(`consuming a consent was refused with status ${answer.status}`);
    },
    isInForce: async (consentId, now, interactionId) => {
      const answer = await withToken(interactionId, (headers) => connection.get(urlOf(consentId), headers));
      if (answer.status === 404) return false;
      const read = consent.safeParse(answer.body);
      if (answer.status !== 200 || !read.success) {
        throw new AuthorizationServerUnavailable(`reading a consent was answered with status ${answer.status}`);
      }
      const { status, expires_at } = read.data;
      return status === "Authorised" && (expires_at === undefined || new Date(expires_at) > now);
    },
  };
}
