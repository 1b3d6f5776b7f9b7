import type { Provider } from "oidc-provider";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import type { LoginResult } from "../federation/federation.ts";
import type { Artifacts } from "./artifacts.ts";
import { completeInteraction } from "./interactions.ts";

/**
 * Hands what the bank's identity provider said to the interaction that waits for it. A customer who will not log in
 * refuses, and the consent is rejected.
 *
 * @returns false when the interaction is gone.
 */
export function settleLogin(
  provider: Provider,
  sql: Database,
  artifacts: Artifacts,
  consents: Consents,
  result: LoginResult,
): Promise<boolean> {
  const { interactionUid } = result;
  if ("login" in result) {
    const { subject: accountId, acr, amr, authTime: ts } = result.login;
    return completeInteraction(provider, interactionUid, {
      login: { accountId, acr, amr: [...amr], ts, remember: false },
    });
  }
  const { error, description: error_description } = result;
  return sql.begin((transaction) =>
    artifacts.within(transaction, async () => {
      if (error === "access_denied") await consents.reject(transaction, result.consentId);
      return completeInteraction(provider, interactionUid, { error, error_description });
    }),
  );
}
