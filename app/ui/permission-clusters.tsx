import { BeforeChange, TagOf } from "./change-tag";
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
    <div className="clusters">
      {clusters.map((cluster) => (
        <details key={cluster.id} open={cluster.open}>
          <summary>
            <ClusterIcon cluster={cluster.id} />
            <span>
              <strong>
                {cluster.title} <TagOf tag={cluster.tag} />
              </strong>
              <span>{cluster.summary}</span>
              {cluster.history && (
                <small>
                  <Sentence>{cluster.history}</Sentence>
                </small>
              )}
              <BeforeChange tag={cluster.tag} />
            </span>
          </summary>
          <ul>
            {cluster.lines.map((line) => (
              <li key={line.id}>
                <TagOf tag={line.tag} />
                {line.text}
                <BeforeChange tag={line.tag} />
              </li>
            ))}
            {cluster.others && <li className="others">{cluster.others}</li>}
          </ul>
          {cluster.example && (
            <div>
              {example?.cluster === cluster.id && <ExampleBlock view={example} />}
              <LookButton show={cluster.example.show} form="answer">
                {cluster.example.label} <span>{cluster.title}</span>
              </LookButton>
            </div>
          )}
        </details>
      ))}
    </div>
  );
}
