import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireStaff } from "~/web/require-staff.server";
import { staffPage } from "~/web/staff-page.server";

export const handle = { noJs: true };

export const meta = () => [{ title: "Home – consent administration" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "home:view");
  return staffPage(request, staff);
}

export default function Home() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Home">
      <p>Search for a consent, a customer, an account or a TPP.</p>
    </StaffFrame>
  );
}
