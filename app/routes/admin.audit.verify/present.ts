import { describeFinding } from "~/domain/audit/chain-finding";
import type { StaffId } from "~/domain/shared/ids";
import type { AskedCheck } from "~/ports/asked-checks";
import type { RecordVerified, Standing } from "~/ports/audit-standing";
import type { CheckRow, ChecksView } from "~/ui/admin/audit-view";
import { figure, minute, span } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";
import { lightOf, wordsOfLight } from "../admin.audit._index/present";
import { presentLongLook } from "./present-long-look";

type Names = ReadonlyMap<StaffId, string>;

interface Shown {
  readonly standing: Standing;
  readonly checks: readonly AskedCheck[];
  readonly names: Names;
  /** Who looks at the page. */
  readonly staff: StaffId;
}

export function presentChecks({ standing, checks, names, staff }: Shown): ChecksView {
  const running = presentLongLook(checks, { now: standing.now, staff, what: "events" });
  return {
    light: wordsOfLight(lightOf(standing, checks)),
    ...(running && { running }),
    rows: checks.flatMap((check) => (check.ended ? [rowOf(check, check.ended, names)] : [])),
  };
}

function rowOf(check: AskedCheck, ended: NonNullable<AskedCheck["ended"]>, names: Names): CheckRow {
  const { id, askedAt, askedBy, startedAt = askedAt } = check;
  const verified = ended.outcome === "done" ? (ended.result as RecordVerified) : undefined;
  return {
    id,
    asked: minute(askedAt),
    by: names.get(askedBy) ?? askedBy,
    took: span((ended.at.getTime() - startedAt.getTime()) / 1_000),
    looked: figure(verified?.events ?? check.looked),
    outcome: ended.outcome === "stopped" ? STOPPED : outcomeOf(verified),
    findings: (verified?.findings ?? []).map(describeFinding),
  };
}

const STOPPED: StandingView = {
  word: "Stopped",
  tone: "over",
  why: "By whoever asked for it. Nothing is known of the record.",
};

function outcomeOf(verified: RecordVerified | undefined): StandingView {
  if (!verified)
    return { word: "Not carried out", tone: "wait", why: "Something was away. Nothing is known of the record." };
  if (verified.found === 0) return { word: "Whole", tone: "good" };
  return { word: "Changed", tone: "bad", why: `${figure(verified.found)} found` };
}
