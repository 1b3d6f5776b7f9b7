import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import { withUnread } from "~/ui/present-notices";
import { SigningPage } from "~/ui/signing-page";
import type { SigningPageView } from "~/ui/signing-view";
import type { SignerHere } from "~/use-cases/agree-to-sign";
import { isBankAway } from "~/web/bank-away.server";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import type { LoggedIn } from "~/web/session.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { presentMessage, presentSigning, saidOn, signingMade } from "./present";

export const handle = { noJs: true };

type Signer = SignerHere & Pick<LoggedIn, "unread">;

interface Screen {
  readonly page: SigningPageView;
  readonly seen?: string;
}
type Answered = Awaited<ReturnType<typeof takeAnswer>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.page.documentTitle ?? "" }];

/** What the customer is asked to sign; the same for one that is not there and for one that is not theirs. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (context.answered) return context.answered as Exclude<Answered, Response>;
  const signer = { ...(await requireCustomer(request)), id: params.id ?? "" };
  const words = wordsFor(request);
  return unlessBankAway(signer, words, () => show(signer, words));
}

/** Takes a signature or a refusal; what came of it is on the page again. */
export async function action(args: ActionFunctionArgs) {
  const answered = await takeAnswer(args);
  args.context.answered = answered;
  return answered;
}

async function takeAnswer({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const signer = { ...(await requireCustomer(request)), id: params.id ?? "" };
  const words = wordsFor(request);
  const form = await request.formData();
  const [choice, seen] = [form.get("choice"), form.get("seen")];
  if ((choice !== "sign" && choice !== "refuse") || typeof seen !== "string" || seen.length > 128) {
    throw new Response(null, { status: 400 });
  }
  const { signRequest, declineRequest } = services();
  const take = choice === "sign" ? signRequest : declineRequest;
  return unlessBankAway(signer, words, async () => {
    switch (await withRecord(() => take(signer, seen))) {
      case "not-found":
        throw new Response(null, { status: 404 });
      // It may have changed meanwhile, or been shown in another log-in.
      case "not-shown":
        return show(signer, words, "request-changed");
      case "to-be-confirmed":
        return redirect(paths.signatureConfirm(signer.id), 303);
      // Of what they were wrong on elsewhere nothing is there to be confirmed.
      case "locked":
        return data<Screen>({ page: messageTo(signer, "locked", words) }, { status: 429 });
      default:
        return redirect(paths.signature(signer.id), 303);
    }
  });
}

/** The page as it is now; one that can be answered is kept before it is shown. */
async function show(signer: Signer, words: Words, problem?: "request-changed") {
  const { viewSigning, showSigning, resemblanceOf } = services();
  const bank = bankOf();
  const view = await withRecord(() => viewSigning(signer.id, signer.customer));
  if (!view) throw new Response(null, { status: 404 });
  const resembles = await resemblanceOf(view.page.shown.made.request.requester);
  const made = signingMade(view, {
    bank,
    now: new Date(),
    ...(resembles && { resembles }),
    ...(problem && { problem }),
  });
  const page = withUnread(presentSigning(view, made, bank, words), signer.unread, words);
  const status = problem ? 409 : 200;
  if (!made || !page.answer) return data<Screen>({ page }, { status });
  const kept = {
    locale: words.locale,
    catalogueVersion: words.version,
    payloadHash: view.page.payloadHash,
    made,
    said: saidOn(page),
    choosable: made.offered.map(({ account }) => account.id),
  };
  const seen = await withRecord(() => showSigning(view, signer, kept));
  return data<Screen>({ page, seen }, { status });
}

const messageTo = ({ unread }: Signer, is: "locked" | "unavailable", words: Words) =>
  withUnread(presentMessage(is, bankOf(), words), unread, words);

/** Without the bank nothing is shown and nothing was taken. */
async function unlessBankAway<T>(signer: Signer, words: Words, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!isBankAway(error)) throw error;
    return data<Screen>({ page: messageTo(signer, "unavailable", words) }, { status: 503 });
  }
}

export default function Signature() {
  const { page, seen } = useLoaderData<typeof loader>() as Screen;
  return <SigningPage view={page} {...(seen !== undefined && { seen })} />;
}
