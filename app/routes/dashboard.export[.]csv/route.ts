import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvLines, csvText } from "~/domain/shared/csv";
import { fileStream } from "~/web/file-answer.server";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";
import { recordHeader, recordRows } from "./record-table";

/** All consents of the customer's own as a table to keep (D-27), however many there are. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { customer } = await requireCustomer(request);
  const words = wordsFor(request);
  const pages = services().saveOwnRecord.consents(customer);
  // While there is nothing sent, a page can still say that our own record is away.
  const first = await withRecord(() => pages.next());
  return fileStream(lines(), "text/csv; charset=utf-8", "consents.csv");

  async function* lines() {
    yield csvText([recordHeader(words)]);
    for (let page = first; !page.done; page = await pages.next()) yield csvLines(recordRows(page.value, words));
  }
}
