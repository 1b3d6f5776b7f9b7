import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asClientId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import { StoppingPage } from "~/ui/stopping/stopping-page";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { asTheLoaderSaid, lookingAgain } from "../dashboard.consents.$id_.stop/look-again.server";
import { stopManyFrom, viewMany } from "../dashboard.consents.$id_.stop/stop-many.server";
import { idIn } from "../dashboard.consents.$id_.stop/stopping.server";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** Everything that one app has of the customer; once it was asked to be stopped, what came of each. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const own = await requireCustomer(request);
  const client = asClientId(idIn(params.clientId));
  return lookingAgain(request, await viewMany(request, own, paths.stopApp(client), client));
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  const client = asClientId(idIn(params.clientId));
  return stopManyFrom(request, customer, paths.stopApp(client), client);
}

export default function StopApp() {
  return <StoppingPage view={useLoaderData<typeof loader>() as StoppingPageView} />;
}
