import { z } from "zod";
import { kindOf } from "../order/kinds/index.ts";
import { StepFault } from "../runs/step-fault.ts";
import { metadataOf, required, type Walk } from "../runs/walk.ts";
import { callApi } from "./call-api.ts";
import { clientToken } from "./client-token.ts";
import { signedHeaders } from "./signed-headers.ts";

const intent = z.object({ Data: z.object({ ConsentId: z.string().min(1), Status: z.string() }) });
const nothing = z.unknown();

/** Creates the intent that the customer will be asked about. */
export async function createIntent(walk: Walk): Promise<void> {
  const token = await clientToken(walk);
  const { order, id } = walk.run;
  const kind = kindOf(order);
  const consentId = await walk.journal.step("intent", async (draft) => {
    const body = JSON.stringify(kind.intent(order, walk.run));
    const call = { method: "POST", url: intentsUrl(walk), token, body } as const;
    const answer = kind.signed
      ? await callApi(
          draft,
          {
            ...call,
            headers: await signedHeaders(walk.identity, body, `consent-${id}`),
            signedWith: metadataOf(walk).keys,
          },
          intent,
        )
      : await callApi(draft, call, intent);
    if (!answer) throw new StepFault("The bank did not take the consent; its answer says why.", "refused");
    return answer.Data.ConsentId;
  });
  walk.run = { ...walk.run, consentId };
}

/** Reads what the bank now says about the intent. */
export async function readIntent(walk: Walk): Promise<void> {
  const token = await clientToken(walk);
  await walk.journal.step("intentStatus", async (draft) => {
    const signed = kindOf(walk.run.order).signed ? { signedWith: metadataOf(walk).keys } : {};
    const answer = await callApi(draft, { method: "GET", url: intentUrl(walk), token, ...signed }, intent);
    if (answer) draft.parameters.push({ name: "Status", value: answer.Data.Status });
  });
}

/** Gives the access back. Payments have no such call. */
export async function deleteIntent(walk: Walk): Promise<void> {
  const token = await clientToken(walk);
  const gone = await walk.journal.step("revocation", async (draft) => {
    await callApi(draft, { method: "DELETE", url: intentUrl(walk), token }, nothing);
    return draft.outcome === "done";
  });
  if (gone) walk.run = { ...walk.run, phase: "revoked" };
}

function intentsUrl(walk: Walk): string {
  const { order } = walk.run;
  return `${walk.bench.topology.authorizationServerMtls}/open-banking/${order.apiVersion}${kindOf(order).intents}`;
}

/** Where the consent of this run lives. */
export const intentUrl = (walk: Walk) =>
  `${intentsUrl(walk)}/${encodeURIComponent(required(walk.run.consentId, "consent id"))}`;
