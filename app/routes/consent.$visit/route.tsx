import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { AllowProblem } from "~/domain/consent/decision";
import { enGB } from "~/i18n/en-GB";
import { paths } from "~/paths";
import type { Visit } from "~/ports/consent-desk";
import { ConsentPage } from "~/ui/consent-page";
import { StopPage } from "~/ui/stop-page";
import { visitOf } from "~/web/consent-visit.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { services } from "~/web/services.server";
import { bankOf, statusOf, stopAnswer, stopFor } from "~/web/stop.server";
import { readAnswer } from "./form";
import { presentConsent } from "./present";

export const handle = { noJs: true };

type Answered = Awaited<ReturnType<typeof show>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const shown = data as { stop?: { documentTitle: string }; page?: { documentTitle: string } } | undefined;
  const title = shown?.page?.documentTitle ?? shown?.stop?.documentTitle;
  return title ? [{ title }] : [];
};

/** The question, for the browser that owns the visit; anybody else sees what a visit that never was shows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await visitOf(request, params.visit);
  return visit ? show(visit) : stopAnswer({ is: "unknown" });
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" });
  const answer = readAnswer(await request.formData());
  if (!answer) throw new Response(null, { status: 400 });
  try {
    const decided = await services().decideConsent(visit, answer);
    if (!decided.ok) return show(visit, decided.error, answer.choice === "allow" ? answer.accountIds : []);
    await services().settleDecision(visit, decided.value);
    return redirect(paths.consentOutcome(visit.id), 303);
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry: paths.consent(visit.id) }));
  }
}

/** What the page shows now, after an answer that could not be taken too: nothing that was chosen is lost. */
async function show(visit: Visit, problem?: AllowProblem, chosen: readonly string[] = []) {
  const retry = paths.consent(visit.id);
  try {
    const view = await services().viewConsentRequest(visit);
    if (view.state === "answered") return redirect(paths.consentOutcome(visit.id), 303);
    if (problem === "request-changed") {
      return stopAnswer({
        is: "changed",
        kind: visit.kind,
        retry,
        ...(visit.requesterName && { requester: visit.requesterName }),
      });
    }
    const page = presentConsent(
      {
        ...view,
        bank: bankOf(),
        now: new Date(),
        correlationId: visit.correlationId,
        ...(problem && { problem, chosen }),
      },
      enGB,
    );
    const status = page.state === "stopped" ? statusOf(page.stop.is) : problem ? 422 : 200;
    return data({ page }, { status });
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry }));
  }
}

export default function Consent() {
  const loaded = useLoaderData<typeof loader>();
  const shown = (useActionData<typeof action>() ?? loaded) as Extract<Answered, { data: unknown }>["data"];
  if ("stop" in shown) return <StopPage view={shown.stop} />;
  return <ConsentPage view={shown.page} />;
}
