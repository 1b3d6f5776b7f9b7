import { discover } from "../protocol/server-metadata.ts";
import { remember, type Walk } from "../runs/walk.ts";

/** The first step: everything later goes where this document says, for the whole run. */
export async function discoverServer(walk: Walk): Promise<void> {
  const { authorizationServerMtls, issuer } = walk.bench.topology;
  const metadata = await walk.journal.step("discovery", (draft) =>
    discover(draft.fetch, authorizationServerMtls, issuer),
  );
  remember(walk, { metadata });
}
