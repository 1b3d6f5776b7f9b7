import { ClusterIcon } from "./cluster-icon";
import type { ClusterView } from "./consent-page-view";
import { Sentence } from "./sentence";

/** What the app will see: each group says it in one line in the open, and its exact lines one press away (U-05). */
export function PermissionClusters({ clusters }: { clusters: readonly ClusterView[] }) {
  return (
    <div className="divide-y divide-line rounded border border-line">
      {clusters.map((cluster) => (
        <details key={cluster.id} open={cluster.open} data-cluster={cluster.id}>
          <summary className="flex min-h-11 cursor-pointer list-none gap-4 p-4 print:py-1.5">
            <ClusterIcon cluster={cluster.id} />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{cluster.title}</span>
              <span className="block">{cluster.summary}</span>
              {cluster.history && (
                <span className="block text-base text-soft">
                  <Sentence>{cluster.history}</Sentence>
                </span>
              )}
            </span>
            <span className="chevron mt-2.5 print:hidden" />
          </summary>
          <ul className="space-y-2 ps-14 pe-4 pb-4 text-base leading-6 print:space-y-0 print:pb-1.5">
            {cluster.lines.map((line) => (
              <li key={line.id} data-line={line.id} className="list-disc marker:text-edge">
                {line.text}
              </li>
            ))}
            {cluster.others && <li className="list-none text-soft">{cluster.others}</li>}
          </ul>
        </details>
      ))}
    </div>
  );
}
