import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ExportView } from "~/ui/notices-view";
import { presentExport, withUnread } from "~/ui/present-notices";
import { TakeDataPage } from "~/ui/take-data-page";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { bankOf } from "~/web/stop.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** How a customer takes their record along (D-27). */
export async function loader({ request }: LoaderFunctionArgs) {
  const { unread } = await requireCustomer(request);
  const words = wordsFor(request);
  return withUnread(presentExport(bankOf(), words), unread, words);
}

export default function TakeData() {
  return <TakeDataPage view={useLoaderData<typeof loader>() as ExportView} />;
}
