import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { validate as isUuid } from "uuid";
import { cursorOf, type Position, positionOf } from "~/domain/shared/position";
import { paths } from "~/paths";
import type { FactView } from "~/ui/admin/fact-view";
import { REVOCATION_STATES } from "~/ui/admin/revocation-words";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { figure, minute } from "~/ui/admin/staff-words";
import { Standing } from "~/ui/admin/standing";
import type { StandingView } from "~/ui/admin/standing-view";
import { TERMINATE_REASONS } from "~/ui/admin/terminate-reasons";
import { type DataColumn, DataTable, Pages } from "~/ui/data-table";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { scopeFact } from "../admin.revocations.$id/present-scope";

export const handle = { noJs: true };

export const meta = () => [{ title: "Bulk revocations – consent administration" }];

const PAGE = 50;

/** every list of consents that was to be ended at once, newest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "revocations:view");
  const query = new URL(request.url).searchParams;
  const from = positionOf(query);
  // An address that we never made.
  if ((from && !isUuid(from.key)) || (!from && (query.has("after") || query.has("before"))))
    throw new Response(null, { status: 400 });
  const { revocations, staffDesk } = services();
  return withRecord(async () => {
    const { rows, newer, older } = await revocations.list({ size: PAGE, ...(from && { from }) });
    const names = await staffDesk.namesOf([...new Set(rows.map(({ preparedBy }) => preparedBy))]);
    return {
      ...staffPage(request, staff),
      rows: rows.map(({ id, scope, reason, state, count, preparedBy, preparedAt }) => ({
        href: paths.adminRevocation(id),
        of: scopeFact(scope),
        reason: TERMINATE_REASONS[reason],
        state: REVOCATION_STATES[state],
        count: figure(count),
        by: names.get(preparedBy) ?? preparedBy,
        at: minute(preparedAt),
      })),
      previous: hrefOf(newer),
      next: hrefOf(older),
      mayPrepare: staff.may.has("consents:revoke-many"),
    };
  });
}

const hrefOf = (position: Position | undefined) =>
  position && `${paths.adminRevocations}?${new URLSearchParams(cursorOf(position))}`;

interface Line {
  readonly href: string;
  readonly of: FactView;
  readonly reason: string;
  readonly state: StandingView;
  readonly count: string;
  readonly by: string;
  readonly at: string;
}

const COLUMNS: readonly DataColumn<Line>[] = [
  {
    id: "of",
    header: "Consents of",
    names: true,
    cell: ({ href, of: { label, value, is } }) => (
      <a href={href}>
        {is === "code" ? label : undefined} {is === "code" ? <code>{value}</code> : <bdi>{value}</bdi>}
      </a>
    ),
  },
  { id: "count", header: "Consents", numeric: true, cell: ({ count }) => count },
  { id: "reason", header: "Reason", cell: ({ reason }) => reason },
  { id: "by", header: "Listed by", cell: ({ by }) => <bdi>{by}</bdi> },
  { id: "at", header: "Listed (UTC)", cell: ({ at }) => at },
  { id: "state", header: "State", cell: ({ state }) => <Standing view={state} /> },
];

export default function Revocations() {
  const { frame, rows, previous, next, mayPrepare } = useLoaderData<typeof loader>();
  const prepare = (
    <a className="act first" href={paths.adminPrepareRevocation()}>
      List consents to revoke
    </a>
  );
  return (
    <StaffFrame view={frame} title="Bulk revocations" actions={mayPrepare && prepare}>
      <DataTable
        caption="Lists of consents that were to be revoked at once"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ href }) => href}
        nothing={
          <p>
            Nothing was revoked in bulk. A list is made of a customer, a TPP, an account or a search, and runs when
            somebody else approves it.
          </p>
        }
      />
      <Pages previous={previous} next={next} />
    </StaffFrame>
  );
}
