import { CERTIFICATE_SUBJECTS } from "../pki.ts";
import type { Operation } from "./internal-api/internal-api-deps.ts";
import { type Certificate, hasSubject } from "./provider/certificates.ts";

/** Who may call the internal listener, and what for: the consent app, and the gateway that places orders. */
const ALLOWED: Readonly<Record<string, readonly Operation[]>> = {
  [CERTIFICATE_SUBJECTS.app]: ["consent_page", "management", "view", "clients"],
  [CERTIFICATE_SUBJECTS.bank]: ["view", "consume"],
};

/** What the holder of a certificate, which our authority issued, may do. Undefined for everyone who is not listed. */
export function allowedOperations(certificate: Certificate): readonly Operation[] | undefined {
  return Object.entries(ALLOWED).find(([subject]) => hasSubject(certificate, subject))?.[1];
}
