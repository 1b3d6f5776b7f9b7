import { SUSPENSION_SCOPES, type SuspendTpp, type SuspensionScope } from "../approvals/act";
import type { ClientId } from "../shared/ids";
import { failed, ok, type Result } from "../shared/result";
import { staffNote } from "../staff/staff-note";

/** What the form holds, as it came. Times are of UTC, as `datetime-local` writes them; an empty one is now, or open. */
export interface SuspensionForm {
  readonly scope: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

export type SuspensionProblem = "scope" | "from" | "until" | "until-before-from" | "reason";

const SHORTEST_REASON = 10;
/** What is meant to hold for longer is no suspension: a year says that somebody looks at it again. */
const LONGEST_MS = 366 * 86_400_000;
const SLACK_MS = 3_600_000;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;

/** What is asked for, or everything that is wrong with it. */
export function suspensionAsked(
  clientId: ClientId,
  form: SuspensionForm,
  now: Date,
): Result<SuspendTpp, readonly SuspensionProblem[]> {
  const problems: SuspensionProblem[] = [];
  const scope = SUSPENSION_SCOPES.find((each): each is SuspensionScope => each === form.scope);
  if (!scope) problems.push("scope");
  const begins = form.from === "" ? now : momentOf(form.from);
  // Whoever filled in the form a while ago means now: nothing was suspended before anybody asked.
  const from = begins && begins < now && begins.getTime() >= now.getTime() - SLACK_MS ? now : begins;
  if (!from || from < now || from.getTime() > now.getTime() + LONGEST_MS) problems.push("from");
  const until = form.until === "" ? undefined : momentOf(form.until);
  if (form.until !== "" && !until) problems.push("until");
  if (until && from && until.getTime() <= Math.max(from.getTime(), now.getTime())) problems.push("until-before-from");
  if (until && from && until.getTime() - from.getTime() > LONGEST_MS) problems.push("until");
  const reason = staffNote(form.reason) ?? "";
  if (reason.length < SHORTEST_REASON) problems.push("reason");
  if (!scope || !from || problems.length > 0) return failed(problems);
  return ok({ clientId, scope, from: from.toISOString(), ...(until && { until: until.toISOString() }), reason });
}

function momentOf(text: string): Date | undefined {
  if (!MOMENT.test(text)) return undefined;
  const moment = new Date(`${text}Z`);
  // 31 February is no day, and JavaScript makes it one in March.
  return Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(text.slice(0, 16)) ? undefined : moment;
}
