import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DashboardHome } from "~/ui/dashboard-home";
import type { HomeView } from "~/ui/dashboard-view";
import { presentHome } from "~/ui/present-dashboard";
import { wordsFor } from "~/web/language.server";
import { answerCustomer, requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** What waits for the customer who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer } = await requireCustomer(request);
  const waiting = await answerCustomer(() => services().waitingSignatures.of(customer));
  return presentHome(waiting, bankOf(), wordsFor(request));
}

export default function Home() {
  return <DashboardHome view={useLoaderData<typeof loader>() as HomeView} />;
}
