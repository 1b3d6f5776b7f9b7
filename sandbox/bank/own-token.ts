import { z } from "zod";
import { type AuthorizationServerConnection, AuthorizationServerUnavailable } from "./authorization-server.ts";

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/**
 * An access token of the bank's own (RFC 6749 section 4.4), kept until shortly before it expires. From the half of its
 * life on another one is asked for, so that there is one for as long again when the authorization server goes away.
 */
export interface OwnToken {
  /** @throws AuthorizationServerUnavailable when there is none */
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
  let kept: { token: string; half: number; until: number } | undefined;
  let renewing = false;

  const renew = async (interactionId: string): Promise<string> => {
    const { status, body } = await connection.post(
      `${origin}/default/system/oauth2/token`,
      { grant_type: "client_credentials", client_id: "bank", ...request },
      { "x-fapi-interaction-id": interactionId },
    );
    const read = tokenAnswer.safeParse(body);
    if (status !== 200 || !read.success) {
      throw new AuthorizationServerUnavailable(`the bank's own token was refused with status ${status}`);
    }
    const { access_token: token, expires_in: seconds } = read.data;
    kept = { token, half: Date.now() + seconds * 500, until: Date.now() + (seconds - 30) * 1_000 };
    return token;
  };

  return {
    async current(interactionId) {
      if (!kept || kept.until <= Date.now()) return renew(interactionId);
      // Nobody waits for it: the one that is held is good.
      if (kept.half <= Date.now() && !renewing) {
        renewing = true;
        void renew(interactionId)
          .catch(() => {})
          .finally(() => {
            renewing = false;
          });
      }
      return kept.token;
    },
    forget() {
      kept = undefined;
    },
  };
}
