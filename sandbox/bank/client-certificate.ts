import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";

export interface ClientCertificate {
  /** The subject's common name. */
  readonly commonName: string;
  /** `x5t#S256`: base64url of the SHA-256 of the DER (RFC 8705 section 3.1). */
  readonly thumbprint: string;
}

/** The certificate of the connection; undefined where there is none or where it does not chain to the sandbox's root. */
export function clientCertificate(request: IncomingMessage): ClientCertificate | undefined {
  const socket = request.socket as TLSSocket;
  if (!socket.authorized) return undefined;
  const certificate = socket.getPeerX509Certificate();
  if (!certificate) return undefined;
  const commonName = /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? "";
  return { commonName, thumbprint: createHash("sha256").update(certificate.raw).digest("base64url") };
}
