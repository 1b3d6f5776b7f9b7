import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DifferencesPage } from "~/ui/admin/differences-page";
import type { DifferencesView } from "~/ui/admin/operations-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { driftPlaceIn, presentDifferences } from "./present";

export const handle = { noJs: true };

export const meta = () => [{ title: "Differences – consent administration" }];

const PAGE = 50;

/** where the authorization server and we differ. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "operations:view");
  const place = driftPlaceIn(new URL(request.url).searchParams);
  const { driftDesk } = services();
  return withRecord(async () => {
    const [page, standing] = await Promise.all([driftDesk.open(PAGE, place), driftDesk.standing()]);
    return { ...staffPage(request, staff), view: presentDifferences(page, standing) };
  });
}

export default function Differences() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Differences">
      <DifferencesPage view={view as DifferencesView} />
    </StaffFrame>
  );
}
