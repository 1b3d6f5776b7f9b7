import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "~/paths";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";

/** has the register looked at now; a job does it, within seconds. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "operations:retry");
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  await withRecord(() => services().tppRegistrations.askLook(by));
  return redirect(paths.adminTpps, 303);
}
