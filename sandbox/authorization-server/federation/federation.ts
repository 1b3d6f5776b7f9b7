import type { JWK } from "jose";
import * as oidc from "openid-client";
import { Agent, fetch } from "undici";
import type { Database } from "../../database.ts";
import { fingerprint, newSecret } from "../handoffs/secrets.ts";
import { configureIdentityProvider } from "./identity-provider.ts";
import { closeLogin, openLogin } from "./login-store.ts";

/** What the bank's identity provider must have done with the customer (strong customer authentication). */
const REQUIRED_ACR = "urn:openbanking:psd2:sca";

export interface FederatedLogin {
  readonly subject: string;
  readonly acr: string;
  readonly amr: readonly string[];
  /** Seconds since 1970, as the identity provider said. */
  readonly authTime: number;
}

export type LoginResult =
  | { readonly interactionUid: string; readonly consentId: string; readonly login: FederatedLogin }
  /** An OAuth error for the TPP. */
  | {
      readonly interactionUid: string;
      readonly consentId: string;
      readonly error: string;
      readonly description: string;
    };

export interface Federation {
  /** Whether the identity provider answers; a browser that is sent to one that does not cannot come back. */
  isAvailable(): Promise<boolean>;
  /** Begins a log-in. Its address and the cookie go to the browser that started the interaction. */
  begin(
    interactionUid: string,
    consentId: string,
    expiresAt: Date,
  ): Promise<{ address: string; cookie: { name: string; value: string; path: string } }>;
  /**
   * Ends a log-in with what the browser brought back.
   *
   * @param cookie reads a cookie of that browser.
   * @returns undefined when this browser did not begin it, or it is over.
   */
  finish(callback: URL, cookie: (name: string) => string | undefined): Promise<LoginResult | undefined>;
  close(): Promise<void>;
}

export interface FederationSettings {
  readonly sql: Database;
  /** Identity provider as browsers see it, and its issuer. */
  readonly identityProvider: string;
  /** Its TLS address for machines. */
  readonly identityProviderTls: string;
  /** PEM of the authority that issued its certificate. */
  readonly ca: string;
  readonly callback: string;
  readonly signingKey: JWK;
  /** Told why a log-in failed; nothing of it reaches the TPP. */
  readonly onFailure: (reason: unknown) => void;
}

export const CALLBACK_PATH = "/federation/callback";

/** The authorization server as an OIDC relying party of the bank's identity provider. */
export async function createFederation(settings: FederationSettings): Promise<Federation> {
  const { sql, identityProviderTls, callback, onFailure } = settings;
  const agent = new Agent({ connect: { ca: settings.ca }, headersTimeout: 5_000, bodyTimeout: 5_000 });
  const provider = await configureIdentityProvider(settings, agent);

  return {
    async isAvailable() {
      try {
        const answer = await fetch(`${identityProviderTls}/healthz`, {
          dispatcher: agent,
          signal: AbortSignal.timeout(2_000),
        });
        await answer.body?.cancel();
        return answer.ok;
      } catch (error) {
        onFailure(error);
        return false;
      }
    },

    async begin(interactionUid, consentId, expiresAt) {
      const [state, cookie, nonce] = [newSecret(), newSecret(), newSecret()];
      const codeVerifier = oidc.randomPKCECodeVerifier();
      await openLogin(sql, { state, cookie, interactionUid, consentId, nonce, codeVerifier, expiresAt });
      const address = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: callback,
        scope: "openid",
        acr_values: REQUIRED_ACR,
        prompt: "login",
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
      });
      return { address: address.href, cookie: { name: cookieName(state), value: cookie, path: CALLBACK_PATH } };
    },

    async finish(url, readCookie) {
      const state = url.searchParams.get("state");
      const cookie = state === null ? undefined : readCookie(cookieName(state));
      const login = state && cookie ? await closeLogin(sql, state, cookie) : undefined;
      if (!state || !login) return undefined;
      const about = { interactionUid: login.interactionUid, consentId: login.consentId };
      try {
        const tokens = await oidc.authorizationCodeGrant(provider, url, {
          expectedState: state,
          expectedNonce: login.nonce,
          pkceCodeVerifier: login.codeVerifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims?.acr !== REQUIRED_ACR) {
          return {
            ...about,
            error: "unmet_authentication_requirements",
            description: "strong authentication was not done",
          };
        }
        const amr = Array.isArray(claims.amr) ? claims.amr.map(String) : [];
        const authTime = claims.auth_time ?? claims.iat;
        return { ...about, login: { subject: claims.sub, acr: REQUIRED_ACR, amr, authTime } };
      } catch (error) {
        onFailure(error);
        return { ...about, ...toOAuthError(error) };
      }
    },

    close: () => agent.close(),
  };
}

/** A name for each log-in, so that two tabs of one browser do not take each other's cookie away. */
const cookieName = (state: string) => `federation_${fingerprint(state).toString("hex").slice(0, 16)}`;

function toOAuthError(error: unknown): { error: string; description: string } {
  if (error instanceof oidc.AuthorizationResponseError) {
    switch (error.error) {
      case "access_denied":
        return { error: "access_denied", description: "the customer did not log in" };
      case "temporarily_unavailable":
      case "unmet_authentication_requirements":
        return { error: error.error, description: "the bank's log-in could not be completed" };
    }
    return { error: "server_error", description: "the bank's log-in could not be completed" };
  }
  return { error: "temporarily_unavailable", description: "the bank's log-in could not be completed" };
}
