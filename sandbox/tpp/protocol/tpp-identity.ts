import { type CryptoKey, importJWK } from "jose";
import { type ClientAuth, PrivateKeyJwt, TlsClientAuth } from "openid-client";
import { Agent } from "undici";
import { TPPS, type Tpp } from "../../personas.ts";
import { signingKey } from "../../pki.ts";
import { tlsIdentity } from "../../service.ts";
import type { TppId } from "../order/order.ts";

/** One of the two TPPs with what it needs to act: its certificate on the wire, and its signing key. */
export interface TppIdentity {
  readonly tpp: Tpp;
  readonly dispatcher: Agent;
  readonly key: CryptoKey;
  readonly kid: string;
  readonly authentication: ClientAuth;
}

export type TppIdentities = Readonly<Record<TppId, TppIdentity>>;

/** Loads both from the PKI folder. */
export async function loadIdentities(pkiFolder: string): Promise<TppIdentities> {
  const loaded = await Promise.all(
    Object.values(TPPS).map(async (tpp) => [tpp.id, await loadIdentity(pkiFolder, tpp)] as const),
  );
  return Object.fromEntries(loaded) as Record<TppId, TppIdentity>;
}

async function loadIdentity(pkiFolder: string, tpp: Tpp): Promise<TppIdentity> {
  const jwk = await signingKey(pkiFolder, tpp.id);
  const key = (await importJWK(jwk, "PS256")) as CryptoKey;
  const kid = jwk.kid ?? tpp.id;
  return {
    tpp,
    dispatcher: new Agent({ connect: tlsIdentity(pkiFolder, tpp.id) }),
    key,
    kid,
    authentication: tpp.authentication === "tls_client_auth" ? TlsClientAuth() : PrivateKeyJwt({ key, kid }),
  };
}
