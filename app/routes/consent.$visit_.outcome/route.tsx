import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { StopPage } from "~/ui/stop-page";
import type { StopPageView } from "~/ui/stop-page-view";
import { visitOf } from "~/web/consent-visit.server";
import { services } from "~/web/services.server";
import { statusOf, stopAnswer, stopView } from "~/web/stop.server";

export const handle = { noJs: true };

/**
 * Right after the answer the browser goes on by itself, without delay (WCAG technique H76). A redirect of the form's
 * answer could not do it: `form-action` of the content security policy also holds for redirects, and would have to name
 * every TPP.
 */
export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown
    ? [
        { title: shown.stop.documentTitle },
        ...("goTo" in shown && shown.goTo ? [{ httpEquiv: "refresh", content: `0;url=${shown.goTo}` }] : []),
      ]
    : [];

/**
 * What was answered, and the way on. Survives reload: a decision that did not reach the authorization server yet is sent
 * again, which is safe at any time.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" });
  const recorded = await services().decisionOf(visit.id);
  if (!recorded) return redirect(paths.consent(visit.id), 303);

  const about = { kind: visit.kind, ...(visit.requesterName && { requester: visit.requesterName }) };
  const answered = { ...about, outcome: recorded.decision.outcome };
  const settled = await services().settleDecision(visit, recorded);
  if (settled.state === "intended") {
    return stopAnswer({ is: "recording", ...answered, retry: paths.consentOutcome(visit.id) });
  }
  if (settled.state === "closed") return stopAnswer({ is: "withdrawn", ...about });
  const to = settled.nextHop.to.href;
  if (!(await services().follow(recorded))) return stopAnswer({ is: "already-decided", ...answered, to });
  return data({ stop: stopView({ is: "leaving", ...answered, to }), goTo: to }, { status: statusOf("leaving") });
}

export default function Outcome() {
  // What was sent is what arrives: optional properties stay away, which the serialised type cannot say.
  const { stop } = useLoaderData<typeof loader>() as { stop: StopPageView };
  return <StopPage view={stop} />;
}
