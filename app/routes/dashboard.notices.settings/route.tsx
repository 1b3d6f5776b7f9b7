import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { CustomerId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import { NoticeSettingsPage } from "~/ui/notice-settings-page";
import type { NoticeSettingsView } from "~/ui/notices-view";
import { presentNoticeSettings, withUnread } from "~/ui/present-notices";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { readSettings } from "./form";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** How the customer wants to hear. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, unread } = await requireCustomer(request);
  const found = await chosenBy(customer);
  const saved = new URL(request.url).searchParams.has("saved");
  const words = wordsFor(request);
  return withUnread(presentNoticeSettings({ ...found, saved }, bankOf(), words), unread, words);
}

/** Keeps all of the form at once, or none of it. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer, unread } = await requireCustomer(request);
  const { apps, preferences: before } = await chosenBy(customer);
  const known = apps.map(({ clientId }) => clientId);
  const { preferences, sameHours } = readSettings(await request.formData(), before, known);
  if (sameHours) {
    const words = wordsFor(request);
    const view = presentNoticeSettings({ preferences, apps, sameHours }, bankOf(), words);
    return data(withUnread(view, unread, words), { status: 422 });
  }
  await withRecord(() => services().customerNotices.keepPreferences(customer, preferences));
  return redirect(`${paths.noticeSettings}?saved`, 303);
}

const chosenBy = (customer: CustomerId) =>
  withRecord(async () => {
    const { customerNotices } = services();
    const [preferences, apps] = await Promise.all([
      customerNotices.preferencesOf(customer),
      customerNotices.appsThatEnd(customer),
    ]);
    return { preferences, apps };
  });

export default function NoticeSettings() {
  const shown = useLoaderData<typeof loader>();
  return <NoticeSettingsPage view={(useActionData<typeof action>() ?? shown) as NoticeSettingsView} />;
}
