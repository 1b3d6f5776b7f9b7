import { clientCredentialsGrant } from "openid-client";
import { kindOf } from "../order/kinds/index.ts";
import { clientConfiguration } from "../protocol/client-configuration.ts";
import { metadataOf, remember, type Walk } from "../runs/walk.ts";

const MARGIN_MS = 30_000;

/** The TPP's own token: the one at hand while it lasts, else a new one, as a step of its own. */
export async function clientToken(walk: Walk): Promise<string> {
  const held = walk.run.secrets.clientToken;
  if (held && held.expiresAt - MARGIN_MS > Date.now()) return held.value;
  const token = await walk.journal.step("clientToken", async (draft) => {
    const configuration = clientConfiguration(walk.identity, metadataOf(walk), draft.fetch);
    const answer = await clientCredentialsGrant(configuration, { scope: kindOf(walk.run.order).scope });
    return { value: answer.access_token, expiresAt: Date.now() + (answer.expires_in ?? 0) * 1000 };
  });
  remember(walk, { clientToken: token });
  return token.value;
}
