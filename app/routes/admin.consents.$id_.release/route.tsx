import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsentAct, type ConsentActView } from "~/ui/admin/consent-act";
import { StaffFrame } from "~/ui/admin/staff-frame";
import type { BeforeAct } from "~/use-cases/view-staff-act";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { actView, afterAct, readAct, requireAct } from "../admin.consents.$id_.hold/act.server";
import { presentTold } from "../admin.consents.$id_.hold/present-told";

export const handle = { noJs: true };

export const meta: MetaFunction = () => [{ title: "Release a consent – consent administration" }];

/** T10: what will be released, and what comes of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, before } = await requireAct(request, params.id, "consents:hold");
  return { ...staffPage(request, staff), view: present(before) };
}

/** The bank lets go of what it holds. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const scene = await requireAct(request, params.id, "consents:hold");
  const act = readAct(await request.formData(), scene);
  if (!act) {
    const view = { ...present(scene.before), problem: "Write down why." };
    return data({ ...staffPage(request, scene.staff), view }, { status: 422 });
  }
  return afterAct(act.consentId, await withRecord(() => services().releaseConsent(act)));
}

function present(before: BeforeAct): ConsentActView {
  const { pauseBeneath } = before.consent;
  const planned = { move: "resume", to: pauseBeneath ? "suspended" : "authorised", reason: "resumed" } as const;
  const told = presentTold(planned, before, { bank: bankOf(), now: new Date(), correlationId: requireCorrelationId() });
  return {
    ...actView("release", before),
    sentences: [
      pauseBeneath
        ? "You are about to release 1 consent. Its customer had paused it before the bank held it: their pause is there again, unless its time is over by now. The customer is told nothing while it is."
        : "You are about to release 1 consent. The TPP can use it again at once, as its customer agreed.",
    ],
    button: "Release 1 consent",
    ...(told && { told }),
  };
}

export default function ReleaseConsent() {
  const { frame, view } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>()?.view ?? view;
  return (
    <StaffFrame view={frame} title="Release this consent">
      <ConsentAct view={asked as ConsentActView} />
    </StaffFrame>
  );
}
