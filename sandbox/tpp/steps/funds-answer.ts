import { z } from "zod";
import { fundsQuestion } from "../order/kinds/funds-confirmation.ts";
import { kindOf } from "../order/kinds/index.ts";
import { required, type Walk } from "../runs/walk.ts";
import { gatewayKeys, gatewayUrl } from "./bank-api.ts";
import { callApi } from "./call-api.ts";
import { signedHeaders } from "./signed-headers.ts";

const forIssuers = z
  .object({ Data: z.object({ FundsAvailable: z.boolean() }) })
  .transform(({ Data }) => Data.FundsAvailable);

const forVrp = z
  .object({
    Data: z.object({ FundsAvailableResult: z.object({ FundsAvailable: z.enum(["Available", "NotAvailable"]) }) }),
  })
  .transform(({ Data }) => Data.FundsAvailableResult.FundsAvailable === "Available");

/** A question, as it was asked. */
export interface Question {
  readonly amount: string;
  readonly reference: string;
}

/** Asks as a card issuer does: not signed, not idempotent, each reference once (U013). */
export async function askForIssuer(walk: Walk, question: Question): Promise<void> {
  await ask(walk, question, "/cbpii/funds-confirmations", forIssuers, false);
}

const forOrders = z.object({
  Data: z.object({ FundsAvailableResult: z.object({ FundsAvailable: z.boolean() }) }),
});

/** Asks before the one order that was consented, for its own amount. */
export async function askBeforeOrder(walk: Walk): Promise<void> {
  const { consentId, order, secrets } = walk.run;
  const consent = `${kindOf(order).intents}/${encodeURIComponent(required(consentId, "consent id"))}`;
  await walk.journal.step("fundsAnswer", async (draft) => {
    const answer = await callApi(
      draft,
      {
        method: "GET",
        url: gatewayUrl(walk, `${consent}/funds-confirmation`),
        token: required(secrets.accessToken, "access token"),
        signedWith: await gatewayKeys(walk, draft),
      },
      forOrders,
    );
    if (!answer) return;
    const { FundsAvailable } = answer.Data.FundsAvailableResult;
    draft.parameters.push({ name: "FundsAvailable", value: String(FundsAvailable) });
  });
}

/** Asks before a payment within limits. */
export async function askBeforePayment(walk: Walk, question: Question): Promise<void> {
  const consentId = encodeURIComponent(required(walk.run.consentId, "consent id"));
  await ask(walk, question, `/pisp/domestic-vrp-consents/${consentId}/funds-confirmation`, forVrp, true);
}

async function ask(
  walk: Walk,
  { amount, reference }: Question,
  path: string,
  shape: z.ZodType<boolean>,
  signed: boolean,
): Promise<void> {
  const earlier = walk.journal.steps.findLast(({ name }) => name === "fundsAnswer")?.table?.rows ?? [];
  await walk.journal.step("fundsAnswer", async (draft) => {
    const body = JSON.stringify(fundsQuestion(required(walk.run.consentId, "consent id"), amount, reference));
    const token = required(walk.run.secrets.accessToken, "access token");
    const call = { method: "POST", url: gatewayUrl(walk, path), token, body } as const;
    const answer = await callApi(
      draft,
      signed
        ? {
            ...call,
            headers: await signedHeaders(walk.identity, body, `funds-${reference}`),
            signedWith: await gatewayKeys(walk, draft),
          }
        : call,
      shape,
    );
    draft.table = {
      caption: "Is there enough?",
      columns: ["Reference", "Amount", "Answer"],
      rows: [...earlier, [reference, `${amount} GBP`, answer === undefined ? "Refused" : answer ? "Yes" : "No"]],
    };
  });
}
