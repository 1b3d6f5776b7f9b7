import type { JWTVerifyGetKey } from "jose";
import * as oidc from "openid-client";
import { z } from "zod";
import { BankLoginUnavailable } from "~/ports/bank-login";
import { type HttpClient, UpstreamUnavailable } from "../http.server";
import { createPublishedKeys } from "../published-keys.server";
import type { ClientKey } from "./client-key.server";

export interface ProviderSettings {
  readonly issuer: string;
  /** Where it describes itself, as far as this server can reach it. */
  readonly metadataUrl: string;
  readonly clientId: string;
  readonly key: ClientKey;
  /** Without an address of its own: the provider names several. */
  readonly http: HttpClient;
}

/** The identity provider as it describes itself (OpenID Connect Discovery 1.0). */
export interface Provider {
  readonly configuration: oidc.Configuration;
  readonly keys: JWTVerifyGetKey;
}

const described = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

const AN_HOUR = 3_600_000;

/**
 * Asks for the description when it is first needed and again after an hour, so that a new address there needs no restart
 * here, and an identity provider that is away keeps nobody from starting.
 */
export function createProvider(settings: ProviderSettings): () => Promise<Provider> {
  let known: { readonly provider: Provider; readonly until: number } | undefined;
  return async () => {
    if (known && known.until > Date.now()) return known.provider;
    known = { provider: await describe(settings), until: Date.now() + AN_HOUR };
    return known.provider;
  };
}

async function describe({ issuer, metadataUrl, clientId, key, http }: ProviderSettings): Promise<Provider> {
  const { status, json } = await get(http, metadataUrl);
  const read = described.safeParse(json);
  if (status !== 200 || !read.success) throw new BankLoginUnavailable(`the description was answered with ${status}`);
  // Whoever names another issuer could pass its own tokens off as this one's (Discovery 1.0, section 4.3).
  if (read.data.issuer !== issuer) throw new BankLoginUnavailable("the description is of another issuer");
  const configuration = new oidc.Configuration(
    read.data as oidc.ServerMetadata,
    clientId,
    undefined,
    oidc.PrivateKeyJwt(await key()),
  );
  configuration[oidc.customFetch] = fetchThrough(http);
  // Tokens straight from the token endpoint need not be checked (OpenID Connect Core, 3.1.3.7); ours are all the same.
  oidc.enableNonRepudiationChecks(configuration);
  // Only a sandbox has an issuer without TLS: the settings refuse it in production.
  if (issuer.startsWith("http:")) oidc.allowInsecureRequests(configuration);
  return { configuration, keys: keysOf(http, read.data.jwks_uri) };
}

const keysOf = (http: HttpClient, address: string) =>
  createPublishedKeys({ ...http, call: (call) => http.call({ ...call, path: address }) }, new URL(address));

async function get(http: HttpClient, path: string) {
  try {
    return await http.call({ method: "GET", path, correlationId: crypto.randomUUID() });
  } catch (error) {
    if (error instanceof UpstreamUnavailable) throw new BankLoginUnavailable(error.message, { cause: error });
    throw error;
  }
}

/** The library's requests over our own client, with its time-out and breaker. */
const fetchThrough =
  (http: HttpClient): oidc.CustomFetch =>
  async (path, { method, headers, body }) => {
    const answer = await http.call({
      method: method === "POST" ? "POST" : "GET",
      path,
      headers,
      correlationId: crypto.randomUUID(),
      ...(body !== undefined && body !== null && { body: String(body) }),
    });
    const type = answer.header("content-type");
    return new Response(answer.text, {
      status: answer.status,
      headers: type === undefined ? {} : { "content-type": type },
    });
  };
