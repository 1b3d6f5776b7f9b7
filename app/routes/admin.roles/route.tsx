import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RolesMatrix, RolesPurposes } from "~/ui/admin/roles-matrix";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireStaff } from "~/web/require-staff.server";
import { staffPage } from "~/web/staff-page.server";

export const handle = { noJs: true };

export const meta = () => [{ title: "Who may do what – consent administration" }];

/** drawn from what the guards ask, so that it cannot say anything else. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "roles:view");
  return staffPage(request, staff);
}

export default function Roles() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Who may do what">
      <RolesPurposes />
      <h2>By permission</h2>
      <RolesMatrix />
    </StaffFrame>
  );
}
