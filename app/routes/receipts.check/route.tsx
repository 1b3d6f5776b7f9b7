import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enGB } from "~/i18n/en-GB/index";
import { type CheckOutcome, presentReceiptCheck } from "~/ui/present-receipt-check";
import { ReceiptCheckPage } from "~/ui/receipt-check-page";
import type { ReceiptCheckView } from "~/ui/receipt-check-view";
import { requireSameOrigin } from "~/web/origin-check.server";
import { receiptCheckAddress } from "~/web/receipt-answer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { readBrought } from "./form";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.documentTitle ?? "" }];

/** Public: whoever holds a receipt may know whether it is genuine, and nobody else learns anything (B-17). */
export async function loader({ context }: LoaderFunctionArgs) {
  return (context.answered as Awaited<ReturnType<typeof check>> | undefined) ?? show({ is: "asked" });
}

export async function action(args: ActionFunctionArgs) {
  const answered = await check(args);
  args.context.answered = answered;
  return answered;
}

async function check({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const brought = await readBrought(request);
  if ("problem" in brought) return show({ is: "problem", ...brought }, brought.problem === "nothing" ? 422 : 413);
  return show(await services().checkReceipt(brought.bytes));
}

function show(outcome: CheckOutcome, status = 200) {
  const context = { bank: bankOf(), checkAddress: receiptCheckAddress() };
  return data(presentReceiptCheck(outcome, context, enGB), { status });
}

export default function ReceiptCheck() {
  return <ReceiptCheckPage view={useLoaderData<typeof loader>() as ReceiptCheckView} />;
}
