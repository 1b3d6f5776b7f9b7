import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Connection } from "~/domain/consent/connection";
import type { AllowProblem } from "~/domain/consent/decision";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import { ConsentPage, type PhoneWay } from "~/ui/consent-page";
import type { ConsentPageView, QuestionView } from "~/ui/consent-page-view";
import { choosableOn } from "~/ui/consent-question/accounts-shown";
import { presentConsent } from "~/ui/consent-question/present";
import { presentOnPaper } from "~/ui/consent-question/present-on-paper";
import { secondsLeft } from "~/ui/consent-question/present-time";
import type { ExampleView } from "~/ui/example-view";
import { StopPage } from "~/ui/stop-page";
import type { StopPageView } from "~/ui/stop-page-view";
import type { OpenQuestion } from "~/use-cases/view-consent-request";
import { raiseAlert } from "~/web/alerts.server";
import { type HeldVisit, visitOf } from "~/web/consent-visit.server";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { services } from "~/web/services.server";
import { aboutVisit, bankOf, statusOf, stopAnswer, stopFor, stopView } from "~/web/stop.server";
import { Unsent } from "~/web/unsent";
import { readForm } from "./form";
import { lookAround } from "./look-around";
import { presentExample } from "./present-example";

export const handle = { noJs: true };

type Question = OpenQuestion & { readonly connection: Connection | undefined };
type Answered = Awaited<ReturnType<typeof takeAnswer>>;
type Screen =
  | { readonly stop: StopPageView; readonly goTo?: string }
  | {
      readonly page: ConsentPageView;
      readonly seen: string;
      readonly secondsLeft?: number;
      readonly example?: ExampleView;
      readonly file?: string;
      readonly onPaper?: string;
      readonly phone?: PhoneWay;
    };

/** Of what the loader gave, as it gave it: nothing of this page is sent as data, which the type of loader data cannot say. */
const screenOf = (loaded: unknown): Screen => (loaded instanceof Unsent ? loaded.value : (loaded as Screen));

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const shown = data && screenOf(data);
  if (!shown) return [];
  if (!("stop" in shown)) return [{ title: shown.page.documentTitle }];
  const away = shown.goTo ? [{ httpEquiv: "refresh", content: `0;url=${shown.goTo}` }] : [];
  return [{ title: shown.stop.documentTitle }, ...away];
};

/** The question, for the browser that owns the visit; anybody else sees what a visit that never was shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (context.answered) return context.answered as Answered;
  const words = wordsFor(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" }, words);
  try {
    const [view, connection] = await Promise.all([
      services().viewConsentRequest(visit),
      services().connectionOf(visit),
    ]);
    return view.state === "answered"
      ? redirect(paths.consentOutcome(visit.id), 303)
      : await show(visit, words, { ...view, connection });
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry: paths.consent(visit.id) }), words);
  }
}

export async function action(args: ActionFunctionArgs) {
  const answered = await takeAnswer(args);
  args.context.answered = answered;
  return answered;
}

async function takeAnswer({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const words = wordsFor(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" }, words);
  const sent = readForm(await request.formData());
  if (!sent) throw new Response(null, { status: 400 });
  try {
    if ("show" in sent) return await lookAround(visit, sent, words);
    if (sent.choice === "log-in-again") {
      return visit.joinedBy ? await handBack(visit) : await passOn(visit, words);
    }
    const decided = await services().decideConsent(visit, sent);
    if (!decided.ok) {
      const { problem, question } = decided.error;
      const chosen = sent.choice === "allow" ? sent.accountIds : [];
      const connection = await services().connectionOf(visit);
      return await show(visit, words, { ...question, draft: { ...question.draft, chosen }, connection }, problem);
    }
    if (decided.value === "to-be-confirmed") {
      // So that the way back from there finds what was chosen.
      await services().keepDraft(visit, { chosen: sent.choice === "allow" ? sent.accountIds : [] }, sent.seen);
      return redirect(paths.consentConfirm(visit.id), 303);
    }
    await services().settleDecision(visit, decided.value);
    return redirect(paths.consentOutcome(visit.id), 303);
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry: paths.consent(visit.id) }), words);
  }
}

/** Who signs in again does so on the first device, whose browser the authorization server knows (P-24). */
async function handBack(visit: HeldVisit) {
  await services().secondDevices.takeBack(visit);
  return redirect(paths.secondDevice, 303);
}

