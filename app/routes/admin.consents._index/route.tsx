import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchQueryOf, searchReadOf } from "~/domain/search/consent-filter";
import { paths } from "~/paths";
import { ConsentList } from "~/ui/admin/consent-list";
import { ConsentListActs } from "~/ui/admin/consent-list-acts";
import type { ConsentListView } from "~/ui/admin/consent-list-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { useNonce } from "~/web/document-context";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentList } from "./present";

export const handle = { noJs: true, ownScript: true };

export const meta = () => [{ title: "Consents – consent administration" }];

/** the consents that the address asks for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "consents:search");
  const { searchParams: query } = new URL(request.url);
  const read = searchReadOf(query);
  if (!read) throw new Response(null, { status: 400 });
  // What a form left empty says nothing, and would stand in every link and bookmark.
  if ([...query.values()].includes("") && read.ignored.length === 0)
    throw redirect(paths.adminConsentsFound(searchQueryOf(read.asked)));
  const { searchConsents, staffLists, endOfAccount } = services();
  const correlationId = requireCorrelationId();
  const { account } = read.asked.filter;
  const [found, look, saved, accountEnds] = await withRecord(() =>
    Promise.all([
      searchConsents(read.asked, { staff: staff.id, correlationId }),
      staffLists.lookOf(staff.id),
      staffLists.savedOf(staff.id),
      account && endOfAccount(account, { correlationId }),
    ]),
  );
  const view = presentList({
    read,
    found,
    look,
    saved,
    ...(accountEnds && { accountEnds }),
    mayExport: staff.may.has("consents:export"),
    mayRevoke: staff.may.has("consents:revoke-many"),
    looked: query.get("looked"),
  });
  return { ...staffPage(request, staff), view };
}

/** The box: what it was asked becomes an address, without the number of an account. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  await requireStaff(request, "consents:search");
  const form = await request.formData();
  const typed = String(form.get("q") ?? "");
  const within = searchReadOf(new URLSearchParams(String(form.get("within") ?? "")))?.asked.filter;
  const read = await withRecord(() => services().readSearchBox(typed, { correlationId: requireCorrelationId() }));
  if (read.is === "consent") return redirect(paths.adminConsent(read.consent), 303);
  const filter = {
    ...(within ?? { kinds: [], statuses: [] }),
    ...(read.is === "text" && read.text !== "" && { text: read.text }),
    ...(read.is === "account" && { account: read.account }),
    ...(read.is === "customer" && { customer: read.customer }),
  };
  const query = new URLSearchParams(searchQueryOf({ filter, order: "asked" }));
  if (read.is === "no-account" || read.is === "bank-away") query.set("looked", read.is);
  return redirect(paths.adminConsentsFound(query.toString()), 303);
}

export default function Consents() {
  const { frame, view: loaded } = useLoaderData<typeof loader>();
  const view = loaded as ConsentListView;
  const hasActs = view.exportHref !== undefined || view.revokes !== undefined;
  return (
    <StaffFrame view={frame} title="Consents" actions={hasActs && <ConsentListActs view={view} />}>
      <ConsentList view={view} nonce={useNonce()} />
    </StaffFrame>
  );
}
