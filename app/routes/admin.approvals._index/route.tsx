import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { validate as isUuid } from "uuid";
import { APPROVAL_VIEWS } from "~/domain/approvals/views";
import { paths } from "~/paths";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { Standing } from "~/ui/admin/standing";
import "~/ui/admin/approvals.css";
import { type DataColumn, DataTable, Pages } from "~/ui/data-table";
import { Sentence } from "~/ui/sentence";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { namesIn } from "../admin.approvals.$id/approval.server";
import { type ApprovalLine, presentList } from "./present";

export const handle = { noJs: true };

export const meta = () => [{ title: "Approvals – consent administration" }];

const PAGE = 50;

/** what waits for a second person, and what became of it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "approvals:view");
  const { view, ...place } = askedIn(new URL(request.url).searchParams);
  const { approvals } = services();
  const [page, overdue] = await withRecord(() =>
    Promise.all([approvals.list({ view, staff: staff.id, size: PAGE, ...place }), approvals.overdueReviews()]),
  );
  return {
    ...staffPage(request, staff),
    ...presentList(view, page, await namesIn(page.rows), staff.may),
    overdue,
    overdueHref: `${paths.adminApprovals}?view=${staff.may.has("approvals:review") ? "to-review" : "ended"}`,
    mayDelegate: staff.may.has("approvals:delegate"),
  };
}

/** @throws Response 400 for an address that we never made */
function askedIn(query: URLSearchParams) {
  const view = APPROVAL_VIEWS.find((each) => each === (query.get("view") ?? APPROVAL_VIEWS[0]));
  const after = query.get("after") ?? undefined;
  const before = query.get("before") ?? undefined;
  if (!view || ![after, before].every((id) => id === undefined || isUuid(id)))
    throw new Response(null, { status: 400 });
  return { view, ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
}

const COLUMNS: readonly DataColumn<ApprovalLine>[] = [
  {
    id: "act",
    header: "Act",
    names: true,
    cell: ({ href, title }) => (
      <a href={href}>
        <Sentence>{title}</Sentence>
      </a>
    ),
  },
  { id: "asked-by", header: "Asked by", cell: ({ askedBy }) => <bdi className="approval-person">{askedBy}</bdi> },
  { id: "asked-at", header: "Asked (UTC)", cell: ({ askedAt }) => askedAt },
  { id: "why", header: "Why", cell: ({ why }) => <bdi>{why}</bdi> },
  { id: "state", header: "State", cell: ({ state }) => <Standing view={state} /> },
  { id: "until", header: "Next", cell: ({ until }) => until || "–" },
];

export default function Approvals() {
  const { frame, views, rows, nothing, overdue, overdueHref, mayDelegate, ...ways } = useLoaderData<typeof loader>();
  return (
    <StaffFrame
      view={frame}
      title="Approvals"
      actions={
        <>
          <a className="act" href={paths.adminApprovalPolicy}>
            What needs a second person
          </a>
          {mayDelegate && (
            <a className="act" href={paths.adminApprovalDelegations}>
              Who decides for whom
            </a>
          )}
        </>
      }
    >
      {overdue > 0 && (
        <p className="notice bad">
          {overdue === 1
            ? "1 act without a second person should have been reviewed by now."
            : `${overdue} acts without a second person should have been reviewed by now.`}{" "}
          <a href={overdueHref}>{overdue === 1 ? "Look at it" : "Look at them"}</a>
        </p>
      )}
      <nav className="approval-views" aria-label="Lists">
        {views.map(({ label, href, isHere }) => (
          <a key={href} className="approval-view" href={href} aria-current={isHere ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <DataTable
        caption="Requests for approval"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        nothing={<p>{nothing}</p>}
      />
      <Pages {...ways} />
    </StaffFrame>
  );
}
