import { randomUUID } from "node:crypto";
import { CompactSign, importJWK, type JWK } from "jose";
import { certificateOf, type Entry } from "./entries.ts";

const DAY_MS = 86_400_000;

interface Signing {
  readonly issuer: string;
  readonly key: JWK;
  readonly pkiFolder: string;
}

/** Signs what the register says of one firm: a software statement of the UK directory, and the firm's certificates. */
export async function signStatement(
  { tpp, status, roles, certificateDays }: Entry,
  { issuer, key, pkiFolder }: Signing,
): Promise<string> {
  const { thumbprint, subject, notBefore, notAfter } = certificateOf(pkiFolder, tpp.id);
  const ends = certificateDays === undefined ? notAfter : new Date(Date.now() + certificateDays * DAY_MS);
  const claims = {
    iss: issuer,
    iat: Math.floor(Date.now() / 1_000),
    jti: randomUUID(),
    software_client_id: tpp.id,
    software_client_name: tpp.name,
    software_client_uri: tpp.website,
    software_policy_uri: tpp.policy,
    software_tos_uri: tpp.terms,
    software_contacts: tpp.contacts,
    software_roles: roles,
    software_certificates: [
      {
        use: "transport",
        "x5t#S256": thumbprint,
        subject,
        not_before: notBefore.toISOString(),
        not_after: ends.toISOString(),
      },
    ],
    org_id: tpp.organisationId,
    org_name: tpp.legalName,
    org_status: status,
  };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "PS256", typ: "JWT", ...(key.kid !== undefined && { kid: key.kid }) })
    .sign(await importJWK(key, "PS256"));
}
