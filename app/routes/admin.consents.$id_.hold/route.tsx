import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsentAct, type ConsentActView } from "~/ui/admin/consent-act";
import { HOLD_REASONS, type HoldReason, isHoldReason } from "~/ui/admin/hold-reasons";
import { StaffFrame } from "~/ui/admin/staff-frame";
import type { BeforeAct } from "~/use-cases/view-staff-act";
import { requireSameOrigin } from "~/web/origin-check.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { actAgain, actView, afterAct, readAct, requireAct, toldNow } from "./act.server";

export const handle = { noJs: true };

export const meta: MetaFunction = () => [{ title: "Hold a consent – consent administration" }];

/** T9: what will be held, what comes of it, and why it is asked for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, before } = await requireAct(request, params.id, "consents:hold");
  return { ...staffPage(request, staff), view: present(before) };
}

/** The bank holds it until it lets go. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const scene = await requireAct(request, params.id, "consents:hold");
  const form = await request.formData();
  const [act, reason] = [readAct(form, scene), form.get("reason")];
  if (!act || !isHoldReason(reason)) {
    const asked = { note: act?.note ?? "", ...(isHoldReason(reason) && { reason }) };
    const view = { ...present(scene.before, asked), problem: "Choose a reason, and write down why." };
    return actAgain(request, scene.staff, { view });
  }
  return afterAct(act.consentId, await withRecord(() => services().holdConsent({ ...act, reason })));
}

function present(
  before: BeforeAct,
  asked: { readonly note?: string; readonly reason?: HoldReason } = {},
): ConsentActView {
  const planned = { move: "suspend", to: "suspended", reason: asked.reason ?? "fraud-suspected" } as const;
  const told = toldNow(planned, before);
  return {
    ...actView("hold", before),
    sentences: [
      ...(before.consent.status === "suspended"
        ? [
            "Its customer has paused it. A hold keeps them from starting it again; once it is released, their pause is there again.",
          ]
        : []),
      "You are about to hold 1 consent. Within seconds nothing more is read or paid with it, until the bank releases it or it ends. The customer can still stop it, and cannot start it again.",
    ],
    reasons: {
      legend: "Why is it held?",
      options: Object.entries(HOLD_REASONS).map(([code, words]) => ({ code, words, isChosen: code === asked.reason })),
    },
    note: asked.note ?? "",
    button: "Hold 1 consent",
    ...(told && { told }),
  };
}

export default function HoldConsent() {
  const { frame, view } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>()?.view ?? view;
  return (
    <StaffFrame view={frame} title="Hold this consent">
      <ConsentAct view={asked as ConsentActView} />
    </StaffFrame>
  );
}
