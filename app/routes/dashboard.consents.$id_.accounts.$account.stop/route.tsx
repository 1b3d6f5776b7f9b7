import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asAccountId, asConsentId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import { StoppingPage } from "~/ui/stopping/stopping-page";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";
import { asTheLoaderSaid, lookingAgain } from "../dashboard.consents.$id_.stop/look-again.server";
import { presentStopAccount } from "../dashboard.consents.$id_.stop/present-stop-account";
import { idIn, keyIn, requireStopping, seeOther, stoppingScene } from "../dashboard.consents.$id_.stop/stopping.server";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** What it means for one account to leave; once it was asked for, what came of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const own = await requireCustomer(request);
  const stopping = await requireStopping(params.id, own.customer);
  const view = presentStopAccount(stopping, asAccountId(idIn(params.account)), stoppingScene(request, own));
  if (!view) throw new Response(null, { status: 404 });
  return lookingAgain(request, view);
}

/** Takes the account out (T8); the last one leaves with the whole consent alone. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  const consentId = asConsentId(idIn(params.id));
  const accountId = asAccountId(idIn(params.account));
  const idempotencyKey = keyIn(await request.formData());
  const outcome = await withRecord(() =>
    services().changeConsent({
      move: "remove-account",
      reason: "account-removed",
      actor: { type: "customer", id: customer },
      accountId,
      consentId,
      idempotencyKey,
      correlationId: requireCorrelationId(),
    }),
  );
  return seeOther(paths.stopAccount(consentId, accountId), outcome);
}

export default function StopAccount() {
  return <StoppingPage view={useLoaderData<typeof loader>() as StoppingPageView} />;
}
