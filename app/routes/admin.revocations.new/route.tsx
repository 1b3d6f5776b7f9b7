import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseScope } from "~/domain/revocation/revocation-scope";
import { searchQueryOf } from "~/domain/search/consent-filter";
import { paths } from "~/paths";
import { RevocationForm as RevocationFields, type RevocationFormView } from "~/ui/admin/revocation-form";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { searchSentence } from "../admin.consents._index/present-chips";
import { type RevocationForm, revocationFormIn, wrongIn } from "./form";

export const handle = { noJs: true };

export const meta = () => [{ title: "List consents to revoke – consent administration" }];

/** whose consents. An app or an account may be named by the page that leads here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "consents:revoke-many");
  const query = new URL(request.url).searchParams;
  const named = parseScope(query.get("by") ?? "", query.get("of") ?? "");
  const view: RevocationFormView = {
    key: randomUUID(),
    wrong: [],
    of: named ? (query.get("of") ?? "") : "",
    ...(named && { by: named.by }),
  };
  return { ...staffPage(request, staff), view };
}

/**
 * The dry run: they are listed, and none is ended. A search is posted here from the list of consents, so that whom it names
 * stands in no other address.
 */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "consents:revoke-many");
  const form = revocationFormIn(await request.formData());
  const { scope, reason, key = randomUUID() } = form;
  if (form.isNew) return data({ view: viewOf(form, key, []) });
  if (!scope || !reason || form.key === undefined) {
    return data({ view: viewOf(form, key, wrongIn(form)) }, { status: 422 });
  }
  const asked = { scope, reason, by: staff.id, idempotencyKey: key, correlationId: requireCorrelationId() };
  const listed = await withRecord(() => services().prepareRevocation(asked));
  if (listed.ok) return redirect(paths.adminRevocation(listed.value), 303);
  // The list that left nothing says so itself.
  if (listed.error === "nothing-left")
    return redirect(scope.by === "rest" ? paths.adminRevocation(scope.of) : paths.adminRevocations, 303);
  return data({ view: viewOf(form, key, [listed.error]) }, { status: 422 });
}

function viewOf(
  { scope, reason, by, of }: RevocationForm,
  key: string,
  wrong: RevocationFormView["wrong"],
): RevocationFormView {
  if (scope?.by !== "search") return { key, by, of, reason, wrong };
  const query = searchQueryOf(scope);
  const search = { query, sentence: searchSentence(scope.filter), back: paths.adminConsentsFound(query) };
  return { key, of: "", reason, wrong, search };
}

export default function PrepareRevocation() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="List consents to revoke">
      <RevocationFields view={useActionData<typeof action>()?.view ?? view} />
    </StaffFrame>
  );
}
