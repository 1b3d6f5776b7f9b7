import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import Contact from "lucide-react/icons/contact";
import FileText from "lucide-react/icons/file-text";
import Landmark from "lucide-react/icons/landmark";
import Percent from "lucide-react/icons/percent";
import Repeat from "lucide-react/icons/repeat";
import type { Cluster } from "~/domain/permissions/clusters";
import { Icon } from "./icon";

const ICONS = {
  "account-details": Landmark,
  transactions: ArrowLeftRight,
  "regular-payments": Repeat,
  statements: FileText,
  "features-and-benefits": Percent,
  "contact-and-party": Contact,
} satisfies Record<Cluster, typeof Landmark>;

export function ClusterIcon({ cluster }: { cluster: Cluster }) {
  return <Icon of={ICONS[cluster]} />;
}
