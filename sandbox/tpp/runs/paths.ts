import type { AuthorizationAnswer } from "../protocol/authorization-answer.ts";
import { checkAnswer } from "../steps/check-answer.ts";
import { askCustomer, askForAnswer } from "../steps/decoupled.ts";
import { discoverServer } from "../steps/discover-server.ts";
import { exchangeCode } from "../steps/exchange-code.ts";
import { uploadFile } from "../steps/file-upload.ts";
import type { Question } from "../steps/funds-answer.ts";
import { createIntent, deleteIntent, readIntent } from "../steps/intent.ts";
import { requestAuthorization } from "../steps/request-authorization.ts";
import { type ActName, usageOf } from "./uses.ts";
import type { Walk } from "./walk.ts";

/** Everything before the browser leaves for the bank. */
export async function prepare(walk: Walk): Promise<void> {
  const { continued, order } = walk.run;
  await discoverServer(walk);
  if (continued?.as === "same") {
    walk.run = { ...walk.run, consentId: continued.consentId };
  } else {
    await createIntent(walk);
    if (order.kind === "file_payment") await uploadFile(walk, order);
  }
  if (walk.run.decoupled) await askCustomer(walk);
  else await requestAuthorization(walk);
}

/** Asks once for the answer of a customer on another device, and uses it when it is there. */
export async function pollAnswer(walk: Walk): Promise<void> {
  const { order } = walk.run;
  if (await askForAnswer(walk)) await usageOf(order).first(walk, order);
  if (walk.run.phase !== "waiting") await readIntent(walk);
}

/** Everything after it has come back: check, redeem, use. */
export function answered(answer: AuthorizationAnswer) {
  return async (walk: Walk): Promise<void> => {
    if (await checkAnswer(walk, answer)) {
      await exchangeCode(walk, answer);
      const { order } = walk.run;
      await usageOf(order).first(walk, order);
    }
    await readIntent(walk);
  };
}

/** The same reads once more, with the same token. */
export async function readAgain(walk: Walk): Promise<void> {
  const { order } = walk.run;
  await usageOf(order).again(walk, order);
  await readIntent(walk);
}

/** One more use of a consent that allows many. */
export function act(name: ActName, question: Question) {
  return async (walk: Walk): Promise<void> => {
    const { order } = walk.run;
    await usageOf(order).acts?.[name]?.(walk, order, question);
  };
}

/** Gives the access back, then shows what the old token and the consent answer. */
export async function revoke(walk: Walk): Promise<void> {
  const { order } = walk.run;
  await deleteIntent(walk);
  await usageOf(order).after?.(walk, order);
  await readIntent(walk);
}
