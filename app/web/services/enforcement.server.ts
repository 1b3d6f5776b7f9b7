import type { Database } from "#db/client.server";
import { createDenialRegister } from "#db/queries/denial-register";
import type { Env } from "~/env.server";
import { publishDenyList } from "~/use-cases/publish-deny-list";
import type { Upstreams } from "./upstreams.server";

interface Needs {
  readonly upstreams: Upstreams;
  readonly settings: Pick<Env, "PUBLIC_ORIGIN">;
}

/** What the bank's gateway needs to stop what a customer stopped. */
export const wireEnforcement = (db: Database, { upstreams: { signer }, settings }: Needs) => ({
  denyList: publishDenyList({ register: createDenialRegister(db), signer, issuer: settings.PUBLIC_ORIGIN }),
});
