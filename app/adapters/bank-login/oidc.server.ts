import * as oidc from "openid-client";
import { SKEW_MS } from "~/domain/factor/factor-policy";
import { asCustomerId } from "~/domain/shared/ids";
import { type BankLogin, BankLoginUnavailable, type LogInAnswer } from "~/ports/bank-login";
import { createHttpClient, type Upstream, UpstreamUnavailable } from "../http.server";
import { readLogoutToken } from "./logout-token.server";
import { createProvider, type ProviderSettings } from "./provider.server";

interface Settings extends Omit<ProviderSettings, "http">, Pick<Upstream, "tls" | "timeoutMs"> {
  /** Where the browser comes back to. */
  readonly returnTo: string;
  /** How strongly customers must be authenticated. */
  readonly acr: string;
  /** The database's clock. */
  readonly now: () => Promise<Date>;
}

/**
 * So long the way there and back may take. An older authentication is somebody's who may have left the screen by now:
 * `prompt=login` asks for a new one, and `auth_time` proves that there was one (OpenID Connect Core, 3.1.2.1).
 */
const LOG_IN_SECONDS = 600;

/** What a provider answers when it is the one who cannot (RFC 6749, section 4.1.2.1). */
const AWAY = ["server_error", "temporarily_unavailable"];

/** The customers' log-in. */
export const createOidcBankLogin = (settings: Settings): BankLogin & { close(): Promise<void> } =>
  createOidcLogin(settings, ({ sub }) => ({ customer: asCustomerId(sub) }));

/**
 * A log-in by OpenID Connect: code flow, PKCE, state, nonce, `iss`, private_key_jwt.
 *
 * @param whoIs what is known of somebody by their claims; undefined when that is not enough.
 */
export function createOidcLogin<Who extends object>(
  settings: Settings,
  whoIs: (claims: oidc.IDToken) => Who | undefined,
): BankLogin<Who> & { close(): Promise<void> } {
  const { returnTo, acr, issuer, clientId, now, tls, timeoutMs } = settings;
  const http = createHttpClient({ baseUrl: "", tls, timeoutMs });
  const provider = createProvider({ ...settings, http });
  return {
    close: () => http.close(),
    async begin(language, asked = acr) {
      const { configuration } = await provider();
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: returnTo,
        scope: "openid",
        prompt: "login",
        max_age: String(LOG_IN_SECONDS),
        ui_locales: language,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
        acr_values: asked,
      });
      return { address, attempt: { ...attempt, acr: asked } };
    },

    async complete(answer, { state, nonce, verifier, acr: asked }) {
      const { configuration } = await provider();
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          maxAge: LOG_IN_SECONDS,
          idTokenExpected: true,
        });
        return whoLoggedIn(tokens.claims(), { acr: asked, now: await now() }, whoIs);
      } catch (error) {
        return outcomeOf(error);
      }
    },

    async readLogOut(token) {
      const { keys } = await provider();
      return readLogoutToken(token, { issuer, audience: clientId, keys, now: await now() }).catch((error: unknown) => {
        throw error instanceof UpstreamUnavailable ? new BankLoginUnavailable(error.message, { cause: error }) : error;
      });
    },
  };
}

function whoLoggedIn<Who extends object>(
  claims: oidc.IDToken | undefined,
  { acr, now }: { readonly acr: string; readonly now: Date },
  whoIs: (claims: oidc.IDToken) => Who | undefined,
): LogInAnswer<Who> {
  if (!claims) return { is: "not-believed", why: "no id_token" };
  // The library compares everything but these: of auth_time it holds only that it is there and not too old.
  if (claims["acr"] !== acr) return { is: "not-believed", why: "acr" };
  const { sid, auth_time: seconds } = claims;
  const authTime = new Date(Number(seconds) * 1_000);
  if (!(authTime.getTime() - now.getTime() <= SKEW_MS)) return { is: "not-believed", why: "auth_time" };
  const who = whoIs(claims);
  if (!who) return { is: "not-believed", why: "claims" };
  return {
    is: "logged-in",
    ...who,
    acr,
    authTime,
    ...(typeof sid === "string" && { bankSession: sid }),
  };
}

/** @throws BankLoginUnavailable, or the error itself when it is a mistake of ours */
function outcomeOf(error: unknown): Exclude<LogInAnswer<object>, { is: "logged-in" }> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof UpstreamUnavailable) throw new BankLoginUnavailable(cause.message, { cause });
  }
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    if (AWAY.includes(error.error)) throw new BankLoginUnavailable(`the provider answered ${error.error}`);
    return error.error === "access_denied" ? { is: "cancelled" } : { is: "not-believed", why: error.error };
  }
  if (error instanceof oidc.ClientError) return { is: "not-believed", why: error.code ?? "unknown failure" };
  throw error;
}
