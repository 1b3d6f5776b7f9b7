import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asConsentId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import { StoppingPage } from "~/ui/stopping/stopping-page";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer, requireFreshCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";
import { asTheLoaderSaid, lookingAgain } from "../dashboard.consents.$id_.stop/look-again.server";
import { presentResume } from "../dashboard.consents.$id_.stop/present-resume";
import { idIn, keyIn, requireStopping, seeOther, stoppingScene } from "../dashboard.consents.$id_.stop/stopping.server";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** In seconds: as long as somebody needs who has just signed in for this, and no longer. */
const FRESH = 120;

/** What it means to start again; once it was asked for, what came of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const own = await requireCustomer(request);
  const isFresh = own.ageMs <= FRESH * 1_000;
  return lookingAgain(
    request,
    presentResume(await requireStopping(params.id, own.customer), { ...stoppingScene(request, own), isFresh }),
  );
}

/** Starts it again (T10): opens data, so that it takes both factors anew (D-28). */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireFreshCustomer(request, FRESH);
  const form = await request.formData();
  const consentId = asConsentId(idIn(params.id));
  const outcome = await withRecord(() =>
    services().changeConsent({
      move: "resume",
      reason: "resumed",
      actor: { type: "customer", id: customer },
      consentId,
      idempotencyKey: keyIn(form),
      correlationId: requireCorrelationId(),
    }),
  );
  return seeOther(paths.resumeConnection(consentId), outcome);
}

export default function ResumeConnection() {
  return <StoppingPage view={useLoaderData<typeof loader>() as StoppingPageView} />;
}
