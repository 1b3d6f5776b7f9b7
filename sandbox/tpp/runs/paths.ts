import type { AuthorizationAnswer } from "../protocol/authorization-answer.ts";
import { readAccountInformation, readAccounts } from "../steps/account-information.ts";
import { checkAnswer } from "../steps/check-answer.ts";
import { discoverServer } from "../steps/discover-server.ts";
import { exchangeCode } from "../steps/exchange-code.ts";
import { createIntent, deleteIntent, readIntent } from "../steps/intent.ts";
import { placePayment, readPayment } from "../steps/payment-order.ts";
import { requestAuthorization } from "../steps/request-authorization.ts";
import type { Walk } from "./walk.ts";

/** Everything before the browser leaves for the bank. */
export async function prepare(walk: Walk): Promise<void> {
  await discoverServer(walk);
  await createIntent(walk);
  await requestAuthorization(walk);
}

/** Everything after it has come back: check, redeem, use. */
export function answered(answer: AuthorizationAnswer) {
  return async (walk: Walk): Promise<void> => {
    if (await checkAnswer(walk, answer)) {
      await exchangeCode(walk, answer);
      const { order } = walk.run;
      if (order.kind === "account_access") {
        await readAccountInformation(walk, order);
      } else {
        await placePayment(walk, order);
        await readPayment(walk, order);
      }
    }
    await readIntent(walk);
  };
}

/** The same reads once more, with the same token. */
export async function readAgain(walk: Walk): Promise<void> {
  const { order } = walk.run;
  if (order.kind === "account_access") await readAccountInformation(walk, order);
  else await readPayment(walk, order);
  await readIntent(walk);
}

/** Gives the access back, then shows what the old token and the consent answer. */
export async function revoke(walk: Walk): Promise<void> {
  await deleteIntent(walk);
  await readAccounts(walk, "accountsAfter");
  await readIntent(walk);
}
