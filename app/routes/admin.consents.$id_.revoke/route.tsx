import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { ConsentAct, type ConsentActView } from "~/ui/admin/consent-act";
import { RevokeReason } from "~/ui/admin/revoke-reason";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { TERMINATE_REASONS, type TerminateReason, terminateReasonOf } from "~/ui/admin/terminate-reasons";
import type { BeforeAct } from "~/use-cases/view-staff-act";
import { requireSameOrigin } from "~/web/origin-check.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { actAgain, actView, afterAct, readAct, requireAct, toldNow } from "../admin.consents.$id_.hold/act.server";

export const handle = { noJs: true };

export const meta: MetaFunction = () => [{ title: "Revoke a consent – consent administration" }];

/** T13, in two steps that stand in the address: why, and then what comes of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, before } = await requireAct(request, params.id, "consents:revoke");
  const reason = terminateReasonOf(new URL(request.url).searchParams.get("reason") ?? "");
  return { ...staffPage(request, staff), ...present(before, reason) };
}

/** The bank ends it (A-03). */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const scene = await requireAct(request, params.id, "consents:revoke");
  const form = await request.formData();
  const reason = terminateReasonOf(String(form.get("reason")));
  if (!reason) throw new Response(null, { status: 400 });
  const act = readAct(form, scene);
  if (!act) {
    const { view, ...page } = present(scene.before, reason);
    return actAgain(request, scene.staff, { ...page, view: { ...view, problem: "Write down why." } });
  }
  return afterAct(act.consentId, await withRecord(() => services().revokeConsent({ ...act, reason })));
}

function present(before: BeforeAct, reason: TerminateReason | undefined) {
  const { clientName } = before.consent;
  const app = isolated(plainText(clientName) ?? "the TPP");
  const told = reason && toldNow({ move: "terminate", to: "terminated", reason }, before);
  const view: ConsentActView = {
    ...actView("revoke", before),
    sentences: [
      `You are about to revoke 1 consent${reason ? `. Reason: ${TERMINATE_REASONS[reason]}` : ""}. Within seconds ${app} can use it no more, and it cannot be taken up again by anybody here: only the customer can agree anew, in the app. The TPP and the customer are told.`,
    ],
    button: "Revoke 1 consent",
    ...(told && { told }),
  };
  const reasons = {
    legend: "Why is it revoked?",
    options: Object.entries(TERMINATE_REASONS).map(([code, words]) => ({ code, words, isChosen: code === reason })),
  };
  return { view, reason, reasons };
}

export default function RevokeConsent() {
  const loaded = useLoaderData<typeof loader>();
  const { view, reason, reasons } = useActionData<typeof action>() ?? loaded;
  return (
    <StaffFrame view={loaded.frame} title="Revoke this consent">
      {reason === undefined && view.cannot === undefined ? (
        <RevokeReason view={reasons} back={view.back} />
      ) : (
        <ConsentAct view={view as ConsentActView}>
          <input type="hidden" name="reason" value={reason} />
        </ConsentAct>
      )}
    </StaffFrame>
  );
}
