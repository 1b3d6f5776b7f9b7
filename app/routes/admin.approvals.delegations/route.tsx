import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DELEGATION_DAYS } from "~/domain/approvals/delegation-days";
import { asStaffId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import type { NotDelegated } from "~/ports/approval-delegations";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { type DataColumn, DataTable } from "~/ui/data-table";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { LendForm } from "./parts";
import { type Line, lineFor } from "./present";
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
    return {
      ...staffPage(request, staff),
      rows: delegations.map(lineFor(staff.id, names)),
      mayLend: staff.may.has("approvals:review"),
      colleagues,
      told: TOLD.get(new URL(request.url).searchParams.get("told") ?? ""),
    };
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
  return redirect(paths.adminApprovalDelegations + (outcome.ok ? "" : `?told=${outcome.error}`), 303);
}

/** Why nothing was changed. */
const TOLD: ReadonlyMap<string, string> = new Map<NotDelegated, string>([
  [
    "not-permitted",
    "That was not possible: what only compliance decides can be lent, to a colleague who decides the rest. Nothing was changed.",
  ],
  ["lives-already", "They decide in your name already. To change for how long, take it back first."],
]);

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
  const { frame, rows, mayLend, colleagues, told } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Who decides for whom">
      {told && (
        <p className="notice bad" role="alert">
          {told}
        </p>
      )}
      <p>
        What compliance alone may decide, a colleague can decide in the name of somebody of compliance. They cannot
        decide what that person asks for, from the moment they are let and for all that is asked for until it ends.
        Nobody lets others decide what they were let decide themselves.
      </p>
      <h2>Now</h2>
      <DataTable
        caption="Who decides for whom"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        nothing={<p>You decide for nobody else, and nobody decides for you.</p>}
      />
      <h2>Let a colleague decide</h2>
      {!mayLend && <p>Whoever has your role decides what you decide: there is nothing that they need your name for.</p>}
      {mayLend && colleagues.length === 0 && (
        <p>There is nobody else now: a colleague has to have signed in here, and to have a role that decides.</p>
      )}
      {mayLend && colleagues.length > 0 && <LendForm colleagues={colleagues} />}
    </StaffFrame>
  );
}
