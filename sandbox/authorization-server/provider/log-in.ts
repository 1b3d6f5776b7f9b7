import type { Provider } from "oidc-provider";
import type { Logger } from "pino";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import type { LoginResult } from "../federation/login-result.ts";
import type { Artifacts } from "./artifacts.ts";
import { completeInteraction } from "./interactions.ts";

interface Dependencies {
  readonly provider: Provider;
  readonly sql: Database;
  readonly artifacts: Artifacts;
  readonly consents: Consents;
  readonly log: Logger;
}

/**
 * Hands what the bank's identity provider said to the interaction that waits for it; answers false when that is gone.
 * A customer who will not log in refuses, and the consent is rejected. A bank that cannot log him in leaves it waiting.
 */
export function createLoginSettlement({ provider, sql, artifacts, consents, log }: Dependencies) {
  return async (result: LoginResult): Promise<boolean> => {
    const { interactionUid, consentId } = result;
    if ("login" in result) {
      const { subject: accountId, acr, amr, authTime: ts } = result.login;
      const login = { accountId, acr, amr: [...amr], ts, remember: false };
      return completeInteraction(provider, interactionUid, { login });
    }
    const { error, description: error_description, reason } = result;
    const correlationId = (await consents.get(consentId))?.interactionId;
    log.warn({ correlationId, error, reason }, "the log-in at the identity provider failed");
    return sql.begin((transaction) =>
      artifacts.within(transaction, async () => {
        if (error === "access_denied") await consents.reject(transaction, consentId, { by: "customer" });
        return completeInteraction(provider, interactionUid, { error, error_description });
      }),
    );
  };
}
