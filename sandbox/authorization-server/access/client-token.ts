import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { PeerCertificate, TLSSocket } from "node:tls";

/** A live token that a client got for itself (client credentials), as the OAuth library knows it. */
export interface ClientToken {
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
  /** SHA-256 thumbprint of the certificate it is bound to, base64url (RFC 8705 section 3.1). */
  readonly x5tS256?: string;
}

/** Looks a bearer token up; undefined when it is unknown, expired or ended. */
export type FindToken = (bearer: string) => Promise<ClientToken | undefined>;

/** The client certificate of the connection, when it has one and this server's root vouches for it. */
export function presentedCertificate(request: IncomingMessage): PeerCertificate | undefined {
  const socket = request.socket as Partial<TLSSocket>;
  const certificate = socket.authorized ? socket.getPeerCertificate?.() : undefined;
  return certificate?.raw ? certificate : undefined;
}

/**
 * The token in the `Authorization` header, when it lives and was issued to the certificate of this very connection
 * (RFC 8705 section 3): a stolen token is of no use without the key. A token bound to nothing is not accepted.
 */
export async function presentedToken(request: IncomingMessage, findToken: FindToken): Promise<ClientToken | undefined> {
  const bearer = /^Bearer ([\w\-.~+/]+=*)$/i.exec(request.headers.authorization ?? "")?.[1];
  const certificate = presentedCertificate(request);
  if (!bearer || !certificate) return undefined;
  const token = await findToken(bearer);
  const thumbprint = createHash("sha256").update(certificate.raw).digest("base64url");
  return token?.x5tS256 === thumbprint ? token : undefined;
}
