import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DELEGATION_DAYS } from "~/domain/approvals/delegation-days";
import { asStaffId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import type { Delegation } from "~/ports/approval-delegations";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { minute } from "~/ui/admin/staff-words";
import { type DataColumn, DataTable } from "~/ui/data-table";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import type { Staff } from "~/web/staff-session.server";
import { withRecord } from "~/web/with-record.server";
import "~/ui/admin/approvals.css";

export const handle = { noJs: true };

export const meta = () => [{ title: "Who decides for whom – consent administration" }];

/** while somebody is away, a colleague decides in their name. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "approvals:delegate");
  const { approvalDelegations, staffDesk } = services();
  return withRecord(async () => {
    const [delegations, colleagues] = await Promise.all([
      approvalDelegations.of(staff.id),
      approvalDelegations.colleagues(staff.id),
    ]);
    const names = await staffDesk.namesOf(delegations.flatMap(({ from, to }) => [from, to]));
    const isNotLet = new URL(request.url).searchParams.has("not-let");
    return { ...staffPage(request, staff), rows: delegations.map(lineFor(staff, names)), colleagues, isNotLet };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireSteppedUp(request, "approvals:delegate", paths.adminApprovalDelegations);
  const form = await request.formData();
  const { approvalDelegations } = services();
  const correlationId = requireCorrelationId();
  const takenBack = form.get("take-back");
  if (typeof takenBack === "string") {
    await withRecord(() => approvalDelegations.takeBack(takenBack, staff.id, correlationId));
    return redirect(paths.adminApprovalDelegations, 303);
  }
  const days = DELEGATION_DAYS.find((each) => String(each) === form.get("days"));
  const to = form.get("to");
  if (days === undefined || typeof to !== "string" || to.length > 256) throw new Response(null, { status: 400 });
  const asked = { from: staff.id, to: asStaffId(to), days, correlationId };
  const outcome = await withRecord(() => approvalDelegations.delegate(asked));
  return redirect(paths.adminApprovalDelegations + (outcome.ok ? "" : "?not-let"), 303);
}

interface Line {
  readonly id: string;
  readonly who: string;
  readonly forWhom: string;
  readonly until: string;
  readonly isGiven: boolean;
}

const lineFor =
  ({ id: self }: Staff, names: ReadonlyMap<string, string>) =>
  ({ id, from, to, endsAt }: Delegation): Line => ({
    id,
    who: to === self ? "You" : (names.get(to) ?? to),
    forWhom: from === self ? "You" : (names.get(from) ?? from),
    until: minute(endsAt),
    isGiven: from === self,
  });

const COLUMNS: readonly DataColumn<Line>[] = [
  { id: "who", header: "Decides", names: true, cell: ({ who }) => <bdi>{who}</bdi> },
  { id: "for", header: "For", cell: ({ forWhom }) => <bdi>{forWhom}</bdi> },
  { id: "until", header: "Until (UTC)", cell: ({ until }) => until },
  {
    id: "end",
    header: "End",
    cell: ({ id, who, isGiven }) =>
      isGiven ? (
        <form method="post">
          <button type="submit" className="plain" name="take-back" value={id}>
            Take back<span className="unseen"> from {who}</span>
          </button>
        </form>
      ) : (
        "–"
      ),
  },
];

export default function Delegations() {
  const { frame, rows, colleagues, isNotLet } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Who decides for whom">
      {isNotLet && (
        <p className="notice bad" role="alert">
          That was not possible: one of you may no longer decide. Nothing was changed.
        </p>
      )}
      <p>
        A colleague can decide in your name what only you could decide. They cannot decide what you ask for yourself,
        from the moment you let them and for all that you have asked for until it ends. What is lent cannot be lent on.
      </p>
      <h2>Now</h2>
      <DataTable
        caption="Who decides for whom"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        nothing={<p>You decide for yourself alone, and nobody for you.</p>}
      />
      <h2>Let a colleague decide</h2>
      {colleagues.length === 0 ? (
        <p>Nobody else who may decide has signed in here yet.</p>
      ) : (
        <form method="post" className="fields">
          <label>
            <span>Colleague</span>
            <select name="to" required>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>For</span>
            <select name="days" defaultValue="7">
              {DELEGATION_DAYS.map((days) => (
                <option key={days} value={days}>
                  {days === 1 ? "1 day" : `${days} days`}
                </option>
              ))}
            </select>
          </label>
          <div className="acts">
            <button type="submit" className="act first">
              Let them decide in your name
            </button>
          </div>
        </form>
      )}
    </StaffFrame>
  );
}
