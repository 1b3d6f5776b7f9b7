import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notBegun } from "~/domain/revocation/bulk-revocation";
import { paths } from "~/paths";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { counted } from "~/ui/admin/staff-words";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { requireRevocation } from "../admin.revocations.$id/revocation.server";

export const handle = { noJs: true };

export const meta: MetaFunction = () => [{ title: "Stop a bulk revocation – consent administration" }];

/** Stopping ends nothing, so that it asks for no second sign-in and for nobody else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "consents:revoke-many");
  const list = await requireRevocation(params["id"]);
  if (list.state !== "running") throw redirect(paths.adminRevocation(list.id), 303);
  return { ...staffPage(request, staff), id: list.id, left: counted(notBegun(list), "consent") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "consents:revoke-many");
  const { id } = await requireRevocation(params["id"]);
  await withRecord(() => services().revocations.stop(id, staff.id, requireCorrelationId()));
  return redirect(paths.adminRevocation(id), 303);
}

export default function StopRevocation() {
  const { frame, id, left } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Stop this revocation">
      <p>
        {left} had not begun when this page was made. They stay as they are. What has begun is brought to its end, and
        what was revoked stays revoked. To go on later, the rest is listed and approved anew.
      </p>
      <form method="post" className="acts">
        <button type="submit" className="act first">
          Stop the revocation
        </button>
        <a href={paths.adminRevocation(id)}>Let it run</a>
      </form>
    </StaffFrame>
  );
}
