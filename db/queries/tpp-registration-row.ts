import { sql } from "drizzle-orm";
import { asClientId } from "~/domain/shared/ids";
import type { AppRole, RegisteredApp } from "~/domain/tpp/app-facts";
import type { RegisterStatement, Registration, Standing } from "~/domain/tpp/registration";
import { ms } from "./registered-consent-row";

/** Times are written as texts in JSON. */
interface WrittenStatement extends Omit<RegisterStatement, "signedAt" | "certificates"> {
  readonly signedAt: string;
  readonly certificates: readonly (Omit<RegisterStatement["certificates"][number], "notBefore" | "notAfter"> & {
    readonly notBefore: string;
    readonly notAfter: string;
  })[];
}

export interface RegistrationRow extends Record<string, unknown> {
  readonly client_id: string;
  readonly name: string;
  readonly register: WrittenStatement | null;
  readonly in_register_ms: string | null;
  readonly authority: RegisteredApp | null;
  readonly authority_ms: string | null;
  readonly standing: Standing;
  readonly roles: readonly AppRole[];
  readonly certificates_ms: string | null;
}

export const REGISTRATION = sql`registration.client_id, registration.name, registration.register,
  ${ms(sql`registration.in_register_at`)} as in_register_ms, registration.authority,
  ${ms(sql`registration.authority_at`)} as authority_ms, registration.standing, registration.roles,
  ${ms(sql`registration.certificates_end_at`)} as certificates_ms`;

export const momentOf = (ms: string | null): Date | undefined => (ms === null ? undefined : new Date(Number(ms)));

export function registrationOf(row: RegistrationRow): Registration {
  const [inRegisterAt, authorityAt] = [momentOf(row.in_register_ms), momentOf(row.authority_ms)];
  return {
    clientId: asClientId(row.client_id),
    name: row.name,
    ...(row.register && { register: statementOf(row.register) }),
    ...(inRegisterAt && { inRegisterAt }),
    ...(row.authority && { authority: row.authority }),
    ...(authorityAt && { authorityAt }),
  };
}

const statementOf = (written: WrittenStatement): RegisterStatement => ({
  ...written,
  signedAt: new Date(written.signedAt),
  certificates: written.certificates.map((each) => ({
    ...each,
    notBefore: new Date(each.notBefore),
    notAfter: new Date(each.notAfter),
  })),
});

const HALVES = /\p{Cs}/gu;

/** The database takes no NUL and no half of a character (jsonb); one firm's text must not keep out the others'. */
export const storable = (value: object): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === "string" ? each.replaceAll("\u0000", "").replace(HALVES, "") : each,
  );
