import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wordsIn } from "~/i18n/locale-lookup";
import type { Words } from "~/i18n/words";
import { type CheckOutcome, presentReceiptCheck } from "~/ui/present-receipt-check";
import { ReceiptCheckPage } from "~/ui/receipt-check-page";
import type { ReceiptCheckView } from "~/ui/receipt-check-view";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { receiptCheckAddress } from "~/web/receipt-answer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { readBrought } from "./form";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.documentTitle ?? "" }];

/** Public: whoever holds a receipt may know whether it is genuine, and nobody else learns anything (B-17). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return (
    (context.answered as Awaited<ReturnType<typeof check>> | undefined) ?? show({ is: "asked" }, wordsFor(request))
  );
}

export async function action(args: ActionFunctionArgs) {
  const answered = await check(args);
  args.context.answered = answered;
  return answered;
}

async function check({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const words = wordsFor(request);
  const brought = await readBrought(request);
  if ("problem" in brought)
    return show({ is: "problem", ...brought }, words, brought.problem === "nothing" ? 422 : 413);
  return show(await services().checkReceipt(brought.bytes), words);
}

function show(outcome: CheckOutcome, words: Words, status = 200) {
  const context = { bank: bankOf(), checkAddress: receiptCheckAddress(), wordsIn };
  return data(presentReceiptCheck(outcome, context, words), { status });
}

export default function ReceiptCheck() {
  return <ReceiptCheckPage view={useLoaderData<typeof loader>() as ReceiptCheckView} />;
}
