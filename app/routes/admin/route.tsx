import type { MetaFunction } from "@remix-run/node";
import { Outlet, useRouteError } from "@remix-run/react";
import { StaffProblem, titleOfProblem } from "~/ui/admin/staff-problem";
import { useReference } from "~/web/document-context";

/** Around every page of the portal, for what goes wrong in one. It guards nothing: each page does that itself. */
export const handle = { noJs: true };

/** Each page has its own; this is for what goes wrong in one. */
export const meta: MetaFunction = ({ error }) =>
  error ? [{ title: `${titleOfProblem(error)} – consent administration` }] : [];

export default function Admin() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <StaffProblem error={useRouteError()} reference={useReference()} />;
}
