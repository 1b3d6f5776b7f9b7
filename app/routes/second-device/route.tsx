import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inHalves, typedCode, typedNumber } from "~/domain/second-device/code";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { Visit } from "~/ports/consent-desk";
import type { OtherBrowser } from "~/ports/second-device-desk";
import { type Entering, presentEntering } from "~/ui/present-second-device";
import { SecondDevicePage } from "~/ui/second-device-page";
import type { SecondDeviceView } from "~/ui/second-device-view";
import { dropOldVisits, isVisitId, sealVisit, visitOf } from "~/web/consent-visit.server";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.documentTitle ?? "" }];

type Problem = keyof Words["secondDevice"]["problems"];

/** Where a customer's second device asks for the code, and then for the number (P-24). To look at it changes nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireCustomer(request);
  const asked = new URL(request.url).searchParams;
  const visit = asked.get("visit") ?? undefined;
  const code = typedCode(asked.get("code") ?? "");
  const entering: Entering = isVisitId(visit)
    ? { is: "number" }
    : { is: "code", ...(code && { value: inHalves(code) }) };
  return presentEntering(entering, undefined, bankOf(), wordsFor(request));
}

export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const by = await requireCustomer(request);
  const visit = new URL(request.url).searchParams.get("visit") ?? undefined;
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  return withRecord(() =>
    form.get("choice") === "number"
      ? takeNumber(request, by, visit, text("number"))
      : takeCode(request, by, text("code")),
  );
}

async function takeCode(request: Request, by: OtherBrowser, typed: string) {
  const code = typedCode(typed);
  const again: Entering = { is: "code", value: typed.slice(0, 32) };
  if (!code) return refused(request, again, "no-code");
  const joined = await services().joinVisit(code, by);
  if (typeof joined !== "string") return refused(request, again, joined.refused);
  const own = await visitOf(request, joined);
  if (!own) return redirect(paths.secondDeviceNumber(joined), 303);
  // It is the first device: were it let in as the second one, none would be left to go on.
  await services().secondDevices.takeBack(own);
  return redirect(paths.consent(joined), 303);
}

async function takeNumber(request: Request, by: OtherBrowser, visitId: string | undefined, typed: string) {
  if (!isVisitId(visitId)) return refused(request, { is: "code" }, "over");
  const number = typedNumber(typed);
  const again: Entering = { is: "number" };
  if (!number) return refused(request, again, "wrong-number");
  const matched = await services().secondDevices.match(visitId, by, number);
  if (matched.is === "wrong" && matched.left > 0) return refused(request, again, "wrong-number");
  if (matched.is !== "matched") return refused(request, { is: "code" }, "over");
  const { visit } = matched;
  const headers = new Headers([
    ["Set-Cookie", await sealVisit({ ...visit, joinedBy: by.session }, await answerByOf(visit))],
  ]);
  for (const cookie of dropOldVisits(request)) headers.append("Set-Cookie", cookie);
  return redirect(paths.consent(visit.id), { status: 303, headers });
}

/** Where nobody can say it the page says why, and what the browser holds lasts as long as it does without an end. */
async function answerByOf(visit: Visit): Promise<Date | undefined> {
  try {
    const view = await services().viewConsentRequest(visit);
    return view.state === "answered" ? undefined : view.request.answerBy;
  } catch {
    return undefined;
  }
}

const refused = (request: Request, entering: Entering, problem: Problem) =>
  data(presentEntering(entering, problem, bankOf(), wordsFor(request)), { status: 422 });

export default function SecondDevice() {
  const loaded = useLoaderData<typeof loader>();
  return <SecondDevicePage view={(useActionData<typeof action>() ?? loaded) as SecondDeviceView} />;
}
