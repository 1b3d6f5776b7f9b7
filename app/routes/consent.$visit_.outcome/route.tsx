import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Decision, isEnd, outcomeOf } from "~/domain/consent/decision";
import { paths } from "~/paths";
import { StopPage } from "~/ui/stop-page";
import type { StopPageView } from "~/ui/stop-page-view";
import { visitOf } from "~/web/consent-visit.server";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { services } from "~/web/services.server";
import { aboutVisit, statusOf, stopAnswer, stopFor, stopView } from "~/web/stop.server";
import { reportOf } from "./report";

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
  const words = wordsFor(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" }, words);
  const retry = paths.consentOutcome(visit.id);
  try {
    const recorded = await services().decisionOf(visit.id);
    if (!recorded) return redirect(paths.consent(visit.id), 303);
    const settled = await services().settleDecision(visit, recorded);
    const reported = await reportOf(visit, settled, words);
    if (reported && !(isGoingOn(request) && settled.state === "settled")) return stopAnswer(reported, words);
    const answered = {
      ...aboutVisit(visit),
      outcome: outcomeOf(settled.decision),
      ...awaited(settled.decision),
    };
    if (settled.state === "intended") return stopAnswer({ is: "recording", ...answered, retry }, words);
    if (settled.state === "closed") {
      const is = settled.closedBecause === "not-allowed" ? "withdrawn" : "expired";
      return stopAnswer({ is, ...aboutVisit(visit) }, words);
    }
    const { receipt: own } = words;
    const receipt = { label: isEnd(answered.outcome) ? own.ended.link : own.link, href: paths.receipt(visit.id) };
    // A customer who was erased since has none any more.
    const offered = (await services().hasReceipt(visit.id)) && { receipt };
    // The authorization server knows the first device's browser alone, and that one goes on (P-24).
    const to = visit.joinedBy ? undefined : settled.nextHop?.to.href;
    if (!to || !(await services().follow(settled))) {
      return stopAnswer(
        reported ?? {
          is: "already-decided",
          ...answered,
          ...offered,
          canGoOn: to !== undefined,
          ...(visit.joinedBy && { goesOnElsewhere: true }),
        },
        words,
      );
    }
    return data(
      { stop: stopView({ is: "leaving", ...answered, ...offered, to }, words), goTo: to },
      { status: statusOf("leaving") },
    );
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry }), words);
  }
}

/** Of a yes that is the first of several: how many more it takes. */
const awaited = (decision: Decision) =>
  decision.outcome === "allowed" && decision.awaits ? { awaitsOthers: decision.awaits.required - 1 } : {};

/** Marks the way on that the customer asked for, from the page that waits for that. */
const GOING_ON = "?go=on";
const isGoingOn = (request: Request) => new URL(request.url).searchParams.get("go") === "on";

/** The customer came back and wants to go on: the address that was given may be used up. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const words = wordsFor(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" }, words);
  try {
    const recorded = await services().decisionOf(visit.id);
    if (recorded && !visit.joinedBy) await services().goOn(visit, recorded);
    return redirect(`${paths.consentOutcome(visit.id)}${GOING_ON}`, 303);
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry: paths.consentOutcome(visit.id) }), words);
  }
}

export default function Outcome() {
  // What was sent is what arrives: optional properties stay away, which the serialised type cannot say.
  const loaded = useLoaderData<typeof loader>();
  const { stop } = (useActionData<typeof action>() ?? loaded) as { stop: StopPageView };
  return <StopPage view={stop} />;
}
