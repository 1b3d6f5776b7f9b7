import type { Words } from "../words";
import { accountAccess } from "./account-access";
import { accounts } from "./accounts";
import { choosing } from "./choosing";
import { domesticPayment } from "./domestic-payment";
import { frame } from "./frame";
import { notices } from "./notices";
import { pages } from "./pages";
import { permissions } from "./permissions";
import { receipt } from "./receipt";
import { scheduledPayment } from "./scheduled-payment";
import { stop } from "./stop";
import { wayOut } from "./way-out";

/** "chi". A brand does not mutate and has no gender; the words before it go by its first sound (`joining.ts`). */
export const cy: Words = {
  version: "cy-2",
  locale: "cy",
  name: "Cymraeg",
  ...frame,
  ...permissions,
  ...accountAccess,
  ...domesticPayment,
  ...scheduledPayment,
  ...accounts,
  ...choosing,
  ...stop,
  ...wayOut,
  ...receipt,
  notices,
  pages,
};
