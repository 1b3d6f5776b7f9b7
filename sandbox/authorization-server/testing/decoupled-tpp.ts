import { randomUUID } from "node:crypto";
import { importJWK, type JWTPayload, SignJWT } from "jose";
import { signingKey } from "../../pki.ts";
import { tlsIdentity } from "../../service.ts";
import type { Topology } from "../../topology.ts";
import { createMachine } from "./machine.ts";

/** A TPP without a browser: signs a request, sends it, and asks for the answer (OpenID CIBA Core). */
export async function createDecoupledTpp(
  { pkiFolder, issuer, authorizationServerMtls: server }: Topology,
  clientId: "tpp-beacon" | "tpp-tallybook" = "tpp-beacon",
) {
  const identity = tlsIdentity(pkiFolder, clientId);
  const machine = createMachine(identity.ca, identity);
  const jwk = await signingKey(pkiFolder, clientId);
  const key = await importJWK(jwk, "PS256");
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: "PS256", kid: jwk.kid as string }).sign(key);
  /** How Tallybook proves who it is (RFC 7523); Beacon does by its certificate. */
  const proof = async (): Promise<Record<string, string>> => {
    if (clientId === "tpp-beacon") return {};
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: clientId, sub: clientId, aud: issuer, iat: now, exp: now + 60, jti: randomUUID() };
    return {
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await sign(claims),
    };
  };
  return {
    machine,
    /** @param change members of the signed request that differ; undefined leaves one out. */
    async ask(consentId: string, change: Record<string, unknown> = {}) {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: clientId,
        aud: issuer,
        iat: now,
        nbf: now,
        exp: now + 300,
        jti: randomUUID(),
        scope: "openid accounts",
        "openbanking-intent-id": consentId,
        binding_message: "K7-42",
        ...change,
      };
      const request = await sign(claims);
      return machine.post(`${server}/oauth2/bc-authorize`, { client_id: clientId, request, ...(await proof()) });
    },
    /** Asks whether there is an answer. */
    poll: async (authReqId: string) =>
      machine.post(`${server}/oauth2/token`, {
        client_id: clientId,
        grant_type: "urn:openid:params:grant-type:ciba",
        auth_req_id: authReqId,
        ...(await proof()),
      }),
    close: () => machine.close(),
  };
}

export type DecoupledTpp = Awaited<ReturnType<typeof createDecoupledTpp>>;
