import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsentAct, type ConsentActView } from "~/ui/admin/consent-act";
import { StaffFrame } from "~/ui/admin/staff-frame";
import type { BeforeAct } from "~/use-cases/view-staff-act";
import { requireSameOrigin } from "~/web/origin-check.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { actAgain, actView, afterAct, readAct, requireAct, toldNow } from "../admin.consents.$id_.hold/act.server";

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
    return actAgain(request, scene.staff, { view: { ...present(scene.before), problem: "Write down why." } });
  }
  return afterAct(act.consentId, await withRecord(() => services().releaseConsent(act)));
}

function present(before: BeforeAct): ConsentActView {
  const { pauseBeneath } = before.consent;
  const planned = { move: "resume", to: pauseBeneath ? "suspended" : "authorised", reason: "resumed" } as const;
  const told = toldNow(planned, before);
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
