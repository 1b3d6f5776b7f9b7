import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeliveriesPage } from "~/ui/admin/deliveries-page";
import type { DeliveriesView } from "~/ui/admin/operations-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { deadPlaceIn, endpointIn } from "./asked";
import { presentDeliveries } from "./present";

export const handle = { noJs: true };

export const meta = () => [{ title: "Deliveries – consent administration" }];

/** what waits for whom, and what was not delivered. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "operations:view");
  const { searchParams } = new URL(request.url);
  const [of, place] = [endpointIn(searchParams), deadPlaceIn(searchParams)];
  const { deliveryDesk } = services();
  return withRecord(async () => {
    const [endpoints, page] = await Promise.all([deliveryDesk.endpoints(), deliveryDesk.dead(of, place)]);
    const mayRetry = staff.may.has("operations:retry");
    return { ...staffPage(request, staff), view: presentDeliveries({ endpoints, of, page, mayRetry }) };
  });
}

export default function Deliveries() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Deliveries">
      <DeliveriesPage view={view as DeliveriesView} />
    </StaffFrame>
  );
}
