import type { Database } from "#db/client.server";
import { createAuthorityContact } from "#db/queries/authority-contact";
import { createDenialRegister } from "#db/queries/denial-register";
import type { Env } from "~/env.server";
import { publishDenyList } from "~/use-cases/publish-deny-list";
import type { Upstreams } from "./upstreams.server";

interface Needs {
  readonly upstreams: Upstreams;
  readonly settings: Pick<Env, "PUBLIC_ORIGIN">;
}

/** How a stop takes effect at the bank's gateway, and what customers see while the authorization server is away. */
export const wireEnforcement = (db: Database, { upstreams: { signer }, settings }: Needs) => ({
  denyList: publishDenyList({ register: createDenialRegister(db), signer, issuer: settings.PUBLIC_ORIGIN }),
  lastHeardFromAuthority: createAuthorityContact(db).lastHeard,
});
