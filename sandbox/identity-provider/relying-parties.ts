import type { ClientMetadata } from "oidc-provider";
import { publicSigningKey } from "../pki.ts";
import type { Topology } from "../topology.ts";

/** Who may send customers here to sign in. */
export async function relyingParties({ issuer, appOrigin, pkiFolder }: Topology): Promise<ClientMetadata[]> {
  return [
    {
      client_id: "assent",
      redirect_uris: [`${appOrigin}/dashboard/log-in/callback`],
      backchannel_logout_uri: `${appOrigin}/api/v1/customer-log-outs`,
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "PS256",
      jwks: { keys: [await publicSigningKey(pkiFolder, "app-log-in")] },
    } as ClientMetadata,
    {
      client_id: "authorization-server",
      redirect_uris: [`${issuer}/federation/callback`],
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "PS256",
      jwks: { keys: [await publicSigningKey(pkiFolder, "authorization-server")] },
    } as ClientMetadata,
  ];
}

/** Who may send staff here to sign in. */
export async function staffRelyingParties({ appOrigin, pkiFolder }: Topology): Promise<ClientMetadata[]> {
  return [
    {
      client_id: "assent-staff",
      redirect_uris: [`${appOrigin}/admin/log-in/callback`],
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "PS256",
      jwks: { keys: [await publicSigningKey(pkiFolder, "app-staff-log-in")] },
    } as ClientMetadata,
  ];
}
