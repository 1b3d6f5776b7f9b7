import { z } from "zod";
import { type AuthorizationServerConnection, AuthorizationServerUnavailable } from "./authorization-server.ts";

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** An access token of the bank's own (RFC 6749 section 4.4), kept until shortly before it expires. */
export interface OwnToken {
  /** @throws AuthorizationServerUnavailable */
  current(interactionId: string): Promise<string>;
  /** It was refused: the next one is a new one. */
  forget(): void;
}

/** @param origin of the authorization server's listener for the bank's own services. */
export function createOwnToken(
  connection: AuthorizationServerConnection,
  origin: string,
  request: { readonly scope: string; readonly resource?: string },
): OwnToken {
  let kept: { token: string; until: number } | undefined;
  return {
    async current(interactionId) {
      if (kept && kept.until > Date.now()) return kept.token;
      const { status, body } = await connection.post(
        `${origin}/default/system/oauth2/token`,
        { grant_type: "client_credentials", client_id: "bank", ...request },
        { "x-fapi-interaction-id": interactionId },
      );
      const read = tokenAnswer.safeParse(body);
      if (status !== 200 || !read.success) {
        throw new AuthorizationServerUnavailable(`the bank's own token was refused with status ${status}`);
      }
      kept = { token: read.data.access_token, until: Date.now() + (read.data.expires_in - 30) * 1000 };
      return kept.token;
    },
    forget() {
      kept = undefined;
    },
  };
}
