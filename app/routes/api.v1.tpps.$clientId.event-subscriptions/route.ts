import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { asClientId } from "~/domain/shared/ids";
import { requireBankSystem } from "~/web/bank-system.server";
import { requireCorrelationId } from "~/web/correlation.server";
import { answerMachine, clientIdFrom, machineProblem, readJson, requireMethod } from "~/web/machine-answer.server";
import { services } from "~/web/services.server";
import { subscriptionBody } from "./form";
import { STATUS_OF } from "./status";

/** A TPP's subscription to events: none or one. */
export function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return answerMachine(async () => {
    await requireBankSystem(request, "tpp_events");
    const subscription = await services().subscriptionOf(asClientId(clientIdFrom(params["clientId"])));
    return Response.json({ subscriptions: subscription ? [subscription] : [] });
  });
}

/** Subscribes a TPP that has no subscription yet. */
export function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  return answerMachine(async () => {
    await requireBankSystem(request, "tpp_events");
    requireMethod(request, "POST");
    const client = asClientId(clientIdFrom(params["clientId"]));
    const asked = await readJson(request, subscriptionBody);
    const subscribed = await services().subscribeToEvents(client, asked, requireCorrelationId());
    if (!subscribed.ok) return machineProblem(STATUS_OF[subscribed.error], { problem: subscribed.error });
    return Response.json(subscribed.value, { status: 201 });
  });
}