/** On to the log-in, by a page as after an answer: `form-action` would have to name the authorization server. */
async function passOn(visit: HeldVisit, words: Words) {
  const next = await services().logInAgain(visit);
  if (!next) return redirect(paths.consentOutcome(visit.id), 303);
  const goTo = next.to.href;
  return data({ stop: stopView({ is: "passed-on", ...aboutVisit(visit), to: goTo }, words), goTo });
}

/** The question, kept as it is shown; after an answer that could not be taken, with the reason and with everything that was chosen. */
async function show(visit: HeldVisit, words: Words, question: Question, problem?: AllowProblem) {
  if (problem === "request-changed") {
    return stopAnswer({ is: "changed", ...aboutVisit(visit), retry: paths.consent(visit.id) }, words);
  }
  const resembles = await services().resemblanceOf(question.request.requester);
  const made = {
    request: question.request,
    offered: question.offered,
    bank: bankOf(),
    now: new Date(),
    correlationId: visit.correlationId,
    ...(question.draft && { draft: question.draft }),
    ...(question.connection && { connection: question.connection }),
    ...(problem && { problem }),
    ...(question.risk && { risk: question.risk }),
    ...(question.payeeCheck && { payeeCheck: question.payeeCheck }),
    ...(question.vrpUse && { vrpUse: question.vrpUse }),
    ...(question.usedBefore && { usedBefore: question.usedBefore }),
    ...(resembles && { resembles }),
  };
  const page = presentConsent(made, words);
  if (page.state === "stopped" && page.stop.is === "not-understood") {
    raiseAlert("request-not-understood", { kind: visit.kind, client: visit.clientId });
  }
  const { locale, version: catalogueVersion } = words;
  const kept = {
    locale,
    catalogueVersion,
    payloadHash: question.payloadHash,
    made,
    said: page,
    choosable: choosableOn(page),
  };
  const [seen, example] = await Promise.all([
    services().keepShown(visit, { ...kept, isMoment: page.state === "moment" }),
    page.state === "question" ? exampleOn(page, visit, question, words) : undefined,
  ]);
  const left = secondsLeft(made);
  const onPaper = presentOnPaper(made, words);
  const shown: Screen = {
    page,
    seen,
    ...(left !== undefined && { secondsLeft: left }),
    ...(example && { example }),
    ...(question.request.fileReadable && { file: paths.consentFile(visit.id) }),
    ...(onPaper && { onPaper }),
    // Where the phone's log-in is ours to ask for; who is on it already goes no further (P-24).
    ...(services().bankLogin &&
      !visit.joinedBy &&
      !visit.decoupled && { phone: { label: words.secondDevice.button, action: paths.consentPhone(visit.id) } }),
  };
  return data(new Unsent(shown), { status: page.state === "stopped" ? statusOf(page.stop.is) : problem ? 422 : 200 });
}

/** Beside the page and never in it: what is in an example is kept nowhere (P-05). */
async function exampleOn(page: QuestionView, visit: HeldVisit, question: Question, words: Words) {
  const preview = await services().previewOwnData(visit, question);
  return preview && presentExample(preview, { app: page.parties.app.name, customer: visit.customer }, words);
}

export default function Consent() {
  const shown = screenOf(useLoaderData<typeof loader>());
  if ("stop" in shown) return <StopPage view={shown.stop} />;
  const { page, ...rest } = shown;
  return <ConsentPage view={page} {...rest} />;
}
