import { z } from "zod";
import type { FilePaymentOrder } from "../order/kinds/file-payment.ts";
import { paymentFile } from "../order/payment-file.ts";
import { StepFault } from "../runs/step-fault.ts";
import type { Walk } from "../runs/walk.ts";
import { callApi } from "./call-api.ts";
import { clientToken } from "./client-token.ts";
import { intentUrl } from "./intent.ts";
import { signedHeaders } from "./signed-headers.ts";

/** Uploads the file that the intent has announced, or one that differs, to see that the bank looks. */
export async function uploadFile(walk: Walk, order: FilePaymentOrder): Promise<void> {
  const token = await clientToken(walk);
  await walk.journal.step("fileUpload", async (draft) => {
    const announced = paymentFile(order, walk.run);
    const [first] = order.rows;
    const body =
      order.upload === "changed" && first
        ? paymentFile({ ...order, rows: [{ ...first, amount: "9999.99" }, ...order.rows.slice(1)] }, walk.run).text
        : announced.text;
    const headers = await signedHeaders(walk.identity, body, `file-${walk.run.id}`, announced.type);
    await callApi(
      draft,
      {
        method: "POST",
        url: `${intentUrl(walk)}/file`,
        token,
        body,
        headers: { ...headers, "content-type": announced.type },
      },
      z.unknown(),
    );
    if (draft.outcome !== "done") throw new StepFault(draft.problem ?? "The bank did not take the file.", "refused");
  });
}
