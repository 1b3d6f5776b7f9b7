import "reflect-metadata";
import type { X509Certificate } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import * as x509 from "@peculiar/x509";
import type { Client, Configuration, KoaContextWithOIDC } from "oidc-provider";

/** A certificate as far as its subject is concerned: DER. */
export interface Certificate {
  readonly raw: Uint8Array<ArrayBuffer>;
}

/** The certificate that the caller presented, if our authority issued it. */
export function peerCertificate(request: IncomingMessage): X509Certificate | undefined {
  const { socket } = request;
  return socket instanceof TLSSocket && socket.authorized ? socket.getPeerX509Certificate() : undefined;
}

/**
 * Whether the certificate's subject is this distinguished name (RFC 4514), attribute by attribute: neither order nor
 * spelling of the string counts (RFC 8705 section 2.1.2).
 */
export function hasSubject(certificate: Certificate, distinguishedName: string): boolean {
  const subject = new x509.X509Certificate(certificate.raw).subjectName;
  return attributes(subject) === attributes(new x509.Name(distinguishedName));
}

function attributes(name: x509.Name): string {
  const pairs = name.toJSON().flatMap((set) => Object.entries(set).map(([type, values]) => [type, [...values].sort()]));
  return JSON.stringify(pairs.map((pair) => JSON.stringify(pair)).sort());
}

/**
 * The certificate that may authenticate this client or bind its tokens.
 *
 * The library compares subjects for `tls_client_auth` only; without the check here a `private_key_jwt` client could
 * bind its token to the certificate of someone else.
 */
function clientCertificate(ctx: KoaContextWithOIDC): X509Certificate | undefined {
  const certificate = peerCertificate(ctx.req);
  const client: Client | undefined = ctx.oidc.client;
  const expected = client?.certificate_subject;
  return certificate && typeof expected === "string" && hasSubject(certificate, expected) ? certificate : undefined;
}

/** How the library authenticates clients by certificate, and binds tokens to certificates (RFC 8705). */
export const MUTUAL_TLS = {
  enabled: true,
  tlsClientAuth: true,
  certificateBoundAccessTokens: true,
  getCertificate: clientCertificate,
  certificateAuthorized: (ctx) => peerCertificate(ctx.req) !== undefined,
  certificateSubjectMatches: (ctx, property, expected) => {
    const certificate = peerCertificate(ctx.req);
    return property === "tls_client_auth_subject_dn" && !!certificate && hasSubject(certificate, expected);
  },
} satisfies NonNullable<Configuration["features"]>["mTLS"];
