import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { Visit } from "~/ports/consent-desk";
import { ConfirmPage } from "~/ui/confirm-page";
import type { ConfirmPageView } from "~/ui/confirm-page-view";
import type { PasskeyToAsk } from "~/ui/passkey-form";
import { StopPage } from "~/ui/stop-page";
import type { StopPageView } from "~/ui/stop-page-view";
import type { FactorStanding } from "~/use-cases/factor-standing";
import { visitOf } from "~/web/consent-visit.server";
import { useNonce } from "~/web/document-context";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { services } from "~/web/services.server";
import { aboutVisit, bankOf, stopAnswer, stopFor } from "~/web/stop.server";
import { Unsent } from "~/web/unsent";
import { readForm } from "../consent.$visit/form";
import { readStep } from "./form";
import { type ConfirmProblem, codeMessage, presentConfirm } from "./present-confirm";

/** A passkey is asked for by a script alone; a code needs none. */
export const handle = { noJs: true, ownScript: true };

type Answered = Awaited<ReturnType<typeof takeStep>>;
type Screen =
  | { readonly stop: StopPageView }
  | {
      readonly page: ConfirmPageView;
      readonly bound: string;
      readonly seen: string;
      readonly back: string;
      readonly passkey?: Omit<PasskeyToAsk, "nonce">;
    };

const screenOf = (loaded: unknown): Screen => (loaded instanceof Unsent ? loaded.value : (loaded as Screen));

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const shown = data && screenOf(data);
  if (!shown) return [];
  return [{ title: "stop" in shown ? shown.stop.documentTitle : shown.page.documentTitle }];
};

/** What is to be confirmed, for the browser that owns the visit. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (context.answered) return context.answered as Answered;
  const words = wordsFor(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" }, words);
  try {
    return await show(visit, words);
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry: paths.consentConfirm(visit.id) }), words);
  }
}

export async function action(args: ActionFunctionArgs) {
  const answered = await takeStep(args);
  args.context.answered = answered;
  return answered;
}

async function takeStep({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const words = wordsFor(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" }, words);
  const form = await request.formData();
  const sent = readStep(form);
  try {
    if (!sent) return await refuse(visit, form);
    if ("send" in sent) return await sendCode(visit, sent.challenge, words);
    const confirmed = await services().confirmConsent(visit, sent);
    if (confirmed.is === "elsewhere") return leadOn(visit, confirmed.standing, words);
    if (confirmed.is !== "decided") return await show(visit, words, confirmed);
    await services().settleDecision(visit, confirmed.recorded);
    return redirect(paths.consentOutcome(visit.id), 303);
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry: paths.consentConfirm(visit.id) }), words);
  }
}

/** A no is a no wherever it is said. */
async function refuse(visit: Visit, form: FormData) {
  const sent = readForm(form);
  if (!sent || "show" in sent || sent.choice !== "refuse") throw new Response(null, { status: 400 });
  const decided = await services().decideConsent(visit, sent);
  if (decided.ok && decided.value !== "to-be-confirmed") await services().settleDecision(visit, decided.value);
  return redirect(paths.consentOutcome(visit.id), 303);
}

async function sendCode(visit: Visit, challenge: string, words: Words) {
  const bank = bankOf();
  const sent = await services().sendFactorCode(visit, challenge, (message) =>
    codeMessage(message, bank, new Date(), words),
  );
  if (sent.is === "elsewhere") return leadOn(visit, sent.standing, words);
  if (sent.is !== "sent") return show(visit, words, { is: sent.is });
  return redirect(`${paths.consentConfirm(visit.id)}#code`, 303);
}

async function show(visit: Visit, words: Words, problem?: ConfirmProblem) {
  const now = await services().viewConfirmation(visit);
  if (now.is !== "open") return leadOn(visit, now, words);
  const { asked, factors } = now;
  const page = presentConfirm({ ...now, bank: bankOf(), ...(problem && { problem }) }, words);
  if (!page) return redirect(paths.consent(visit.id), 303);
  const keys = factors.passkeys.map(({ id, transports }) => ({ id, transports }));
  const shown: Screen = {
    page,
    bound: asked.challenge,
    seen: asked.shownHash,
    back: paths.consent(visit.id),
    ...(keys.length > 0 && { passkey: { rpId: services().passkeysAreFor, keys } }),
  };
  return data(new Unsent(shown), { status: problem ? 422 : 200 });
}

/** Where a visit goes on that has nothing to confirm: everything refused here is explained, and nothing was granted. */
function leadOn(visit: Visit, standing: Exclude<FactorStanding, { is: "open" }>, words: Words) {
  const about = aboutVisit(visit);
  const retry = paths.consent(visit.id);
  if (standing.is === "answered") return redirect(paths.consentOutcome(visit.id), 303);
  if (standing.is === "over") return stopAnswer({ is: "confirm-over", ...about, retry }, words);
  if (standing.is === "not-taken" && standing.problem === "request-changed") {
    return stopAnswer({ is: "changed", ...about, retry }, words);
  }
  // Nothing was asked, it is locked, or nobody can agree to it any more: the question's own page says so.
  return redirect(retry, 303);
}

export default function Confirm() {
  const shown = screenOf(useLoaderData<typeof loader>());
  const nonce = useNonce();
  if ("stop" in shown) return <StopPage view={shown.stop} />;
  const { page, passkey, ...rest } = shown;
  return <ConfirmPage view={page} {...rest} {...(passkey && { passkey: { ...passkey, nonce } })} />;
}
