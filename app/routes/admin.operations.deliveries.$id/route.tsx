import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { validate as isUuid } from "uuid";
import { paths } from "~/paths";
import { DeliveryPage } from "~/ui/admin/delivery-page";
import type { DeliveryView } from "~/ui/admin/operations-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff, requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentDelivery } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = () => [{ title: "Delivery – consent administration" }];

/** one delivery, what is sent, and every attempt. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "operations:view");
  const id = idIn(params.id);
  const found = await withRecord(() => services().deliveryDesk.find(id));
  if (!found) throw new Response(null, { status: 404 });
  return { ...staffPage(request, staff), view: presentDelivery(found, staff.may.has("operations:retry")) };
}

/** Sends it once more, as it was. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  await requireStaff(request, "operations:retry");
  const id = idIn(params.id);
  const staff = await requireSteppedUp(request, "operations:retry", paths.adminDelivery(id));
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  const isSent = await withRecord(() => services().deliveryDesk.replay(id, by));
  if (!isSent) throw new Response(null, { status: 409 });
  return redirect(paths.adminDelivery(id), 303);
}

/** @throws Response 404 */
function idIn(id: string | undefined): string {
  if (!isUuid(id)) throw new Response(null, { status: 404 });
  return id as string;
}

export default function Delivery() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title={view.title}>
      <DeliveryPage view={view as DeliveryView} />
    </StaffFrame>
  );
}
