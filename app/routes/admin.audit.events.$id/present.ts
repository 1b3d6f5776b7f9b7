import { CHAIN_START, chainHash, eventHash } from "~/domain/audit/chain";
import { calledEvent } from "~/domain/audit/event-types";
import type { StaffId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import type { AuditEventFound } from "~/ports/audit-search";
import type { AuditEventView } from "~/ui/admin/audit-view";
import type { FactView } from "~/ui/admin/fact-view";
import { readableJson } from "~/ui/admin/readable-json";
import { figure, minute } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";
import { actorWords } from "../admin.audit._index/present";

interface Shown {
  readonly event: AuditEventFound;
  readonly names: ReadonlyMap<StaffId, string>;
  readonly mayOpen: boolean;
}

export function presentEvent({ event, names, mayOpen }: Shown): AuditEventView {
  const { row } = event;
  const isPersonal = row.personal !== null && row.customerRef !== null;
  return {
    title: calledEvent(event.type),
    facts: [
      { label: "When (UTC)", value: `${minute(event.at)}:${event.at.toISOString().slice(17, 23)}` },
      { label: "Who", value: actorWords(event, names), ...(row.actorRef && { code: row.actorRef }) },
      fact("Consent", row.consentId, (consent) => paths.adminAuditFound(new URLSearchParams({ consent }))),
      fact("TPP", row.clientId, (tpp) => paths.adminAuditFound(new URLSearchParams({ tpp }))),
      fact("Customer", row.customerRef, (who) => paths.adminAuditFound(new URLSearchParams({ who }))),
      fact("Trace", row.correlationId),
      fact("Event", row.id),
    ].flat(),
    detail: readableJson(row.detail),
    personal: !isPersonal ? "none" : mayOpen ? "closed" : "not-permitted",
    links: checksOf(event),
    proof: proofOf(event),
  };
}

const fact = (label: string, code: string | null, href?: (code: string) => string): readonly FactView[] =>
  code === null ? [] : [{ label, value: "", code, ...(href && { href: href(code) }) }];

/** What can be said of one event without reading the record: it, its link, and the link before it. */
function checksOf({ row, link }: AuditEventFound): AuditEventView["links"] {
  if (!link) return [{ standing: { word: "Waits", tone: "wait" }, what: "It has no link yet: that takes seconds." }];
  const event = eventHash(row);
  const isIntact = Buffer.from(link.eventHash, "base64url").equals(event);
  const before = link.before ? Buffer.from(link.before.chainHash, "base64url") : CHAIN_START;
  const follows = Buffer.from(link.chainHash, "base64url").equals(
    chainHash(before, Buffer.from(link.eventHash, "base64url"), BigInt(link.seq)),
  );
  const isKnown = link.before !== undefined || link.seq === "1";
  return [
    { standing: holds(isIntact), what: "The event is what it was when it was linked." },
    { standing: isKnown ? holds(follows) : UNKNOWN, what: "Its link follows from the one before it." },
    {
      standing: link.checkpoint ? { word: "Signed", tone: "good" } : { word: "Not yet", tone: "wait" },
      what: link.checkpoint
        ? `The chain was signed after it, at event ${figure(Number(link.checkpoint.seq))}.`
        : "The chain is signed every thousand events, and each minute.",
    },
  ];
}

const holds = (is: boolean): StandingView => (is ? { word: "Holds", tone: "good" } : { word: "Broken", tone: "bad" });
const UNKNOWN: StandingView = { word: "Not known", tone: "wait" };

function proofOf({ link }: AuditEventFound): readonly FactView[] {
  if (!link) return [];
  const { before, after, checkpoint } = link;
  return [
    { label: "Place in the chain", value: figure(Number(link.seq)) },
    { label: "Hash of the event", value: "", code: link.eventHash },
    { label: "Hash of the chain", value: "", code: link.chainHash },
    ...(before
      ? [{ label: "Before it", value: "", code: before.eventId, href: paths.adminAuditEvent(before.eventId) }]
      : []),
    ...(after
      ? [{ label: "After it", value: "", code: after.eventId, href: paths.adminAuditEvent(after.eventId) }]
      : []),
    ...(checkpoint ? [{ label: "Signed (UTC)", value: minute(checkpoint.at) }] : []),
  ];
}
