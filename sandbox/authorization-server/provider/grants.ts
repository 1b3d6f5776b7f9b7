import type { Provider } from "oidc-provider";
import type { Database } from "../../database.ts";
import { type ConsentType, isLasting } from "../consents/consent-kinds.ts";
import type { Transaction } from "../consents/transaction.ts";
import { answerBackchannel } from "../decoupled/backchannel.ts";
import type { StoredHandoff } from "../handoffs/handoff-store.ts";
import type { OAuthSide } from "../handoffs/handoffs.ts";
import type { Artifacts } from "./artifacts.ts";
import { INTENT_CLAIM } from "./intent-reference.ts";
import { completeInteraction, forgetLogin } from "./interactions.ts";
import { OPEN_BANKING_API } from "./scopes.ts";

/** An account-access consent without `ExpirationDateTime` is open-ended; the library wants a number of seconds. */
const OPEN_ENDED = 10 * 365 * 24 * 60 * 60;

/** Whether the grant is of a consent that is used again and again, so that its TPP needs tokens for as long. */
export async function isLastingGrant(sql: Database, grantId: string | undefined): Promise<boolean> {
  const [row] = await sql<{ type: ConsentType }[]>`
    select type from consent join consent_grant on consent_grant.consent_id = consent.id
    where grant_id = ${grantId ?? ""}`;
  return row !== undefined && isLasting(row.type);
}

/** Turns decisions into grants: one for each consent, with exactly the scopes that were granted. */
export function createOAuthSide(provider: Provider, artifacts: Artifacts): OAuthSide {
  async function saveGrant(
    transaction: Transaction,
    handoff: StoredHandoff,
    grantedScopes: readonly string[],
  ): Promise<string> {
    const { clientId, subject: accountId, requestedScopes } = handoff;
    const grant = new provider.Grant({ accountId, clientId });
    // In the transaction: as many decisions as the pool has connections would otherwise wait for one more, for ever.
    const [consent] = await transaction<{ expiresAt: Date | null }[]>`
      select expires_at as "expiresAt" from consent where id = ${handoff.consentId}`;
    const expiresAt = consent?.expiresAt;
    grant.exp = Math.floor((expiresAt?.getTime() ?? Date.now() + OPEN_ENDED * 1000) / 1000);
    grant.addOIDCScope("openid");
    // Unless every requested claim and scope is either granted or rejected, the library asks for consent again.
    grant.addOIDCClaims([INTENT_CLAIM, "acr", "auth_time"]);
    for (const scope of requestedScopes.filter((name) => name !== "openid")) {
      if (grantedScopes.includes(scope)) grant.addResourceScope(OPEN_BANKING_API, scope);
      else grant.rejectResourceScope(OPEN_BANKING_API, scope);
    }
    return grant.save();
  }

  return {
    accepted: (transaction, handoff, decision) =>
      artifacts.within(transaction, async () => {
        const grantId = await saveGrant(transaction, handoff, decision.grantedScopes);
        await transaction`insert into consent_grant (grant_id, consent_id) values (${grantId}, ${handoff.consentId})`;
        const { subject: accountId } = handoff;
        if (handoff.decoupledLink !== undefined) {
          const loggedIn = { ...handoff, authTime: Math.floor(handoff.authTime.getTime() / 1000) };
          const authentication = decision.authentication ?? loggedIn;
          return answerBackchannel(provider, transaction, handoff.interactionUid, { grantId, authentication });
        }
        const { acr, amr, authTime: ts } = decision.authentication ?? {};
        return completeInteraction(provider, handoff.interactionUid, {
          consent: { grantId },
          ...(acr && { login: { accountId, acr, amr: [...(amr ?? [])], ts, remember: false } }),
        });
      }),
    rejected: (transaction, handoff, { error, description }) =>
      artifacts.within(transaction, () =>
        handoff.decoupledLink === undefined
          ? completeInteraction(provider, handoff.interactionUid, {
              error,
              ...(description !== undefined && { error_description: description }),
            })
          : answerBackchannel(provider, transaction, handoff.interactionUid, {
              error,
              ...(description !== undefined && { description }),
            }),
      ),
    loginForgotten: (transaction, handoff) =>
      artifacts.within(transaction, async () =>
        // The customer's link asks for a log-in each time that it is opened.
        handoff.decoupledLink === undefined ? forgetLogin(provider, handoff.interactionUid) : true,
      ),
  };
}
