import type { JSONWebKeySet } from "jose";
import { z } from "zod";
import { paymentOrderBody } from "../order/intent-body.ts";
import type { PaymentOrder } from "../order/order.ts";
import { readKeys } from "../protocol/published-document.ts";
import type { Draft } from "../runs/journal.ts";
import { remember, required, type Walk } from "../runs/walk.ts";
import { callApi } from "./call-api.ts";
import { clientToken } from "./client-token.ts";
import { signedHeaders } from "./signed-headers.ts";

const payment = z.object({ Data: z.object({ DomesticPaymentId: z.string().min(1), Status: z.string() }) });

/** Places the consented payment, with the customer's token. */
export async function placePayment(walk: Walk, order: PaymentOrder): Promise<void> {
  const { id, consentId, secrets } = walk.run;
  const placed = await walk.journal.step("paymentOrder", async (draft) => {
    const body = JSON.stringify(paymentOrderBody(order, id, required(consentId, "consent id")));
    const answer = await callApi(
      draft,
      {
        method: "POST",
        url: paymentsUrl(walk),
        token: required(secrets.accessToken, "access token"),
        body,
        headers: await signedHeaders(walk.identity, body, `order-${id}`),
        signedWith: await gatewayKeys(walk, draft),
      },
      payment,
    );
    if (answer) draft.table = statusTable("Payment, as placed", order, answer);
    return answer;
  });
  if (placed) walk.run = { ...walk.run, paymentId: placed.Data.DomesticPaymentId };
}

/** Reads what became of it, with the TPP's own token. */
export async function readPayment(walk: Walk, order: PaymentOrder): Promise<void> {
  if (!walk.run.paymentId) return;
  const url = `${paymentsUrl(walk)}/${encodeURIComponent(walk.run.paymentId)}`;
  const token = await clientToken(walk);
  await walk.journal.step("paymentStatus", async (draft) => {
    const answer = await callApi(
      draft,
      { method: "GET", url, token, signedWith: await gatewayKeys(walk, draft) },
      payment,
    );
    if (answer) draft.table = statusTable("Payment, read again", order, answer);
  });
}

/** The bank signs its API's answers with keys of its own, not the authorization server's. Fetched once a run. */
async function gatewayKeys(walk: Walk, draft: Draft): Promise<JSONWebKeySet> {
  const held = walk.run.secrets.gatewayKeys;
  if (held) return held;
  const keys = await readKeys(draft.fetch, `${walk.bench.topology.bankGateway}/.well-known/jwks.json`);
  remember(walk, { gatewayKeys: keys });
  return keys;
}

const paymentsUrl = (walk: Walk) =>
  `${walk.bench.topology.bankGateway}/open-banking/${walk.run.order.apiVersion}/pisp/domestic-payments`;

function statusTable(caption: string, order: PaymentOrder, { Data }: z.infer<typeof payment>) {
  return {
    caption,
    columns: ["Payment id", "Status", "Payee", "Amount"],
    rows: [[Data.DomesticPaymentId, Data.Status, order.payeeName, `${order.amount} GBP`]],
  };
}
