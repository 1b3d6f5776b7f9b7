import { describeFinding } from "~/domain/audit/chain-finding";
import type { StaffId } from "~/domain/shared/ids";
import type { AskedCheck } from "~/ports/asked-checks";
import type { RecordVerified, Standing } from "~/ports/audit-standing";
import type { CheckRow, ChecksView } from "~/ui/admin/audit-view";
import { figure, minute, span } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";
import { lightOf, wordsOfLight } from "../admin.audit._index/present";
import { progressOf } from "../admin.operations._index/present-check";

type Names = ReadonlyMap<StaffId, string>;

export function presentChecks(standing: Standing, checks: readonly AskedCheck[], names: Names): ChecksView {
  const running = checks.find(({ ended }) => !ended);
  return {
    light: wordsOfLight(lightOf(standing, checks)),
    ...(running && { running: progressOf(running, standing.now, "events") }),
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
    outcome: outcomeOf(verified),
    findings: (verified?.findings ?? []).map(describeFinding),
  };
}

function outcomeOf(verified: RecordVerified | undefined): StandingView {
  if (!verified)
    return { word: "Not carried out", tone: "wait", why: "Something was away. Nothing is known of the record." };
  if (verified.found === 0) return { word: "Whole", tone: "good" };
  return { word: "Changed", tone: "bad", why: `${figure(verified.found)} found` };
}
