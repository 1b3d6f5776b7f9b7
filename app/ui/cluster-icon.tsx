import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import CalendarSync from "lucide-react/icons/calendar-sync";
import Contact from "lucide-react/icons/contact";
import FileText from "lucide-react/icons/file-text";
import Landmark from "lucide-react/icons/landmark";
import Percent from "lucide-react/icons/percent";
import type { Cluster } from "~/domain/permissions/clusters";

const ICONS = {
  "account-details": Landmark,
  transactions: ArrowLeftRight,
  "regular-payments": CalendarSync,
  statements: FileText,
  "features-and-benefits": Percent,
  "contact-and-party": Contact,
} satisfies Record<Cluster, typeof Landmark>;

export function ClusterIcon({ cluster }: { cluster: Cluster }) {
  const Icon = ICONS[cluster];
  return <Icon size={24} strokeWidth={1.75} className="mt-0.5 flex-none" />;
}
