import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { GatewayContext } from "../gateway/caller.ts";
import type { GivenRead } from "./read-log.ts";

/** Who reads: the consent and the app that uses it, and whether its customer is there. */
export function readerOf(context: GatewayContext, consentId: string, clientId: string) {
  const address = context.req.header("x-fapi-customer-ip-address");
  return {
    consentId,
    clientId,
    present: address !== undefined && address !== "",
    interactionId: context.get("interactionId"),
  } satisfies Partial<GivenRead>;
}

/** The same for the same order, however often it is repeated and reported. */
export const idOfOrder = (orderId: string, createdAt: Date): string =>
  uuidv7({ msecs: createdAt.getTime(), random: createHash("sha256").update(orderId).digest().subarray(0, 16) });

/** How many records of each account are in an answer; of one that had none to show, none. */
export function recordsOf(answer: object, accountIds: readonly string[]): GivenRead["accounts"] {
  const { Data } = answer as { Data: Readonly<Record<string, readonly { readonly AccountId: string }[]>> };
  const items = Object.values(Data).flat();
  return accountIds.map((id) => ({ id, records: items.filter(({ AccountId }) => AccountId === id).length }));
}
