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

/** How many records of each account are in an answer; of one that had none to show, none. */
export function recordsOf(answer: object, accountIds: readonly string[]): GivenRead["accounts"] {
  const { Data } = answer as { Data: Readonly<Record<string, readonly { readonly AccountId: string }[]>> };
  const items = Object.values(Data).flat();
  return accountIds.map((id) => ({ id, records: items.filter(({ AccountId }) => AccountId === id).length }));
}
