import { type ConsentFamily, FAMILY } from "../consent-kinds/index";
import type { ConsentChanged } from "./consent-changed";
import type { Subscription, TppEvent } from "./tpp-events";

/** What a token is made of beside the change itself. */
export interface Issuing {
  /** `iss`: who says so. */
  readonly issuer: string;
  /** Where TPPs reach their resources; no slash at the end. */
  readonly resourceBaseUrl: string;
  /** `jti`: the delivery's id, the same on every attempt. */
  readonly id: string;
  /** `iat`, by the database's clock. */
  readonly at: Date;
}

/** The part of the Read/Write API that has the consents of a kind; they are named for it there. */
const GROUPS = {
  "account-access": "aisp",
  payment: "pisp",
  "standing-order": "pisp",
  "variable-payments": "pisp",
  file: "pisp",
  "funds-confirmation": "cbpii",
} as const satisfies Record<ConsentFamily, string>;

const VERSIONS = ["v3.1", "v4.0"] as const;

/** The claims of one security event token (RFC 8417, in the profile of the Read/Write API). No personal data. */
export function securityEvent(
  change: ConsentChanged,
  events: readonly TppEvent[],
  { apiVersion }: Subscription,
  { issuer, resourceBaseUrl, id, at }: Issuing,
): Readonly<Record<string, unknown>> {
  const [group, type] = [GROUPS[FAMILY[change.kind]], `${change.kind}-consents`];
  const link = (version: string) =>
    `${resourceBaseUrl}/open-banking/${version}/${group}/${type}/${encodeURIComponent(change.consentId)}`;
  const subject = (linked: boolean) => ({
    subject_type: "http://openbanking.org.uk/rid_http://openbanking.org.uk/rty",
    "http://openbanking.org.uk/rid": change.consentId,
    "http://openbanking.org.uk/rty": linked ? `${change.kind}-consent` : type,
    "http://openbanking.org.uk/rlk": VERSIONS.map((version) => ({ version, link: link(version) })),
  });
  const payloads = events.map(({ type, reason }) => {
    const linked = type.endsWith("linked-account-update");
    return [type, { ...(reason && { reason }), subject: subject(linked) }] as const;
  });
  return {
    iss: issuer,
    iat: inSeconds(at),
    jti: id,
    aud: change.clientId,
    sub: link(apiVersion.startsWith("4") ? "v4.0" : "v3.1"),
    txn: change.correlationId,
    toe: inSeconds(change.occurredAt),
    events: Object.fromEntries(payloads),
  };
}

const inSeconds = (instant: Date) => Math.floor(instant.getTime() / 1000);
