import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileStream } from "~/web/file-answer.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";
import { consentJson, jsonOf, noticeJson } from "./record-json";

/** Everything that is known of the customer's own consents, for programs (D-27, GDPR article 20). */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { customer } = await requireCustomer(request);
  const { saveOwnRecord } = services();
  const pages = saveOwnRecord.consents(customer);
  // While there is nothing sent, a page can still say that our own record is away.
  const first = await withRecord(() => pages.next());
  return fileStream(jsonOf({ consents: consents(), notices: notices() }), "application/json", "consents.json");

  async function* consents() {
    for (let page = first; !page.done; page = await pages.next()) yield page.value.map(consentJson);
  }
  async function* notices() {
    for await (const page of saveOwnRecord.notices(customer)) yield page.map(noticeJson);
  }
}
