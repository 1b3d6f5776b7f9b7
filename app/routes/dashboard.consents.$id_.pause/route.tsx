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
import { asTheLoaderSaid, lookingAgain } from "../dashboard.consents.$id_.stop/look-again.server";
import { PAUSES, presentPause } from "../dashboard.consents.$id_.stop/present-pause";
import { idIn, keyIn, requireStopping, seeOther, stoppingScene } from "../dashboard.consents.$id_.stop/stopping.server";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

const UNCHOSEN = "unchosen";

/** For how long it is to be paused; once it is, until when. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const own = await requireCustomer(request);
  const unchosen = new URL(request.url).searchParams.has(UNCHOSEN);
  return lookingAgain(
    request,
    presentPause(await requireStopping(params.id, own.customer), { ...stoppingScene(request, own), unchosen }),
  );
}

/** Pauses it (T9), and never asks for a factor (D-28). */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  const form = await request.formData();
  const consentId = asConsentId(idIn(params.id));
  const page = paths.pauseConnection(consentId);
  const pause = form.get("pause");
  if (pause !== "day" && pause !== "week" && pause !== "open") {
    await requireStopping(params.id, customer);
    return redirect(`${page}?${UNCHOSEN}`, 303);
  }
  const hours = PAUSES[pause];
  const outcome = await withRecord(() =>
    services().changeConsent({
      move: "suspend",
      reason: "customer-pause",
      actor: { type: "customer", id: customer },
      ...(hours !== undefined && { hours }),
      consentId,
      idempotencyKey: keyIn(form),
      correlationId: requireCorrelationId(),
    }),
  );
  return seeOther(page, outcome);
}

export default function PauseConnection() {
  return <StoppingPage view={useLoaderData<typeof loader>() as StoppingPageView} />;
}
