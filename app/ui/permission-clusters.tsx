import { ClusterIcon } from "./cluster-icon";
import type { ClusterView } from "./consent-page-view";
import { ExampleBlock } from "./example-block";
import type { ExampleView } from "./example-view";
import { LookButton } from "./look-button";
import { Sentence } from "./sentence";

interface PermissionClustersProps {
  readonly clusters: readonly ClusterView[];
  readonly example?: ExampleView;
}

/** What the app will see: each group says it in one line in the open, and its exact lines one press away (U-05). */
export function PermissionClusters({ clusters, example }: PermissionClustersProps) {
  return (
    <div className="clusters rows rounded border border-edge print:columns-2">
      {clusters.map((cluster) => (
        <details key={cluster.id} open={cluster.open} data-cluster={cluster.id}>
          <summary className="row">
            <ClusterIcon cluster={cluster.id} />
            <span>
              <strong>{cluster.title}</strong>
              <span className="print:hidden">{cluster.summary}</span>
              {cluster.history && (
                <span className="text-base text-soft">
                  <Sentence>{cluster.history}</Sentence>
                </span>
              )}
            </span>
            <span className="chevron" />
          </summary>
          <ul className="lines">
            {cluster.lines.map((line) => (
              <li key={line.id} data-line={line.id}>
                {line.text}
              </li>
            ))}
            {cluster.others && <li className="list-none text-soft">{cluster.others}</li>}
          </ul>
          <div className="ps-14 pe-4 pb-4 print:hidden">
            {example?.cluster === cluster.id && <ExampleBlock view={example} />}
            <LookButton show={cluster.example.show} form="answer">
              {cluster.example.label} <span className="sr-only">{cluster.title}</span>
            </LookButton>
          </div>
        </details>
      ))}
    </div>
  );
}
