import { type CompactVerifyGetKey, compactVerify, errors } from "jose";
import { z } from "zod";
import { asClientId } from "~/domain/shared/ids";
import type { AppRole } from "~/domain/tpp/app-facts";
import { BELIEVED_DAYS } from "~/domain/tpp/register-word";
import type { RegisterStatement } from "~/domain/tpp/registration";
import { type RefusedStatement, type TppRegister, TppRegisterUnavailable } from "~/ports/tpp-register";
import { createHttpClient, type Upstream, UpstreamUnavailable } from "../http.server";
import { createPublishedKeys } from "../published-keys.server";

export interface SignedRegisterSettings extends Upstream {
  /** `iss` of the statements. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** The database's clock. */
  readonly now: () => Promise<Date>;
}

/** A statement is signed anew each day; one that is older than this is somebody's copy. */
const LONGEST_MS = BELIEVED_DAYS * 86_400_000;
const CLOCKS_APART_MS = 60_000;
/** What one statement may be, and how many there are, beyond all registers. */
const MOST = 10_000;

const listing = z.object({ statements: z.array(z.string().max(64_000)).max(MOST) });

const ROLES: Readonly<Record<string, AppRole>> = {
  AISP: "account-information",
  PISP: "payment-initiation",
  CBPII: "funds-confirmation",
};

const text = z.string().max(2_000);
const certificate = z.object({
  use: z.enum(["transport", "signing"]),
  "x5t#S256": z.string().max(100),
  subject: text,
  not_before: z.iso.datetime({ offset: true }),
  not_after: z.iso.datetime({ offset: true }),
});

/** The claims of a UK software statement, and its certificates. */
const softwareStatement = z.object({
  iss: z.string(),
  iat: z.number().int(),
  software_client_id: z.string().min(1).max(200),
  software_client_name: text.optional(),
  software_client_uri: text.optional(),
  software_policy_uri: text.optional(),
  software_tos_uri: text.optional(),
  software_contacts: z.array(text).max(50).default([]),
  // What a firm may ask for hangs on it: a statement that leaves it out is no word that all was taken.
  software_roles: z.array(z.string()),
  software_certificates: z.array(certificate).max(100).default([]),
  org_id: text.optional(),
  org_name: text.optional(),
  org_status: z.string(),
});

/** A register that publishes signed software statements, in the manner of the UK directory. */
export function createSignedRegister(settings: SignedRegisterSettings): TppRegister & { close(): Promise<void> } {
  const http = createHttpClient(settings);
  const jwks = createHttpClient({ ...settings, baseUrl: settings.jwksUrl });
  const keys = createPublishedKeys(jwks, new URL(settings.jwksUrl)) as CompactVerifyGetKey;

  return {
    async read(correlationId) {
      try {
        const { status, json } = await http.call({ method: "GET", path: "/register", correlationId });
        const listed = listing.safeParse(json);
        if (status !== 200 || !listed.success) throw new TppRegisterUnavailable(`the register answered ${status}`);
        const now = await settings.now();
        const read = await Promise.all(
          listed.data.statements.map((signed) => readStatement(signed, { keys, issuer: settings.issuer, now })),
        );
        return {
          statements: read.filter((each) => "clientId" in each),
          refused: read.filter((each) => "because" in each),
        };
      } catch (error) {
        if (error instanceof UpstreamUnavailable) throw new TppRegisterUnavailable(error.message, { cause: error });
        throw error;
      }
    },
    close: async () => {
      await Promise.all([http.close(), jwks.close()]);
    },
  };
}

interface Believed {
  readonly keys: CompactVerifyGetKey;
  readonly issuer: string;
  readonly now: Date;
}

/** @throws UpstreamUnavailable when a key is needed and cannot be had */
async function readStatement(
  signed: string,
  { keys, issuer, now }: Believed,
): Promise<RegisterStatement | RefusedStatement> {
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(signed, keys, { algorithms: ["PS256"] }));
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { because: "signature" };
    throw error;
  }
  const claims = softwareStatement.safeParse(jsonOf(payload)).data;
  if (!claims || claims.iss !== issuer) return { because: "content" };
  const signedAt = new Date(claims.iat * 1_000);
  const age = now.getTime() - signedAt.getTime();
  if (age > LONGEST_MS || age < -CLOCKS_APART_MS) return { because: "too-old", claims: claims.software_client_id };
  return statementOf(claims, signedAt);
}

function statementOf(claims: z.output<typeof softwareStatement>, signedAt: Date): RegisterStatement {
  const optional = {
    legalName: claims.org_name,
    organisationId: claims.org_id,
    website: claims.software_client_uri,
    policy: claims.software_policy_uri,
    terms: claims.software_tos_uri,
  };
  return {
    clientId: asClientId(claims.software_client_id),
    name: claims.software_client_name,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<
      Record<keyof typeof optional, string>
    >),
    // Whatever word it has for what is not active, it lets the firm do nothing.
    standing: claims.org_status.trim().toLowerCase() === "active" ? "active" : "barred",
    roles: claims.software_roles.flatMap((role) => ROLES[role] ?? []),
    contacts: claims.software_contacts,
    certificates: claims.software_certificates.map((each) => ({
      use: each.use,
      thumbprint: each["x5t#S256"],
      subject: each.subject,
      notBefore: new Date(each.not_before),
      notAfter: new Date(each.not_after),
    })),
    signedAt,
  };
}

function jsonOf(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return undefined;
  }
}
