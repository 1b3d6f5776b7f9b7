import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvLines, csvText } from "~/domain/shared/csv";
import { asConsentId } from "~/domain/shared/ids";
import { requireCorrelationId } from "~/web/correlation.server";
import { fileStream } from "~/web/file-answer.server";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";
import { readsHeader, readsRows } from "./reads-table";

/** Every single read as a table to keep (D-05), however many there are. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { customer } = await requireCustomer(request);
  const context = { correlationId: requireCorrelationId() };
  const words = wordsFor(request);
  const saved = await withRecord(() => services().saveReads(asConsentId(params.id ?? ""), customer, context));
  if (!saved) throw new Response(null, { status: 404 });
  const pages = saved.pages[Symbol.asyncIterator]();
  // While there is nothing sent, a page can still say that our own record is away.
  const first = await withRecord(() => pages.next());
  return fileStream(lines(), "text/csv; charset=utf-8", "reads.csv");

  async function* lines() {
    yield csvText([readsHeader(words)]);
    for (let page = first; !page.done; page = await pages.next()) {
      yield csvLines(readsRows(page.value, saved?.accounts ?? [], words));
    }
  }
}
