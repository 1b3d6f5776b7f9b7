import type { ConsentKind } from "../consent-kinds/index";
import type { ConsentChanged } from "./consent-changed";

/** The kinds of event that a TPP can subscribe to (Read/Write API, event notifications). */
export const TPP_EVENT_TYPES = [
  "urn:uk:org:openbanking:events:resource-update",
  "urn:uk:org:openbanking:events:consent-authorization-revoked",
  "urn:uk:org:openbanking:events:account-access-consent-linked-account-update",
] as const;
export type TppEventType = (typeof TPP_EVENT_TYPES)[number];

const [RESOURCE_UPDATE, REVOKED, LINKED_ACCOUNT] = TPP_EVENT_TYPES;

/** Where a TPP wants to hear, as far as it decides what is said. */
export interface Subscription {
  /** `3.1`, `4.0`, …: of the Read/Write API. */
  readonly apiVersion: string;
  /** Absent: all of them. */
  readonly eventTypes?: readonly string[];
}

/** One event of a security event token: its type, and the reason where the standard has one. */
export interface TppEvent {
  readonly type: TppEventType;
  readonly reason?: string;
}

/**
 * What the standard has a TPP told of a change, less what it did not subscribe to: nothing of what the TPP did itself,
 * and nothing of an end that it knew of beforehand. A pause has no event either, since the consent stays authorised to
 * the outside.
 */
export function tppEventsOf(change: ConsentChanged, { apiVersion, eventTypes }: Subscription): readonly TppEvent[] {
  const wanted = ({ type }: TppEvent) => eventTypes === undefined || eventTypes.includes(type);
  return eventsOf(change, apiVersion).filter(wanted);
}

function eventsOf(change: ConsentChanged, apiVersion: string): readonly TppEvent[] {
  const { by, to } = change;
  if (by === "tpp" || to === "expired") return [];
  if (change.move === "stop" || to === "terminated") {
    const revoked: TppEvent = { type: REVOKED, reason: by === "customer" ? "CustomerRequest" : "BankDecision" };
    // In version 3.1 the status of account access does not change with its revocation; in 4.0 it becomes CANC.
    return statusChanges(change.kind, apiVersion) ? [{ type: RESOURCE_UPDATE }, revoked] : [revoked];
  }
  if (change.move === "drop-account") return change.kind === "account-access" ? linkedAccount(change.reason) : [];
  // T8 by the customer alone: the standard has no reason for it, and one of its two would be untrue.
  if (change.reason === "account-removed" && change.kind === "account-access") return [{ type: LINKED_ACCOUNT }];
  // Of account access the TPP saw what came of its own request; what it waits for others for, it does not see (P-08).
  const isWaitedFor = change.kind !== "account-access" || change.from === "partially-authorised";
  return isWaitedFor && STATUS_MOVES.has(change.move) ? [{ type: RESOURCE_UPDATE }] : [];
}

const STATUS_MOVES: ReadonlySet<string> = new Set(["authorise", "complete", "decline", "fail", "consume"]);

const statusChanges = (kind: ConsentKind, apiVersion: string) =>
  kind !== "account-access" || apiVersion.startsWith("4");

/** The standard knows two reasons. The others would tell the TPP more of the customer than it has to know. */
function linkedAccount(reason: string): readonly TppEvent[] {
  const code = { "account-closed": "UK.OBIE.AccountClosure", "cass-switch": "UK.OBIE.CASS" }[reason];
  return code ? [{ type: LINKED_ACCOUNT, reason: code }] : [];
}
