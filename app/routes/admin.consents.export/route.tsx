import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { searchQueryOf, searchReadOf } from "~/domain/search/consent-filter";
import { ExportPage, type ExportView } from "~/ui/admin/export-page";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentExport } from "./present";

export const handle = { noJs: true };

export const meta = () => [{ title: "Export – consent administration" }];

/** what would be taken away, how much it is, and what this person asked for before. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "consents:export");
  const { searchParams } = new URL(request.url);
  const read = searchReadOf(searchParams);
  if (!read) throw new Response(null, { status: 400 });
  const { filter, order } = read.asked;
  const query = searchQueryOf({ filter, order });
  const { exportConsents, consentExports, approvalPolicies } = services();
  const [count, open, policy] = await withRecord(() =>
    Promise.all([exportConsents.count(query), consentExports.openOf(staff.id), approvalPolicies.now()]),
  );
  const view = presentExport({
    // Of this page: sent twice, it is one list.
    id: uuidv7(),
    filter,
    query,
    count,
    open,
    from: policy.rules["export-consents"].secondPersonFrom,
    wrong: searchParams.get("wrong"),
  });
  return { ...staffPage(request, staff), view };
}

export default function Export() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title={view.title}>
      <ExportPage view={view as ExportView} />
    </StaffFrame>
  );
}
