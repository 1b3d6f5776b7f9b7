import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { type HttpClient, UpstreamUnavailable } from "./http.server";

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/**
 * The public keys of a system behind mutual TLS: fetched when first needed, and again for an unknown one, at most once a
 * minute, so that no stranger's token makes us ask for more.
 *
 * @param http a client of that very address.
 * @throws UpstreamUnavailable from the function, when a key is needed and cannot be had
 */
export function createPublishedKeys(http: HttpClient, address: URL): JWTVerifyGetKey {
  const fetchKeys = async (): Promise<Response> => {
    const { status, json } = await http.call({ method: "GET", path: "", correlationId: crypto.randomUUID() });
    if (status === 200 && keySet.safeParse(json).success) return Response.json(json);
    throw new UpstreamUnavailable(`the keys were answered with ${status}`);
  };
  return createRemoteJWKSet(address, {
    [customFetch]: fetchKeys,
    cooldownDuration: 60_000,
    cacheMaxAge: Number.POSITIVE_INFINITY,
  });
}
