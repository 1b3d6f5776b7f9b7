import { type Database, openDatabase } from "#db/client.server";
import { createAuthorityInbox } from "#db/queries/authority-inbox";
import { createProjectionRebuild } from "#db/queries/consent-projection-rebuild";
import { createConsentUpkeep } from "#db/queries/consent-projection-upkeep";
import { createConsentWalk } from "#db/queries/drift-walk";
import { createExpireConsents } from "#db/queries/expire-consents";
import { createTppFacts } from "#db/queries/tpp-facts";
import type { Env } from "~/env.server";
import { expireConsents } from "~/jobs/expire-consents";
import type { Job } from "~/jobs/job";
import { reconcileAll, reconcileNewest } from "~/jobs/reconcile";
import { refreshAppFacts as refreshDaily } from "~/jobs/refresh-app-facts";
import { takeAuthorityEvents } from "~/jobs/take-authority-events";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { CustomerVault } from "~/ports/customer-vault";
import { rebuildProjection } from "~/use-cases/rebuild-projection";
import { receiveAuthorityEvent } from "~/use-cases/receive-authority-event";
import { reconcileMissed } from "~/use-cases/reconcile-missed";
import { reconcilePage } from "~/use-cases/reconcile-page";
import { reconcileWalk } from "~/use-cases/reconcile-walk";
import { refreshAppFacts } from "~/use-cases/refresh-app-facts";
import { takeAuthorityEvent } from "~/use-cases/take-authority-event";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly authorizationServer: AuthorizationServer;
}

/** How our picture of the consents comes to be, and stays true. */
export function wirePicture(db: Database, { tenant, vault, authorizationServer }: Needs) {
  return {
    receiveAuthorityEvent: receiveAuthorityEvent({ authorizationServer, inbox: createAuthorityInbox(db) }),
    /** @param ownerUrl of a login that owns the tables: the picture is emptied, which the app may not. */
    rebuildProjection: async (ownerUrl: string) => {
      const owned = openDatabase(ownerUrl, 1, 0, "login");
      const rebuild = createProjectionRebuild(owned.db, { tenant, vault });
      return rebuildProjection({ authorizationServer, rebuild })().finally(owned.close);
    },
  };
}

export function pictureJobs(
  db: Database,
  { tenant, vault, authorizationServer, settings }: Needs & { readonly settings: Pick<Env, "RECONCILE_PER_SECOND"> },
): readonly Job[] {
  const inbox = createAuthorityInbox(db);
  const upkeep = createConsentUpkeep(db, { tenant, vault });
  const walk = createConsentWalk(db, tenant);
  const page = reconcilePage({ authorizationServer, upkeep });
  const missed = reconcileMissed({ authorizationServer, upkeep, walk });
  return [
    takeAuthorityEvents({ inbox, take: takeAuthorityEvent({ authorizationServer, inbox, upkeep }) }),
    reconcileNewest(page),
    reconcileAll(reconcileWalk({ walk, reconcilePage: page, reconcileMissed: missed }), settings.RECONCILE_PER_SECOND),
    expireConsents({ expire: createExpireConsents(db, tenant) }),
    refreshDaily(refreshAppFacts({ facts: createTppFacts(db), authorizationServer })),
  ];
}
