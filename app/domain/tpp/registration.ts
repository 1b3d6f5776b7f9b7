import type { ClientId } from "../shared/ids";
import type { AppRole, RegisteredApp } from "./app-facts";

/** A certificate of an app, as its register has it. */
export interface AppCertificate {
  readonly use: "transport" | "signing";
  /** SHA-256 of it (RFC 8705 section 3.1), which names it. */
  readonly thumbprint: string;
  readonly subject: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** An app as its register vouches for it. Every text is hostile. */
export interface RegisterStatement extends Omit<RegisteredApp, "standing"> {
  readonly standing: "active" | "barred";
  readonly certificates: readonly AppCertificate[];
  readonly signedAt: Date;
}

/** What is known of one app: of its register, and of the authorization server. */
export interface Registration {
  readonly clientId: ClientId;
  readonly name: string;
  readonly register?: RegisterStatement;
  /** When it was last in the register. */
  readonly inRegisterAt?: Date;
  readonly authority?: RegisteredApp;
  readonly authorityAt?: Date;
}

/** How far live consents are counted: whoever reads "1,000+" knows enough. */
export const MOST_CONSENTS = 1_000;

export const STANDINGS = ["active", "barred", "unlisted"] as const;
export type Standing = (typeof STANDINGS)[number];

/** @param lastRead when the register was last read whole: what it did not name then is in it no more. */
export function registeredStanding(
  { register, inRegisterAt }: Pick<Registration, "register" | "inRegisterAt">,
  lastRead: Date | undefined,
): Standing {
  if (!register || !inRegisterAt) return "unlisted";
  if (register.standing === "barred") return "barred";
  return lastRead && inRegisterAt < lastRead ? "unlisted" : "active";
}

/** Of the certificates that are in use at a moment, the end of the one that ends first, for each use its newest. */
export function firstEnd(certificates: readonly AppCertificate[], now: Date): Date | undefined {
  const newest = (["transport", "signing"] as const).flatMap((use) => {
    const begun = certificates.filter((each) => each.use === use && each.notBefore <= now);
    const [last] = begun.sort((one, other) => other.notAfter.getTime() - one.notAfter.getTime());
    return last ? [last.notAfter] : [];
  });
  return newest.sort((one, other) => one.getTime() - other.getTime())[0];
}

/** Days before its end on which somebody is told; 0 when it is over. */
const CERTIFICATE_DAYS = [30, 7, 1, 0] as const;
export type CertificateDay = (typeof CERTIFICATE_DAYS)[number];

const DAY_MS = 86_400_000;

/** The nearest of the days that has come; none while its end is far. */
export function certificateWatch(end: Date | undefined, now: Date): CertificateDay | undefined {
  if (!end) return undefined;
  const left = end.getTime() - now.getTime();
  return CERTIFICATE_DAYS.findLast((days) => left <= days * DAY_MS);
}

const CHANGED = ["listed", "standing", "name", "firm", "roles", "certificate-new", "certificate-gone"] as const;
export type Changed = (typeof CHANGED)[number];

/** One thing that the register says otherwise than before. */
export interface RegisterChange {
  readonly what: Changed;
  readonly before?: string;
  readonly after?: string;
}

const inWords = (roles: readonly AppRole[]) => [...roles].sort().join(", ") || "none";

/** What changed from one statement to the next, in the order of {@link CHANGED}. */
export function registerChanges(
  before: RegisterStatement | undefined,
  after: RegisterStatement,
): readonly RegisterChange[] {
  if (!before) return [{ what: "listed", after: after.standing }];
  const pairs: readonly [Changed, string, string][] = [
    ["standing", before.standing, after.standing],
    ["name", before.name ?? "", after.name ?? ""],
    ["firm", firmOf(before), firmOf(after)],
    ["roles", inWords(before.roles), inWords(after.roles)],
  ];
  const without = (some: RegisterStatement, others: RegisterStatement) =>
    some.certificates.filter(({ thumbprint }) => !others.certificates.some((each) => each.thumbprint === thumbprint));
  const said = ({ use, notAfter }: AppCertificate) => `${use}, until ${notAfter.toISOString().slice(0, 10)}`;
  return [
    ...pairs.filter(([, was, is]) => was !== is).map(([what, was, is]) => ({ what, before: was, after: is })),
    ...without(after, before).map((each) => ({ what: "certificate-new" as const, after: said(each) })),
    ...without(before, after).map((each) => ({ what: "certificate-gone" as const, before: said(each) })),
  ];
}

const firmOf = ({ legalName = "", organisationId = "" }: RegisterStatement) =>
  [legalName, organisationId].filter(Boolean).join(", ");

export const COMPARED = [
  "name",
  "legalName",
  "organisationId",
  "standing",
  "roles",
  "website",
  "policy",
  "terms",
  "contacts",
] as const;
export type Compared = (typeof COMPARED)[number];

export interface Comparison {
  readonly field: Compared;
  readonly register?: string;
  readonly authority?: string;
  readonly differs: boolean;
}

/** Field by field. What only one of them says is no difference: not every server knows every field. */
export function compareRegistration({
  register,
  authority,
}: Pick<Registration, "register" | "authority">): readonly Comparison[] {
  return COMPARED.map((field) => {
    const [one, other] = [textOf(register?.[field]), textOf(authority?.[field])];
    return {
      field,
      ...(one !== undefined && { register: one }),
      ...(other !== undefined && { authority: other }),
      differs: one !== undefined && other !== undefined && one !== other,
    };
  });
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === "string" ? value : [...value].sort().join(", ");
}
