import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { StopPage } from "~/ui/stop-page";
import type { StopPageView } from "~/ui/stop-page-view";
import { visitIdOf } from "~/use-cases/open-visit";
import { dropOldVisits, sealVisit, visitOf } from "~/web/consent-visit.server";
import { adoptCorrelationId, requireCorrelationId } from "~/web/correlation.server";
import { wordsFor } from "~/web/language.server";
import { services } from "~/web/services.server";
import { stopAnswer, stopFor } from "~/web/stop.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.stop.documentTitle }] : []);

/**
 * Where the authorization server sends the browser. Takes the hand-off out of the address at once: an address stays in
 * the history, and its secrets must not.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  // What only asks for headers must not take the hand-off from the customer.
  if (request.method === "HEAD") throw new Response(null, { status: 405, headers: { Allow: "GET" } });
  const words = wordsFor(request);
  const { searchParams, pathname, search } = new URL(request.url);
  const handoff = services().readHandoff(searchParams);
  if (!handoff) return stopAnswer({ is: "unknown" }, words);

  // The same browser again: a reload, or the back button.
  const known = await visitOf(request, visitIdOf(handoff));
  if (known) return redirect(paths.consent(known.id), 303);

  try {
    const opened = await services().openVisit(handoff, requireCorrelationId(), (visit, answerBy) => {
      // A browser that has left, to reload perhaps, would not get what it is about to own.
      request.signal.throwIfAborted();
      return sealVisit(visit, answerBy);
    });
    if (!opened.ok) return stopAnswer({ is: "opened-elsewhere" }, words);
    const { visit, sealed } = opened.value;
    adoptCorrelationId(visit.correlationId);
    const headers = new Headers([["Set-Cookie", sealed]]);
    for (const cookie of dropOldVisits(request)) headers.append("Set-Cookie", cookie);
    return redirect(paths.consent(visit.id), { status: 303, headers });
  } catch (error) {
    const stop = stopFor(error, { retry: pathname + search });
    if (stop.is !== "not-understood") return stopAnswer(stop, words);
    const next = await services().turnAway(handoff, requireCorrelationId());
    return stopAnswer({ ...stop, ...(next && { to: next.to.href }) }, words);
  }
}

export default function ConsentEntry() {
  // What was sent is what arrives: optional properties stay away, which the serialised type cannot say.
  const { stop } = useLoaderData<typeof loader>() as { stop: StopPageView };
  return <StopPage view={stop} />;
}
