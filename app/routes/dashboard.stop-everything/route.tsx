import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { StoppingPage } from "~/ui/stopping/stopping-page";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { asTheLoaderSaid, lookingAgain } from "../dashboard.consents.$id_.stop/look-again.server";
import { stopManyFrom, viewMany } from "../dashboard.consents.$id_.stop/stop-many.server";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** Everything that the customer could stop at once; once it was asked for, what came of each. */
export async function loader({ request }: LoaderFunctionArgs) {
  const own = await requireCustomer(request);
  return lookingAgain(request, await viewMany(request, own, paths.stopEverything));
}

export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  return stopManyFrom(request, customer, paths.stopEverything);
}

export default function StopEverything() {
  return <StoppingPage view={useLoaderData<typeof loader>() as StoppingPageView} />;
}
