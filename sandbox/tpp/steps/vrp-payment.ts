import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type DomesticVrpOrder, vrpPayment } from "../order/kinds/domestic-vrp.ts";
import { required, type Walk } from "../runs/walk.ts";
import { gatewayKeys, gatewayUrl } from "./bank-api.ts";
import { callApi } from "./call-api.ts";
import { clientToken } from "./client-token.ts";
import { signedHeaders } from "./signed-headers.ts";

const payment = z.object({ Data: z.object({ DomesticVRPId: z.string().min(1), Status: z.string() }) });

/** Pays once under the consent. Refusals are listed with the rest: they show where the limits are. */
export async function payWithinLimits(walk: Walk, order: DomesticVrpOrder, amount: string): Promise<void> {
  const { consentId, secrets } = walk.run;
  const earlier = walk.journal.steps.findLast(({ name }) => name === "vrpPayment")?.table?.rows ?? [];
  const paymentId = randomUUID();
  const placed = await walk.journal.step("vrpPayment", async (draft) => {
    const body = JSON.stringify(vrpPayment(order, required(consentId, "consent id"), amount, paymentId));
    const answer = await callApi(
      draft,
      {
        method: "POST",
        url: gatewayUrl(walk, "/pisp/domestic-vrps"),
        token: required(secrets.accessToken, "access token"),
        body,
        headers: await signedHeaders(walk.identity, body, `vrp-${paymentId}`),
        signedWith: await gatewayKeys(walk, draft),
      },
      payment,
    );
    draft.table = {
      caption: "Payments under this consent",
      columns: ["Payment id", "Status", "Amount"],
      rows: [...earlier, [answer?.Data.DomesticVRPId ?? "—", answer?.Data.Status ?? "Refused", `${amount} GBP`]],
    };
    return answer;
  });
  if (placed) walk.run = { ...walk.run, paymentId: placed.Data.DomesticVRPId };
}

/** Reads what became of the payment that was made last, with the TPP's own token. */
export async function readLastPayment(walk: Walk): Promise<void> {
  if (!walk.run.paymentId) return;
  const url = gatewayUrl(walk, `/pisp/domestic-vrps/${encodeURIComponent(walk.run.paymentId)}`);
  const token = await clientToken(walk);
  await walk.journal.step("paymentStatus", async (draft) => {
    const answer = await callApi(
      draft,
      { method: "GET", url, token, signedWith: await gatewayKeys(walk, draft) },
      payment,
    );
    if (answer) {
      draft.table = {
        caption: "Last payment, read again",
        columns: ["Payment id", "Status"],
        rows: [[answer.Data.DomesticVRPId, answer.Data.Status]],
      };
    }
  });
}
