import type { JSONWebKeySet } from "jose";
import { readKeys } from "../protocol/published-document.ts";
import type { Draft } from "../runs/journal.ts";
import { remember, type Walk } from "../runs/walk.ts";

/** An address behind the bank's gateway, in the version of the order. */
export const gatewayUrl = (walk: Walk, path: string) =>
  `${walk.bench.topology.bankGateway}/open-banking/${walk.run.order.apiVersion}${path}`;

/** The bank signs its API's answers with keys of its own, not the authorization server's. Fetched once a run. */
export async function gatewayKeys(walk: Walk, draft: Draft): Promise<JSONWebKeySet> {
  const held = walk.run.secrets.gatewayKeys;
  if (held) return held;
  const keys = await readKeys(draft.fetch, `${walk.bench.topology.bankGateway}/.well-known/jwks.json`);
  remember(walk, { gatewayKeys: keys });
  return keys;
}
