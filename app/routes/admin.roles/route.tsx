import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { STAFF_PERMISSIONS, type StaffPermission } from "~/domain/staff/permission";
import { STAFF_ROLES } from "~/domain/staff/role";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { type DataColumn, DataTable } from "~/ui/data-table";
import { requireStaff } from "~/web/require-staff.server";
import { staffPage } from "~/web/staff-page.server";

export const handle = { noJs: true };

export const meta = () => [{ title: "Who may do what – consent administration" }];

/** drawn from what the guards ask, so that it cannot say anything else. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "roles:view");
  return staffPage(request, staff);
}

type Line = readonly [StaffPermission, string];

const LINES = Object.entries(STAFF_PERMISSIONS) as readonly Line[];

const ROLES = Object.entries(STAFF_ROLES);

const COLUMNS: readonly DataColumn<Line>[] = [
  { id: "may", header: "May", names: true, cell: ([, words]) => words },
  ...ROLES.map(
    ([id, { name, may }]): DataColumn<Line> => ({
      id,
      header: name,
      cell: ([permission]) => ((may as readonly StaffPermission[]).includes(permission) ? "Yes" : "–"),
    }),
  ),
];

export default function Roles() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Who may do what">
      <dl className="facts">
        {ROLES.map(([id, { name, purpose }]) => (
          <div key={id} className="contents">
            <dt>{name}</dt>
            <dd>{purpose}</dd>
          </div>
        ))}
      </dl>
      <h2>By permission</h2>
      <DataTable caption="What each role may do" columns={COLUMNS} rows={LINES} keyOf={([id]) => id} nothing={null} />
    </StaffFrame>
  );
}
