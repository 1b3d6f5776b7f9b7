import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { SigningPage } from "~/ui/signing-page";
import type { SigningPageView } from "~/ui/signing-view";
import { isBankAway } from "~/web/bank-away.server";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { answerCustomer, requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { presentMessage, presentSigning } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** What the customer is asked to sign; the same for one that is not there and for one that is not theirs. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customer } = await requireCustomer(request);
  const words = wordsFor(request);
  const bank = bankOf();
  try {
    const view = await answerCustomer(() => services().viewSigning(params.id ?? "", customer));
    if (!view) throw new Response(null, { status: 404 });
    return data(presentSigning(view, customer, { bank, now: new Date() }, words));
  } catch (error) {
    if (!isBankAway(error)) throw error;
    return data(presentMessage("unavailable", bank, words), { status: 503 });
  }
}

/** Takes a signature or a refusal; what came of it is on the page again. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  const id = params.id ?? "";
  const choice = (await request.formData()).get("choice");
  if (choice !== "sign" && choice !== "refuse") throw new Response(null, { status: 400 });
  const { signRequest, declineRequest } = services();
  const take = choice === "sign" ? signRequest : declineRequest;
  try {
    if ((await answerCustomer(() => take(id, customer))) === "not-found") throw new Response(null, { status: 404 });
  } catch (error) {
    // Nothing was taken; the page says so.
    if (!isBankAway(error)) throw error;
  }
  return redirect(paths.signature(id), 303);
}

export default function Signature() {
  return <SigningPage view={useLoaderData<typeof loader>() as SigningPageView} />;
}
