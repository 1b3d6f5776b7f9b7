import type { ActionFunctionArgs } from "@remix-run/node";
import { asClientId } from "~/domain/shared/ids";
import { requireBankSystem } from "~/web/bank-system.server";
import { answerMachine, clientIdFrom, readJson, requireMethod } from "~/web/machine-answer.server";
import { services } from "~/web/services.server";
import { pollBody } from "./form";

/** Hands a TPP the events that wait for it, and takes what it says of those before. */
export function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  return answerMachine(async () => {
    await requireBankSystem(request, "tpp_events");
    requireMethod(request, "POST");
    const client = asClientId(clientIdFrom(params["clientId"]));
    const { events, more } = await services().pollEvents(client, await readJson(request, pollBody));
    return Response.json({
      moreAvailable: more,
      sets: Object.fromEntries(events.map(({ id, token }) => [id, token])),
    });
  });
}
