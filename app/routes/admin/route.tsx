import { Outlet, useRouteError } from "@remix-run/react";
import { StaffProblem } from "~/ui/admin/staff-problem";
import { useReference } from "~/web/document-context";

/** Around every page of the portal, for what goes wrong in one. It guards nothing: each page does that itself. */
export const handle = { noJs: true };

export default function Admin() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <StaffProblem error={useRouteError()} reference={useReference()} />;
}
