import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import { ConfirmPage } from "~/ui/confirm-page";
import type { ConfirmPageView } from "~/ui/confirm-page-view";
import type { PasskeyToAsk } from "~/ui/passkey-form";
import { withUnread } from "~/ui/present-notices";
import { SigningPage } from "~/ui/signing-page";
import type { SigningPageView } from "~/ui/signing-view";
import { StopPage } from "~/ui/stop-page";
import type { StopPageView } from "~/ui/stop-page-view";
import type { SignerHere } from "~/use-cases/agree-to-sign";
import type { SigningStanding } from "~/use-cases/confirm-signing";
import { useNonce } from "~/web/document-context";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import type { LoggedIn } from "~/web/session.server";
import { bankOf, stopAnswer, stopFor } from "~/web/stop.server";
import { Unsent } from "~/web/unsent";
import { withRecord } from "~/web/with-record.server";
import { readStep } from "../consent.$visit_.confirm/form";
import { type ConfirmProblem, codeMessage, presentConfirm } from "../consent.$visit_.confirm/present-confirm";
import { presentMessage } from "../dashboard.signatures.$id/present";

/** A passkey is asked for by a script alone; a code needs none. */
export const handle = { noJs: true, ownScript: true };

type Signer = SignerHere & Pick<LoggedIn, "unread">;
type Answered = Exclude<Awaited<ReturnType<typeof takeStep>>, Response>;
type Screen =
  | { readonly stop: StopPageView }
  | { readonly message: SigningPageView }
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
  const { documentTitle } = "stop" in shown ? shown.stop : "message" in shown ? shown.message : shown.page;
  return [{ title: documentTitle }];
};

/** What a signer is to confirm, in the log-in in which they were asked. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (context.answered) return context.answered as Answered;
  const signer = { ...(await requireCustomer(request)), id: params.id ?? "" };
  const words = wordsFor(request);
  return unlessAway(signer, words, () => show(signer, words));
}

export async function action(args: ActionFunctionArgs) {
  const answered = await takeStep(args);
  args.context.answered = answered;
  return answered;
}

async function takeStep({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const signer = { ...(await requireCustomer(request)), id: params.id ?? "" };
  const words = wordsFor(request);
  const form = await request.formData();
  const sent = readStep(form);
  return unlessAway(signer, words, async () => {
    if (!sent) return refuse(signer, form);
    if ("send" in sent) return sendCode(signer, sent.challenge, words);
    const confirmed = await services().confirmSigning(signer, sent);
    if (confirmed.is === "elsewhere") return leadOn(signer, confirmed.standing, words);
    return confirmed.is === "signed" ? redirect(paths.signature(signer.id), 303) : show(signer, words, confirmed);
  });
}

/** A no is a no wherever it is said. */
async function refuse(signer: Signer, form: FormData) {
  const seen = form.get("seen");
  if (form.get("choice") !== "refuse" || typeof seen !== "string" || seen.length > 128) {
    throw new Response(null, { status: 400 });
  }
  if ((await services().declineRequest(signer, seen)) === "not-found") throw new Response(null, { status: 404 });
  return redirect(paths.signature(signer.id), 303);
}

async function sendCode(signer: Signer, challenge: string, words: Words) {
  const bank = bankOf();
  const sent = await services().sendSigningCode(signer, challenge, (message) =>
    codeMessage(message, bank, new Date(), words),
  );
  if (sent.is === "elsewhere") return leadOn(signer, sent.standing, words);
  if (sent.is !== "sent") return show(signer, words, { is: sent.is });
  return redirect(`${paths.signatureConfirm(signer.id)}#code`, 303);
}

async function show(signer: Signer, words: Words, problem?: ConfirmProblem) {
  const now = await services().viewSigningConfirmation(signer);
  if (now.is === "elsewhere") return leadOn(signer, now.standing, words);
  const { asked, factors } = now;
  const page = presentConfirm({ ...now, bank: bankOf(), signs: true, ...(problem && { problem }) }, words);
  const back = paths.signature(signer.id);
  if (!page) return redirect(back, 303);
  const keys = factors.passkeys.map(({ id, transports }) => ({ id, transports }));
  const shown: Screen = {
    page,
    bound: asked.challenge,
    seen: asked.shownHash,
    back,
    ...(keys.length > 0 && { passkey: { rpId: services().passkeysAreFor, keys } }),
  };
  return data(new Unsent(shown), { status: problem ? 422 : 200 });
}

/** Where a signer goes on who has nothing to confirm: everything refused here is explained, and nothing was signed. */
function leadOn(signer: Signer, standing: Exclude<SigningStanding, { is: "open" }>, words: Words) {
  const retry = paths.signature(signer.id);
  if (standing.is === "locked")
    return data(
      { message: withUnread(presentMessage("locked", bankOf(), words), signer.unread, words) },
      { status: 429 },
    );
  if (standing.is === "over") return stopAnswer({ is: "confirm-over", retry }, words);
  if (standing.is === "not-shown") return stopAnswer({ is: "changed", retry }, words);
  // It is signed, over or not theirs, or nothing was asked here: the page of the request says so.
  return redirect(retry, 303);
}

async function unlessAway<T>(signer: Signer, words: Words, work: () => Promise<T>) {
  try {
    return await withRecord(work);
  } catch (error) {
    return stopAnswer(stopFor(error, { retry: paths.signatureConfirm(signer.id) }), words);
  }
}

export default function ConfirmSigning() {
  const shown = screenOf(useLoaderData<typeof loader>());
  const nonce = useNonce();
  if ("stop" in shown) return <StopPage view={shown.stop} />;
  if ("message" in shown) return <SigningPage view={shown.message} />;
  const { page, passkey, ...rest } = shown;
  return <ConfirmPage view={page} {...rest} {...(passkey && { passkey: { ...passkey, nonce } })} />;
}
