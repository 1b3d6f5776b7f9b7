import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { auditQueryOf, searchOf } from "~/domain/audit/audit-asked";
import { paths } from "~/paths";
import { requireCorrelationId } from "~/web/correlation.server";
import { fileStream } from "~/web/file-answer.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff, requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";

/** what was found, as a file that proves itself. What is taken cannot be taken back. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  requireSameOrigin(request);
  await requireStaff(request, "audit:export");
  const form = await request.formData();
  const query = auditQueryOf(
    new URLSearchParams([...form].filter((field): field is [string, string] => typeof field[1] === "string")),
  );
  if (!query || query.ignored.length > 0) throw new Response(null, { status: 400 });
  const staff = await requireSteppedUp(request, "audit:export", paths.adminAuditFound(searchOf(query.asked)));
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  const lines = await withRecord(() => services().exportEvidence(query.asked, by));
  if (!lines) {
    const search = searchOf(query.asked);
    search.set("too-many", "yes");
    return redirect(paths.adminAuditFound(search), 303);
  }
  return fileStream(lines, "application/jsonl; charset=utf-8", "evidence.jsonl");
}
