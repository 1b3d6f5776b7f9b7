import { accountNumberIn } from "../search/account-like";
import { isDay } from "../search/day-range";
import { asClientId, asConsentId, type ClientId, type ConsentId } from "../shared/ids";
import { type AuditEventType, isAuditEventType } from "./event-types";

/** Which events somebody looks for: the whole state of the list, as its address has it. */
export interface AuditAsked {
  readonly consent?: ConsentId;
  /** A member of staff, or the pseudonym of a customer, as whom it was done or whom it is about. */
  readonly who?: string;
  readonly type?: AuditEventType;
  readonly client?: ClientId;
  /** From this instant on. */
  readonly from?: Date;
  /** Before this one. */
  readonly until?: Date;
}

/** Where a page of events begins, or ends (keyset). */
export interface AuditPlace {
  readonly side: "after" | "before";
  /** Microseconds since 1970. */
  readonly at: string;
  readonly id: string;
}

export interface AuditQuery {
  readonly asked: AuditAsked;
  readonly place?: AuditPlace;
  /** Names of what was given and makes no sense: said, and left out. */
  readonly ignored: readonly string[];
}

const LONGEST_ID = 256;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** Up to the year 5138, which PostgreSQL can add to 1970. */
const PLACE = /^(\d{1,17})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;
/** As a field for a day and a time writes it; in UTC. */
const MINUTE = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d)?$/;
/** Somebody of the staff may be called by digits; nobody by as many as a card or an account with its sort code has. */
const LONGEST_STAFF_NUMBER = 12;

export const isEventId = (text: string | undefined): text is string => text !== undefined && UUID.test(text);

/** Reads an address. Undefined for a place in the list that no address of ours has. */
export function auditQueryOf(query: URLSearchParams): AuditQuery | undefined {
  const ignored: string[] = [];
  const read = <Read>(name: string, as: (text: string) => Read | undefined): Read | undefined => {
    const text = query.get(name)?.trim();
    if (!text) return undefined;
    const value = text.length <= LONGEST_ID && !text.includes("\0") ? as(text) : undefined;
    if (value === undefined) ignored.push(name);
    return value;
  };
  const consent = read("consent", asConsentId);
  const who = read("who", (text) => ((accountNumberIn(text)?.length ?? 0) > LONGEST_STAFF_NUMBER ? undefined : text));
  const type = read("type", (text) => (isAuditEventType(text) ? text : undefined));
  const client = read("tpp", asClientId);
  const from = read("from", instantOf);
  const until = read("until", instantOf);
  const side = query.has("after") ? "after" : "before";
  const given = query.get(side);
  const [, at, id] = PLACE.exec(given ?? "") ?? [];
  if (given !== null && (at === undefined || id === undefined)) return undefined;
  return {
    asked: {
      ...(consent && { consent }),
      ...(who && { who }),
      ...(type && { type }),
      ...(client && { client }),
      ...(from && { from }),
      ...(until && { until }),
    },
    ...(at && id && { place: { side, at, id } }),
    ignored,
  };
}

function instantOf(text: string): Date | undefined {
  if (!isDay(MINUTE.exec(text)?.[1] ?? "")) return undefined;
  const instant = new Date(text.includes("T") ? `${text}Z` : `${text}T00:00Z`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** The part of an address that {@link auditQueryOf} reads the same from. */
export function searchOf(asked: AuditAsked, place?: AuditPlace): URLSearchParams {
  const { consent, who, type, client, from, until } = asked;
  return new URLSearchParams({
    ...(consent && { consent }),
    ...(who && { who }),
    ...(type && { type }),
    ...(client && { tpp: client }),
    ...(from && { from: minuteOf(from) }),
    ...(until && { until: minuteOf(until) }),
    ...(place && { [place.side]: `${place.at}.${place.id}` }),
  });
}

/** `2026-03-14T10:05`, in UTC. */
export const minuteOf = (instant: Date): string => instant.toISOString().slice(0, 16);

export const isPseudonym = (who: string): boolean => UUID.test(who);
