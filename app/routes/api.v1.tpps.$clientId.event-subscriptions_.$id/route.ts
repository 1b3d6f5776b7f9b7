import type { ActionFunctionArgs } from "@remix-run/node";
import { asClientId, asSubscriptionId } from "~/domain/shared/ids";
import { requireBankSystem } from "~/web/bank-system.server";
import { requireCorrelationId } from "~/web/correlation.server";
import { answerMachine, clientIdFrom, machineProblem, readJson, requireMethod } from "~/web/machine-answer.server";
import { services } from "~/web/services.server";
import { subscriptionBody } from "../api.v1.tpps.$clientId.event-subscriptions/form";
import { STATUS_OF } from "../api.v1.tpps.$clientId.event-subscriptions/status";

/** Replaces (PUT) or ends (DELETE) a TPP's subscription. Another TPP's is as unknown as none. */
export function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  return answerMachine(async () => {
    await requireBankSystem(request, "tpp_events");
    const method = requireMethod(request, "PUT", "DELETE");
    const client = asClientId(clientIdFrom(params["clientId"]));
    const id = asSubscriptionId(params["id"] ?? "");
    const correlationId = requireCorrelationId();
    if (method === "DELETE") {
      const ended = await services().unsubscribe(client, id, correlationId);
      return ended ? machineProblem(204) : machineProblem(404, { problem: "subscription-unknown" });
    }
    const asked = await readJson(request, subscriptionBody);
    const changed = await services().changeSubscription(client, id, asked, correlationId);
    return changed.ok
      ? Response.json(changed.value)
      : machineProblem(STATUS_OF[changed.error], { problem: changed.error });
  });
}
