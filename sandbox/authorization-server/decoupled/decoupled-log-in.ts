import type { Provider } from "oidc-provider";
import type { Logger } from "pino";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import type { LoginResult } from "../federation/login-result.ts";
import { handoffAddress } from "../handoffs/handoff-address.ts";
import { openHandoff } from "../handoffs/handoff-store.ts";
import type { Artifacts } from "../provider/artifacts.ts";
import { answerBackchannel } from "./backchannel.ts";
import { DECOUPLED_PATH } from "./ciba.ts";
import { findDecoupled } from "./decoupled-store.ts";

interface Dependencies {
  readonly provider: Provider;
  readonly sql: Database;
  readonly artifacts: Artifacts;
  readonly consents: Consents;
  readonly issuer: string;
  readonly consentPage: URL;
  readonly log: Logger;
}

/**
 * What follows a log-in for the request of a TPP without a browser: the consent page, with a hand-off like any other.
 * Only the customer whom the TPP asked for gets there. Undefined for a log-in that no such request waits for.
 */
export function createDecoupledLogIn({
  provider,
  sql,
  artifacts,
  consents,
  issuer,
  consentPage,
  log,
}: Dependencies): (result: LoginResult) => Promise<string | undefined> {
  return async (result) => {
    const request = await findDecoupled(sql, { authReqId: result.interactionUid });
    if (!request) return undefined;
    const { authReqId, consentId, linkId } = request;
    const page = `${issuer}${DECOUPLED_PATH}/${linkId}`;
    const consent = await consents.get(consentId);
    if (!request.open || !consent) return page;
    if ("error" in result) {
      const { error, description, reason } = result;
      log.warn({ correlationId: consent.interactionId, error, reason }, "the log-in at the identity provider failed");
      if (error !== "access_denied") return `${page}?after=failure`;
      // As after a redirect: a customer who will not log in refuses.
      await sql.begin((transaction) =>
        artifacts.within(transaction, async () => {
          if (await answerBackchannel(provider, transaction, authReqId, { error, description })) {
            await consents.reject(transaction, consentId, { by: "customer" });
          }
        }),
      );
      return page;
    }
    const { subject, acr, amr, authTime } = result.login;
    if (subject !== request.subject) {
      log.warn({ correlationId: consent.interactionId }, "somebody else opened a customer's link");
      return `${page}?after=another`;
    }
    const { loginId, loginState } = await openHandoff(sql, {
      ...(consent.status !== "awaiting_authorisation" && { reauthorises: consent.revision }),
      interactionUid: authReqId,
      decoupledLink: linkId,
      consentId,
      clientId: request.clientId,
      subject,
      acr,
      amr,
      authTime: new Date(authTime * 1000),
      requestedScopes: request.requestedScopes,
      endsAt: request.expiresAt,
    });
    return handoffAddress(consentPage, loginId, loginState, consent.type);
  };
}
