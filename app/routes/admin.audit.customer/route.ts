import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { searchOf } from "~/domain/audit/audit-asked";
import { asCustomerId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";

/** Nobody's customer number has so many characters. */
const LONGEST = 256;
/** Of nobody: what is listed for it is nothing, and says so. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** From a customer's number, which stands in no address, to the pseudonym by which the record names them. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "audit:view");
  const given = (await request.formData()).get("customer");
  const number = typeof given === "string" ? given.trim().replaceAll("\0", "") : "";
  if (number === "" || number.length > LONGEST) return redirect(paths.adminAudit, 303);
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  const who = await withRecord(() => services().tellPseudonym(asCustomerId(number), by));
  return redirect(paths.adminAuditFound(searchOf({ who: who ?? NOBODY })), 303);
}
