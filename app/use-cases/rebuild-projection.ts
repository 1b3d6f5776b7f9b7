import type { ConsentId } from "~/domain/shared/ids";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { ProjectionRebuild } from "~/ports/projection-rebuild";
import { PAGE_SIZE } from "./reconcile-page";

interface Needs {
  readonly authorizationServer: Pick<AuthorizationServer, "listConsents">;
  readonly rebuild: ProjectionRebuild;
}

export interface Rebuilt {
  readonly seen: number;
  readonly entered: number;
  readonly dropped: number;
}

/**
 * Makes our picture of the consents from nothing but the authorization server. The app may go on meanwhile. Ended at any
 * moment it leaves a true picture of which a part is still the old one; running it again is safe.
 *
 * @throws AuthorityError
 * @throws DeskUnavailable
 */
export const rebuildProjection =
  ({ authorizationServer, rebuild }: Needs) =>
  async (): Promise<Rebuilt> => {
    const begun = await rebuild.now();
    let [seen, entered] = [0, 0];
    for (let after: ConsentId | undefined; ; ) {
      const looked = { since: await rebuild.now(), correlationId: crypto.randomUUID() };
      const page = await authorizationServer.listConsents({}, { size: PAGE_SIZE, ...(after && { after }) }, looked);
      const last = page.at(-1);
      if (!last) break;
      entered += await rebuild.replace(page, looked);
      seen += page.length;
      after = last.id;
    }
    return { seen, entered, dropped: await rebuild.dropOthers(begun) };
  };
