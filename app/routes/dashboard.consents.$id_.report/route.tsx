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
import { presentReport } from "../dashboard.consents.$id_.stop/present-report";
import { idIn, keyIn, requireStopping, stoppingScene } from "../dashboard.consents.$id_.stop/stopping.server";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** What happens when the customer does not recognise it; once it was reported, the number to quote. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const own = await requireCustomer(request);
  return lookingAgain(
    request,
    presentReport(await requireStopping(params.id, own.customer), stoppingScene(request, own)),
  );
}

/** Stops it where there is something to stop, and opens a case (D-24). */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  const idempotencyKey = keyIn(await request.formData());
  const consentId = asConsentId(idIn(params.id));
  const outcome = await withRecord(() =>
    services().reportConsent({ consentId, customer, idempotencyKey, correlationId: requireCorrelationId() }),
  );
  if (outcome === "not-found") throw new Response(null, { status: 404 });
  return redirect(paths.reportConnection(consentId), 303);
}

export default function ReportConnection() {
  return <StoppingPage view={useLoaderData<typeof loader>() as StoppingPageView} />;
}
