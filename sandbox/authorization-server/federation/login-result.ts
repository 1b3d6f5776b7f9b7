import * as oidc from "openid-client";
import { type LogInAcr, SCA } from "./log-in-acr.ts";

export interface FederatedLogin {
  readonly subject: string;
  readonly acr: string;
  readonly amr: readonly string[];
  /** Seconds since 1970, as the identity provider said. */
  readonly authTime: number;
}

interface FailedLogin {
  /** The OAuth error for the TPP. */
  readonly error: string;
  readonly description: string;
  /** For our log alone. */
  readonly reason: string;
}

/** How a log-in for one consent ended. */
export type LoginResult = { readonly interactionUid: string; readonly consentId: string } & (
  | { readonly login: FederatedLogin }
  | FailedLogin
);

/** The library has verified the id_token; whether the customer was authenticated well enough is for us to say. */
export function judgeLogin(claims: oidc.IDToken | undefined, asked: LogInAcr): { login: FederatedLogin } | FailedLogin {
  // More than was asked for is enough.
  const acr = [asked, SCA].find((enough) => enough === claims?.acr);
  if (!acr || claims?.auth_time === undefined) {
    return {
      error: "unmet_authentication_requirements",
      description: "the authentication that was asked for was not done",
      reason: `acr ${String(claims?.acr)} for ${asked}, at ${String(claims?.auth_time)}`,
    };
  }
  const amr = Array.isArray(claims.amr) ? claims.amr.map(String) : [];
  return { login: { subject: claims.sub, acr, amr, authTime: claims.auth_time } };
}

/** What the TPP and the log are told of a log-in that came to nothing. */
export function toFailedLogin(error: unknown): FailedLogin {
  const description = "the bank's log-in could not be completed";
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof oidc.AuthorizationResponseError) {
    switch (error.error) {
      case "access_denied":
        return { error: error.error, description: "the customer did not log in", reason };
      case "temporarily_unavailable":
      case "unmet_authentication_requirements":
        return { error: error.error, description, reason };
      default:
        return { error: "server_error", description, reason };
    }
  }
  return { error: "temporarily_unavailable", description, reason };
}
