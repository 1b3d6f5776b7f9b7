import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import { signingKey } from "../../pki.ts";
import { tlsIdentity } from "../../service.ts";
import type { Topology } from "../../topology.ts";
import { createMachine } from "./machine.ts";

/** Beacon without a browser: signs a request, sends it, and asks for the answer (OpenID CIBA Core). */
export async function createDecoupledTpp({ pkiFolder, issuer, authorizationServerMtls: server }: Topology) {
  const clientId = "tpp-beacon";
  const identity = tlsIdentity(pkiFolder, clientId);
  const machine = createMachine(identity.ca, identity);
  const jwk = await signingKey(pkiFolder, clientId);
  const key = await importJWK(jwk, "PS256");
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
      const request = await new SignJWT(claims).setProtectedHeader({ alg: "PS256", kid: jwk.kid as string }).sign(key);
      return machine.post(`${server}/oauth2/bc-authorize`, { client_id: clientId, request });
    },
    /** Asks whether there is an answer. */
    poll: (authReqId: string) =>
      machine.post(`${server}/oauth2/token`, {
        client_id: clientId,
        grant_type: "urn:openid:params:grant-type:ciba",
        auth_req_id: authReqId,
      }),
    close: () => machine.close(),
  };
}

export type DecoupledTpp = Awaited<ReturnType<typeof createDecoupledTpp>>;
