import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { SecondDevice } from "~/ports/second-device-desk";
import { presentWaiting, type Waiting } from "~/ui/present-second-device";
import { SecondDevicePage } from "~/ui/second-device-page";
import type { SecondDeviceView } from "~/ui/second-device-view";
import { StopPage } from "~/ui/stop-page";
import type { StopPageView } from "~/ui/stop-page-view";
import { type HeldVisit, visitOf } from "~/web/consent-visit.server";
import { useNonce } from "~/web/document-context";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { codeShown, keepCode, secondDeviceAddress } from "~/web/second-device-offer.server";
import { services } from "~/web/services.server";
import { bankOf, stopAnswer, stopFor } from "~/web/stop.server";
import { Unsent } from "~/web/unsent";
import { readForm } from "../consent.$visit/form";

export const handle = { noJs: true, ownScript: true };

type Screen = { readonly stop: StopPageView } | { readonly page: SecondDeviceView };

const screenOf = (loaded: unknown): Screen => (loaded instanceof Unsent ? loaded.value : (loaded as Screen));

/** How long until the page asks again how far the other device has come. */
const ASK_AGAIN_SECONDS = 4;
/** What changes without anything that is done here. */
const WAITS: readonly SecondDeviceView["is"][] = ["offered", "joined", "matched"];

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const shown = loaded && screenOf(loaded);
  if (!shown) return [];
  return [{ title: "stop" in shown ? shown.stop.documentTitle : shown.page.documentTitle }];
};

/** What the first device shows while its visit is offered to another one of the same customer (P-24). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const words = wordsFor(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" }, words);
  if (!isFirst(visit)) return redirect(paths.consent(visit.id), 303);
  try {
    if (await services().decisionOf(visit.id)) return redirect(paths.consentOutcome(visit.id), 303);
    const standing = await services().secondDevices.standing(visit.id);
    if (!standing || standing.state === "ended") return redirect(paths.consent(visit.id), 303);
    return show(waitingFor(standing, await codeShown(request, visit.id)), words);
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry: paths.consentPhone(visit.id) }), words);
  }
}

/** Offers the visit, or takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const words = wordsFor(request);
  const visit = await visitOf(request, params.visit);
  if (!visit) return stopAnswer({ is: "unknown" }, words);
  if (!isFirst(visit)) return redirect(paths.consent(visit.id), 303);
  const form = await request.formData();
  try {
    if (form.get("choice") === "here") {
      await services().secondDevices.takeBack(visit);
      return redirect(paths.consent(visit.id), 303);
    }
    await keepChosen(visit, form);
    const code = await services().offerVisit(visit);
    const headers = code ? { "Set-Cookie": await keepCode(visit.id, code) } : {};
    return redirect(paths.consentPhone(visit.id), { status: 303, headers });
  } catch (error) {
    return stopAnswer(stopFor(error, { visit, retry: paths.consentPhone(visit.id) }), words);
  }
}

const isFirst = (visit: HeldVisit) => services().bankLogin !== undefined && !visit.joinedBy;

/** What was ticked before comes along. */
async function keepChosen(visit: HeldVisit, form: FormData) {
  form.set("choice", "allow");
  const sent = readForm(form);
  if (!sent || "show" in sent || sent.choice !== "allow" || !sent.seen) return;
  await services().keepDraft(visit, { chosen: sent.accountIds }, sent.seen);
}

function waitingFor({ state, number }: SecondDevice, code: string | undefined): Waiting {
  if (state === "joined") return { is: state, number };
  if (state === "matched" || state === "locked") return { is: state };
  // Where this browser does not have the code that stands, it can have another one.
  if (state !== "offered" || !code) return { is: "late" };
  return { is: state, code, address: secondDeviceAddress() };
}

function show(waiting: Waiting, words: Words) {
  const shown: Screen = { page: presentWaiting(waiting, bankOf(), words) };
  return data(new Unsent(shown));
}

export default function Phone() {
  const shown = screenOf(useLoaderData<typeof loader>());
  const nonce = useNonce();
  if ("stop" in shown) return <StopPage view={shown.stop} />;
  const { page } = shown;
  return (
    <SecondDevicePage
      view={page}
      {...(WAITS.includes(page.is) && { askAgain: { seconds: ASK_AGAIN_SECONDS, nonce } })}
    />
  );
}
