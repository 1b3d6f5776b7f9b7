import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { NoticesPage } from "~/ui/notices-page";
import type { NoticesView } from "~/ui/notices-view";
import { presentNotices, withUnread } from "~/ui/present-notices";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

const SIZE = 20;

/** What the customer was told. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, unread } = await requireCustomer(request);
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  const notices = await withRecord(() =>
    services().customerNotices.of(customer, { size: SIZE + 1, ...(after !== undefined && { after }) }),
  );
  const found = { notices, size: SIZE, unread, isLater: after !== undefined };
  const words = wordsFor(request);
  return withUnread(presentNotices(found, bankOf(), words), unread, words);
}

/** Marks as read what was on the page, and what is older. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  const upTo = String((await request.formData()).get("up-to"));
  await withRecord(() => services().customerNotices.markRead(customer, upTo));
  return redirect(paths.notices, 303);
}

export default function Notices() {
  return <NoticesPage view={useLoaderData<typeof loader>() as NoticesView} />;
}
