import { z } from "zod";
import { kindOf } from "../order/kinds/index.ts";
import { paymentOrderBody } from "../order/order-body.ts";
import { required, type Walk } from "../runs/walk.ts";
import { gatewayKeys, gatewayUrl } from "./bank-api.ts";
import { callApi } from "./call-api.ts";
import { clientToken } from "./client-token.ts";
import { signedHeaders } from "./signed-headers.ts";

/** The answer to an order of any kind: the identifier has another name in each. */
const placedAs = (idName: string) =>
  z.object({ Data: z.object({ [idName]: z.string().min(1), Status: z.string() }) }).transform(({ Data }) => ({
    id: String(Data[idName]),
    status: String(Data.Status),
  }));

type Placed = z.output<ReturnType<typeof placedAs>>;

/** Places the consented order, with the customer's token. */
export async function placeOrder(walk: Walk): Promise<void> {
  const { id, consentId, order, secrets } = walk.run;
  const orders = ordersOf(walk);
  const placed = await walk.journal.step("paymentOrder", async (draft) => {
    const body = JSON.stringify(paymentOrderBody(order, walk.run, required(consentId, "consent id")));
    const answer = await callApi(
      draft,
      {
        method: "POST",
        url: gatewayUrl(walk, orders.path),
        token: required(secrets.accessToken, "access token"),
        body,
        headers: await signedHeaders(walk.identity, body, `order-${id}`),
        signedWith: await gatewayKeys(walk, draft),
      },
      placedAs(orders.id),
    );
    if (answer) draft.table = statusTable("Payment, as placed", walk, answer);
    return answer;
  });
  if (placed) walk.run = { ...walk.run, paymentId: placed.id };
}

/** Reads what became of it, with the TPP's own token. */
export async function readOrder(walk: Walk): Promise<void> {
  if (!walk.run.paymentId) return;
  const orders = ordersOf(walk);
  const url = gatewayUrl(walk, `${orders.path}/${encodeURIComponent(walk.run.paymentId)}`);
  const token = await clientToken(walk);
  await walk.journal.step("paymentStatus", async (draft) => {
    const signedWith = await gatewayKeys(walk, draft);
    const answer = await callApi(draft, { method: "GET", url, token, signedWith }, placedAs(orders.id));
    if (answer) draft.table = statusTable("Payment, read again", walk, answer);
  });
}

const ordersOf = (walk: Walk) => required(kindOf(walk.run.order).orders, "order to place");

function statusTable(caption: string, walk: Walk, { id, status }: Placed) {
  const { payee, amount } = kindOf(walk.run.order).brief(walk.run.order);
  return { caption, columns: ["Payment id", "Status", "Payee", "Amount"], rows: [[id, status, payee, amount]] };
}
