import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { validate as isUuid } from "uuid";
import { parseScope } from "~/domain/revocation/revocation-scope";
import { paths } from "~/paths";
import { RevocationForm, type RevocationFormView } from "~/ui/admin/revocation-form";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { terminateReasonOf } from "~/ui/admin/terminate-reasons";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";

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

/** The dry run: they are listed, and none is ended. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "consents:revoke-many");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const [by, of, key] = [text("by"), text("of"), text("key")];
  const scope = parseScope(by, of);
  const reason = terminateReasonOf(text("reason"));
  if (!scope || !reason || !isUuid(key)) {
    const wrong = [
      ...(by === "" ? (["by"] as const) : []),
      ...(scope || by === "" ? [] : (["of"] as const)),
      ...(reason ? [] : (["reason"] as const)),
    ];
    const view: RevocationFormView = { key: isUuid(key) ? key : randomUUID(), by, of: of.slice(0, 128), reason, wrong };
    return data({ view }, { status: 422 });
  }
  const asked = { scope, reason, by: staff.id, idempotencyKey: key, correlationId: requireCorrelationId() };
  return redirect(paths.adminRevocation(await withRecord(() => services().prepareRevocation(asked))), 303);
}

export default function PrepareRevocation() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="List consents to revoke">
      <RevocationForm view={useActionData<typeof action>()?.view ?? view} />
    </StaffFrame>
  );
}
