import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { COUNTED_TO } from "~/domain/shared/counted";
import { paths } from "~/paths";
import type { Endpoint } from "~/ports/delivery-desk";
import { ReplayPage } from "~/ui/admin/replay-page";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { figure } from "~/ui/admin/staff-words";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff, requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { endpointIn, searchOfEndpoint } from "../admin.operations.deliveries._index/asked";

export const handle = { noJs: true };

export const meta = () => [{ title: "Send again – consent administration" }];

/** before everything is sent again that one recipient did not take: how much, to whom, and what that does. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "operations:retry");
  const of = requireEndpoint(request);
  const dead = await withRecord(() => services().deliveryDesk.deadOf(of));
  return {
    ...staffPage(request, staff),
    view: {
      name: of.name,
      count: figure(dead, COUNTED_TO),
      isOne: dead === 1,
      isNone: dead === 0,
      isMail: of.channel === "e-mail",
      back: paths.adminDeliveriesOf(searchOfEndpoint(of)),
    },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  await requireStaff(request, "operations:retry");
  const of = requireEndpoint(request);
  const staff = await requireSteppedUp(request, "operations:retry", paths.adminReplay(of.channel, of.name));
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  await withRecord(() => services().deliveryDesk.replayDead(of, by));
  return redirect(paths.adminDeliveriesOf(searchOfEndpoint(of)), 303);
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
      <ReplayPage view={view} />
    </StaffFrame>
  );
}
