import { paths } from "~/paths";
import type { ConsentListView } from "./consent-list-view";

/** What can be done with everything that is listed. */
export function ConsentListActs({ view: { exportHref, revokes } }: { view: ConsentListView }) {
  return (
    <>
      {exportHref && (
        <a className="act" href={exportHref}>
          Export
        </a>
      )}
      {revokes !== undefined && (
        <form method="post" action={paths.adminPrepareRevocation()}>
          <input type="hidden" name="by" value="search" />
          <input type="hidden" name="search" value={revokes} />
          <button type="submit" className="act">
            Revoke all of these
          </button>
        </form>
      )}
    </>
  );
}
