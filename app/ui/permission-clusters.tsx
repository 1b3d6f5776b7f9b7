import { ClusterIcon } from "./cluster-icon";
import type { ClusterView } from "./consent-page-view";
import { Sentence } from "./sentence";

/** What the app will see: each group says it in one line in the open, and its exact lines one press away (U-05). */
export function PermissionClusters({ clusters }: { clusters: readonly ClusterView[] }) {
  return (
    <div className="rows rounded border border-edge print:columns-2">
      {clusters.map((cluster) => (
        <details key={cluster.id} open={cluster.open} data-cluster={cluster.id}>
          <summary className="row">
            <ClusterIcon cluster={cluster.id} />
            <span className="min-w-0 flex-1">
              <strong className="block">{cluster.title}</strong>
              <span className="block print:hidden">{cluster.summary}</span>
              {cluster.history && (
                <span className="block text-base text-soft">
                  <Sentence>{cluster.history}</Sentence>
                </span>
              )}
            </span>
            <span className="chevron mt-2 print:hidden" />
          </summary>
          <ul className="ps-14 pe-4 pb-4 text-base print:pb-0.5">
            {cluster.lines.map((line) => (
              <li key={line.id} data-line={line.id} className="mb-1 list-disc print:mb-0 marker:text-edge">
                {line.text}
              </li>
            ))}
            {cluster.others && <li className="text-soft">{cluster.others}</li>}
          </ul>
        </details>
      ))}
    </div>
  );
}
