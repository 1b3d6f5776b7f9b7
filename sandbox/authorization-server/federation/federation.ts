import type { JWK } from "jose";
import * as oidc from "openid-client";
import { Agent, fetch } from "undici";
import type { Database } from "../../database.ts";
import { fingerprint, newSecret } from "../handoffs/secrets.ts";
import { configureIdentityProvider } from "./identity-provider.ts";
import type { LogInAcr } from "./log-in-acr.ts";
import { judgeLogin, type LoginResult, toFailedLogin } from "./login-result.ts";
import { closeLogin, openLogin } from "./login-store.ts";

export interface Federation {
  /** Whether the identity provider answers; a browser that is sent to one that does not cannot come back. */
  isAvailable(): Promise<boolean>;
  /** Begins a log-in. Its address and the cookie go to the browser that started the interaction. */
  begin(
    interactionUid: string,
    consentId: string,
    acr: LogInAcr,
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
}

/**
 * So old an authentication may be, in seconds, that was made for one log-in. What asks for a new one travels by the
 * browser; `auth_time` says whether there was one (OpenID Connect Core, section 3.1.2.1).
 */
const LOGGED_IN_WITHIN = 600;

export const CALLBACK_PATH = "/federation/callback";

/** The authorization server as an OIDC relying party of the bank's identity provider. */
export async function createFederation(settings: FederationSettings): Promise<Federation> {
  const { sql, identityProviderTls, callback } = settings;
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
      } catch {
        return false;
      }
    },

    async begin(interactionUid, consentId, acr, expiresAt) {
      const [state, cookie, nonce] = [newSecret(), newSecret(), newSecret()];
      const codeVerifier = oidc.randomPKCECodeVerifier();
      await openLogin(sql, { state, cookie, interactionUid, consentId, nonce, codeVerifier, acr, expiresAt });
      const address = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: callback,
        scope: "openid",
        acr_values: acr,
        prompt: "login",
        max_age: String(LOGGED_IN_WITHIN),
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
          maxAge: LOGGED_IN_WITHIN,
          idTokenExpected: true,
        });
        return { ...about, ...judgeLogin(tokens.claims(), login.acr) };
      } catch (error) {
        return { ...about, ...toFailedLogin(error) };
      }
    },

    close: () => agent.close(),
  };
}

/** A name for each log-in, so that two tabs of one browser do not take each other's cookie away. */
const cookieName = (state: string) => `federation_${fingerprint(state).toString("hex").slice(0, 16)}`;
