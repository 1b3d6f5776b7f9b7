import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { csvText } from "~/domain/shared/csv";
import { paths } from "~/paths";
import { visitOf } from "~/web/consent-visit.server";
import { fileAnswer } from "~/web/file-answer.server";
import { wordsFor } from "~/web/language.server";
import { services } from "~/web/services.server";
import { stopFor } from "~/web/stop.server";
import { fileTable } from "./file-table";

/**
 * Every payment of the file that this browser's visit asks about, as a table to keep (P-19). Where there is none, for
 * whatever reason, the page of the visit says in words how it stands.
 */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const visit = await visitOf(request, params.visit);
  if (!visit) throw new Response(null, { status: 404 });
  const rows = await services()
    .readFile(visit)
    .catch((error: unknown) => {
      // The page of the visit shows what stops it; here it is noted, or thrown on where it is a fault of ours.
      stopFor(error, { visit, retry: paths.consent(visit.id) });
    });
  if (!rows) return redirect(paths.consent(visit.id), 303);
  return fileAnswer(csvText(fileTable(rows, wordsFor(request))), "text/csv; charset=utf-8", "payments.csv");
}
