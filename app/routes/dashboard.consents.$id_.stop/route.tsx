import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asConsentId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import { StoppingPage } from "~/ui/stopping/stopping-page";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";
import { asTheLoaderSaid, lookingAgain } from "./look-again.server";
import { presentStopQuestion, STOP_REASONS } from "./present-stop-question";
import { idIn, keyIn, requireStopping, seeOther, stoppingScene } from "./stopping.server";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** What it means to stop; once it was asked for, what came of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const own = await requireCustomer(request);
  const stopping = await requireStopping(params.id, own.customer);
  if (stopping.consent.status === "partially-authorised") {
    // There is nothing to stop yet; on the page of the signatures a yes is taken back (T6).
    const signing = await withRecord(() => services().waitingSignatures.about(stopping.consent.id, own.customer));
    if (signing !== undefined) throw redirect(paths.signature(signing), 303);
  }
  return lookingAgain(request, presentStopQuestion(stopping, stoppingScene(request, own)));
}

/** Stops it (T11). Never a factor: to stop is no harder than to allow. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  const form = await request.formData();
  const consentId = asConsentId(idIn(params.id));
  const outcome = await withRecord(() =>
    services().changeConsent({
      move: "stop",
      reason: STOP_REASONS.find((reason) => reason === form.get("reason")) ?? "customer-stopped",
      actor: { type: "customer", id: customer },
      consentId,
      idempotencyKey: keyIn(form),
      correlationId: requireCorrelationId(),
    }),
  );
  return seeOther(paths.stopConnection(consentId), outcome);
}

export default function StopConnection() {
  return <StoppingPage view={useLoaderData<typeof loader>() as StoppingPageView} />;
}
