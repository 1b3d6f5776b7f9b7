import { authorizationCodeGrant } from "openid-client";
import type { AuthorizationAnswer } from "../protocol/authorization-answer.ts";
import { intentCheck } from "../protocol/check-answer.ts";
import { clientConfiguration } from "../protocol/client-configuration.ts";
import { StepFault } from "../runs/step-fault.ts";
import { metadataOf, redirectUri, remember, required, type Walk } from "../runs/walk.ts";

/** Redeems the code. The library validates the whole answer a second time on the way, and decides. */
export async function exchangeCode(walk: Walk, answer: AuthorizationAnswer): Promise<void> {
  const accessToken = await walk.journal.step("accessToken", async (draft) => {
    const { state, nonce, codeVerifier } = walk.run.secrets;
    const address = new URL(redirectUri(walk));
    const parameters = new URLSearchParams(answer.parameters).toString();
    if (walk.identity.tpp.profile === "fapi2") address.search = parameters;
    else address.hash = parameters;
    const tokens = await authorizationCodeGrant(
      clientConfiguration(walk.identity, metadataOf(walk), draft.fetch),
      address,
      {
        expectedState: required(state, "state"),
        expectedNonce: required(nonce, "nonce"),
        ...(codeVerifier ? { pkceCodeVerifier: codeVerifier } : {}),
      },
    );
    const claims: Readonly<Record<string, unknown>> = tokens.claims() ?? {};
    draft.documents.push({ name: "id_token", claims });
    draft.checks.push(
      { name: "id_token repeats our nonce", passed: claims.nonce === nonce, clause: "OIDC Core §3.1.3.7" },
      intentCheck(claims, required(walk.run.consentId, "consent id")),
      { name: "expires_in is given", passed: tokens.expires_in !== undefined, clause: "UK security profile" },
    );
    if (draft.checks.some((check) => !check.passed))
      throw new StepFault("The token is not for this consent; it was not used.");
    return tokens.access_token;
  });
  remember(walk, { accessToken });
  walk.run = { ...walk.run, phase: "authorised" };
}
