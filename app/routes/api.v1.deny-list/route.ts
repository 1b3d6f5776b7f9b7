import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBankSystem } from "~/web/bank-system.server";
import { answerMachine } from "~/web/machine-answer.server";
import { services } from "~/web/services.server";

/** What the bank's gateway must not answer, signed: see docs/how-to/enforce-stops.md. */
export function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return answerMachine(async () => {
    await requireBankSystem(request, "consent_enforcement");
    const known = new URL(request.url).searchParams.get("known") ?? undefined;
    const list = await services().denyList(known);
    return new Response(list, { headers: { "content-type": "application/jose" } });
  });
}
