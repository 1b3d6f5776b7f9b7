import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import type { Endpoint } from "~/ports/delivery-desk";
import { ReplayPage, type ReplayView } from "~/ui/admin/replay-page";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff, requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { endpointIn, searchOfEndpoint } from "../admin.operations.deliveries._index/asked";
import { presentReplay } from "./present";

export const handle = { noJs: true };

export const meta = () => [{ title: "Send again – consent administration" }];

/** before everything is sent again that one recipient did not take: how much, to whom, and what that does. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "operations:retry");
  const of = requireEndpoint(request);
  const left = await withRecord(() => services().deliveryDesk.leftOf(of));
  return { ...staffPage(request, staff), view: presentReplay(of, left) };
}

/** Sends as many again as go at once, and where more are left, comes back to say so. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  await requireStaff(request, "operations:retry");
  const of = requireEndpoint(request);
  const staff = await requireSteppedUp(request, "operations:retry", paths.adminReplay(of.channel, of.name));
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  const { isBounded } = await withRecord(() => services().deliveryDesk.replayDead(of, by));
  const next = isBounded ? paths.adminReplay(of.channel, of.name) : paths.adminDeliveriesOf(searchOfEndpoint(of));
  return redirect(next, 303);
}

/** @throws Response 400 */
function requireEndpoint(request: Request): Endpoint {
  const of = endpointIn(new URL(request.url).searchParams);
  if (!of) throw new Response(null, { status: 400 });
  return of;
}

export default function Replay() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Send again">
      <ReplayPage view={view as ReplayView} />
    </StaffFrame>
  );
}
