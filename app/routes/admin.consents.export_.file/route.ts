import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { validate as isUuid } from "uuid";
import { searchQueryOf, searchReadOf } from "~/domain/search/consent-filter";
import { staffNote } from "~/domain/staff/staff-note";
import { paths } from "~/paths";
import { requireCorrelationId } from "~/web/correlation.server";
import { fileStream } from "~/web/file-answer.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff, requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import type { Staff } from "~/web/staff-session.server";
import { withRecord } from "~/web/with-record.server";
import { WRITERS } from "./rows";

/** asks for a list, and gives it when nobody else has to agree or somebody did. What is taken cannot be taken back. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  requireSameOrigin(request);
  await requireStaff(request, "consents:export");
  const form = await request.formData();
  const take = String(form.get("take") ?? "");
  if (isUuid(take))
    return fileOf(take, await requireSteppedUp(request, "consents:export", paths.adminConsentsExport("")), "");
  const id = String(form.get("list") ?? "");
  const read = searchReadOf(new URLSearchParams(String(form.get("query") ?? "")));
  if (!isUuid(id) || !read) throw new Response(null, { status: 400 });
  const query = searchQueryOf({ filter: read.asked.filter, order: read.asked.order });
  const staff = await requireSteppedUp(request, "consents:export", paths.adminConsentsExport(query));
  const why = staffNote(form.get("why"));
  if (!why) return wrong(query, "why");
  const format = form.get("format") === "jsonl" ? "jsonl" : "csv";
  const wish = { id, staff: staff.id, query, count: 0, format, why, correlationId: requireCorrelationId() } as const;
  const outcome = await withRecord(() => services().exportConsents.ask(wish));
  if (outcome.is === "waiting") return redirect(paths.adminApproval(outcome.approval.id), 303);
  return outcome.is === "ready" ? fileOf(id, staff, query) : wrong(query, outcome.is);
}

const wrong = (query: string, what: string): Response =>
  redirect(`${paths.adminConsentsExport(query)}${query === "" ? "?" : "&"}wrong=${what}`, 303);

async function fileOf(id: string, staff: Staff, query: string): Promise<Response> {
  const taken = await withRecord(() => services().exportConsents.take(id, staff.id, requireCorrelationId()));
  if (typeof taken === "string") return wrong(query, taken);
  const { write, type } = WRITERS[taken.open.format];
  const file = fileStream(write(taken.pages), type, `consents-${id}.${taken.open.format}`);
  file.headers.set("Cache-Control", "no-store");
  return file;
}
