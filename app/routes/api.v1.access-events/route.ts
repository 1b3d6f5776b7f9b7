import type { ActionFunctionArgs } from "@remix-run/node";
import { log } from "~/web/log.server";
import { answerMachine, machineProblem, requireMethod } from "~/web/machine-answer.server";
import { countReads } from "~/web/read-count.server";
import { services } from "~/web/services.server";

/**
 * Takes what the bank's gateways tell of the reads that they answered (D-05). The signature of the report is what lets it
 * in, and it is kept before it is acknowledged.
 */
export function action({ request }: ActionFunctionArgs): Promise<Response> {
  return answerMachine(async () => {
    const { takeAccessReport } = services();
    // A bank that has not said whose signature it is tells nothing here.
    if (!takeAccessReport) return machineProblem(404);
    requireMethod(request, "POST");
    const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
    if (type.trim().toLowerCase() !== "application/jose") return machineProblem(415, { problem: "not-jose" });
    const report = await takeAccessReport(await request.text());
    if (report === "unsigned") {
      countReads({ unsigned: 1 });
      return machineProblem(400, { problem: "authentication-failed" });
    }
    if ("field" in report) return machineProblem(400, { problem: "field-invalid", field: report.field });
    const { taken, repeated, refused, early } = report;
    countReads({ taken, repeated, refused: refused.length, early: early.length });
    if (refused.length > 0) log().error({ refused: refused.slice(0, 10) }, "reads were reported that cannot be kept");
    return Response.json({
      taken,
      repeated,
      refused: refused.map(({ index, field }) => ({ index, problem: "field-invalid", field })),
      early,
    });
  });
}
