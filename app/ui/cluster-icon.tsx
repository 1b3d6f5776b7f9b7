import type { Cluster } from "~/domain/permissions/clusters";
import type { DrawingName } from "./drawings";
import { Icon } from "./icon";

const ICONS: Readonly<Record<Cluster, DrawingName>> = {
  "account-details": "landmark",
  transactions: "arrow-left-right",
  "regular-payments": "repeat",
  statements: "file-text",
  "features-and-benefits": "percent",
  "contact-and-party": "contact",
};

export function ClusterIcon({ cluster }: { cluster: Cluster }) {
  return <Icon of={ICONS[cluster]} />;
}
