import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import BadgeCheck from "lucide-react/icons/badge-check";
import Check from "lucide-react/icons/check";
import CircleX from "lucide-react/icons/circle-x";
import Contact from "lucide-react/icons/contact";
import FileText from "lucide-react/icons/file-text";
import Landmark from "lucide-react/icons/landmark";
import Languages from "lucide-react/icons/languages";
import Lock from "lucide-react/icons/lock";
import LockKeyhole from "lucide-react/icons/lock-keyhole";
import Percent from "lucide-react/icons/percent";
import Repeat from "lucide-react/icons/repeat";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import X from "lucide-react/icons/x";

/** Every drawing of the app. The names are classes, so that a page says which it means and carries none of them. */
export const DRAWINGS = {
  "arrow-left-right": ArrowLeftRight,
  "badge-check": BadgeCheck,
  check: Check,
  "circle-x": CircleX,
  contact: Contact,
  "file-text": FileText,
  landmark: Landmark,
  languages: Languages,
  lock: Lock,
  "lock-keyhole": LockKeyhole,
  percent: Percent,
  repeat: Repeat,
  "triangle-alert": TriangleAlert,
  x: X,
} satisfies Readonly<Record<string, typeof Lock>>;

export type DrawingName = keyof typeof DRAWINGS;
