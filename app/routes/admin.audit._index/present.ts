import {
  type AuditAsked,
  type AuditPlace,
  type AuditQuery,
  isPseudonym,
  minuteOf,
  searchOf,
} from "~/domain/audit/audit-asked";
import { type ChainLight, chainLight } from "~/domain/audit/chain-light";
import { AUDIT_EVENT_TYPES, calledEvent } from "~/domain/audit/event-types";
import { COUNTED_TO } from "~/domain/shared/counted";
import { asStaffId, type StaffId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import type { AskedCheck } from "~/ports/asked-checks";
import type { AuditFound, AuditLine } from "~/ports/audit-search";
import type { RecordVerified, Standing } from "~/ports/audit-standing";
import type { AuditLineView, AuditView } from "~/ui/admin/audit-view";
import type { FactView } from "~/ui/admin/fact-view";
import { counted, figure, minute, span } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";

type Names = ReadonlyMap<StaffId, string>;

export interface AuditShown {
  readonly query: AuditQuery;
  readonly found: AuditFound;
  readonly standing: Standing;
  readonly checks: readonly AskedCheck[];
  readonly names: Names;
  readonly mayExport: boolean;
  /** An export was asked for that would hold more than one may. */
  readonly tooMany: boolean;
}

export function presentAudit({ query, found, standing, checks, names, mayExport, tooMany }: AuditShown): AuditView {
  const { asked, ignored } = query;
  const way = (place: AuditPlace | undefined) => place && paths.adminAuditFound(searchOf(asked, place));
  const [newer, older] = [way(found.newer), way(found.older)];
  return {
    light: wordsOfLight(lightOf(standing, checks)),
    facts: factsOf(standing, checks),
    search: {
      consent: asked.consent ?? "",
      who: asked.who ?? "",
      type: asked.type ?? "",
      tpp: asked.client ?? "",
      from: asked.from ? minuteOf(asked.from) : "",
      until: asked.until ? minuteOf(asked.until) : "",
      types: AUDIT_EVENT_TYPES.map((type) => [type, calledEvent(type)] as const).sort(([, a], [, b]) =>
        a < b ? -1 : 1,
      ),
    },
    notices: [
      ...(tooMany ? ["More than 5,000 events match, which is more than one file may hold. Narrow the time."] : []),
      ...(ignored.length > 0
        ? [`This could not be read and was left out: ${ignored.map((name) => FIELDS[name] ?? name).join(", ")}.`]
        : []),
      ...(found.lookedBackTo
        ? [
            `This looked back to ${minute(found.lookedBackTo)} UTC. There may be more before that: go on, or narrow the time.`,
          ]
        : []),
    ],
    lines: found.events.map((line) => lineOf(line, names)),
    ...(newer && { newer }),
    ...(older && { older }),
    ...(mayExport && found.events.length > 0 && { exports: [...searchOf(asked)] }),
    isNarrowed: Object.keys(asked).length > 0,
  };
}

const FIELDS: Readonly<Record<string, string>> = {
  consent: "consent",
  who: "person",
  type: "kind of event",
  tpp: "TPP",
  from: "from",
  until: "until",
};

/** The members of staff among those who did what is listed. */
export const staffIn = (lines: readonly AuditLine[]): readonly StaffId[] => [
  ...new Set(
    lines.flatMap(({ actorType, actorRef }) => (actorType === "staff" && actorRef ? [asStaffId(actorRef)] : [])),
  ),
];

export function actorWords({ actorType, actorRef }: Pick<AuditLine, "actorType" | "actorRef">, names: Names): string {
  if (actorType === "staff" && actorRef) return names.get(asStaffId(actorRef)) ?? actorRef;
  if (actorType === "customer")
    return actorRef && isPseudonym(actorRef) ? `Customer ${actorRef.slice(0, 8)}` : "Customer";
  return ACTORS[actorType] ?? actorType;
}

const ACTORS: Readonly<Record<string, string>> = { system: "The system", tpp: "The TPP", staff: "Staff" };

function lineOf(line: AuditLine, names: Names): AuditLineView {
  const { id, at, type, consentId, clientId, seq } = line;
  return {
    id,
    at: minute(at),
    what: calledEvent(type),
    href: paths.adminAuditEvent(id),
    who: actorWords(line, names),
    consent: consentId ?? "",
    ...(consentId && { consentHref: paths.adminAuditFound(searchOf({ consent: consentId } satisfies AuditAsked)) }),
    tpp: clientId ?? "",
    place: seq === undefined ? "Waits" : figure(Number(seq)),
  };
}

const verifiedIn = (checks: readonly AskedCheck[]) => {
  const check = checks.find(({ ended }) => ended?.outcome === "done");
  const result = check?.ended?.result as RecordVerified | undefined;
  return check?.ended && result ? { at: check.ended.at, findings: result.found, result } : undefined;
};

export const lightOf = ({ now, waitedSeconds }: Standing, checks: readonly AskedCheck[]): ChainLight => {
  const verified = verifiedIn(checks);
  return chainLight({ now, ...(waitedSeconds !== undefined && { waitedSeconds }), ...(verified && { verified }) });
};

export function wordsOfLight(light: ChainLight): StandingView {
  switch (light.is) {
    case "whole":
      return {
        word: "Whole",
        tone: "good",
        why: `Nothing had been changed when all of it was verified, ${minute(light.verifiedAt)} UTC.`,
      };
    case "changed":
      return {
        word: "Changed",
        tone: "bad",
        why: `${light.findings === 1 ? "1 thing is" : `${figure(light.findings)} things are`} not as they were written down.`,
      };
    case "not-sealed":
      return {
        word: "Not sealed",
        tone: "bad",
        why: "Events wait too long for their links. Look at the job seal-audit under Operations.",
      };
    case "never-verified":
      return { word: "Never verified", tone: "wait", why: "Nobody has had all of it looked through yet." };
    case "not-verified-lately":
      return {
        word: "Not verified lately",
        tone: "wait",
        why: "It is more than seven days since all of it was looked through.",
      };
  }
}

function factsOf(standing: Standing, checks: readonly AskedCheck[]): readonly FactView[] {
  const { sealed, signed, waiting, waitedSeconds = 0, retiredTo } = standing;
  const verified = verifiedIn(checks);
  return [
    {
      label: "Sealed up to",
      value: sealed ? `event ${figure(Number(sealed.seq))}, written ${minute(sealed.at)}` : "Nothing is sealed yet",
    },
    {
      label: "Not sealed yet",
      value: waiting === 0 ? "None" : `${figure(waiting, COUNTED_TO)}, the oldest for ${span(waitedSeconds)}`,
    },
    { label: "Last signed", value: signed ? `event ${figure(Number(signed.seq))}, at ${minute(signed.at)}` : "Never" },
    {
      label: "Last verified",
      value: verified
        ? `${counted(verified.result.events, "event")} and ${counted(verified.result.checkpoints, "signature")}, ${minute(verified.at)}`
        : "Never",
    },
    ...(retiredTo ? [{ label: "Dropped after its time", value: `up to ${retiredTo}` }] : []),
  ];
}
