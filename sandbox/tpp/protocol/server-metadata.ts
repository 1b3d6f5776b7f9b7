import type { JSONWebKeySet } from "jose";
import type { CustomFetch } from "openid-client";
import { z } from "zod";
import { StepFault } from "../runs/step-fault.ts";
import { readDocument, readKeys } from "./published-document.ts";

/** What this client uses of the authorization server's metadata (OpenID Connect Discovery 1.0, RFC 8414). */
export interface ServerMetadata {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly parEndpoint: string;
  readonly backchannelEndpoint: string;
  readonly jwksUri: string;
  /** The keys behind `jwksUri` when the run began. */
  readonly keys: JSONWebKeySet;
  /** RFC 9207: every answer names its issuer. */
  readonly answersNameIssuer: boolean;
}

const published = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url({ protocol: /^https$/ }),
  pushed_authorization_request_endpoint: z.url({ protocol: /^https$/ }),
  backchannel_authentication_endpoint: z.url({ protocol: /^https$/ }),
  jwks_uri: z.url(),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});

/**
 * Asks the listener for machines what the server offers.
 *
 * The issuer is a plain-http loopback name that browsers resolve and Node does not; so the document and the keys are
 * taken from the TLS listener, and the document must still name exactly the issuer we expect (RFC 8414 section 3.3).
 *
 * @throws StepFault saying what is wrong with the document.
 */
export async function discover(fetch: CustomFetch, tlsOrigin: string, issuer: string): Promise<ServerMetadata> {
  const document = await readDocument(fetch, `${tlsOrigin}/.well-known/openid-configuration`, published);
  if (document.issuer !== issuer) throw new StepFault("The discovery document names another issuer.");
  const jwksUri = tlsOrigin + new URL(document.jwks_uri).pathname;
  return {
    issuer,
    authorizationEndpoint: document.authorization_endpoint,
    tokenEndpoint: document.token_endpoint,
    parEndpoint: document.pushed_authorization_request_endpoint,
    backchannelEndpoint: document.backchannel_authentication_endpoint,
    jwksUri,
    keys: await readKeys(fetch, jwksUri),
    answersNameIssuer: document.authorization_response_iss_parameter_supported,
  };
}
