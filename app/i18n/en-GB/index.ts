import { accountAccess } from "./account-access";
import { accounts } from "./accounts";
import { askedAgain } from "./asked-again";
import { authorityAway } from "./authority-away";
import { choosing } from "./choosing";
import { connectionDetail } from "./connection-detail";
import { crossBorder } from "./cross-border";
import { dashboard } from "./dashboard";
import { domesticPayment } from "./domestic-payment";
import { factor } from "./factor";
import { filePayment } from "./file-payment";
import { frame } from "./frame";
import { fundsConfirmation } from "./funds-confirmation";
import { notices } from "./notices";
import { pages } from "./pages";
import { permissions } from "./permissions";
import { reads } from "./reads";
import { receipt } from "./receipt";
import { reminders } from "./reminders";
import { scheduledPayment } from "./scheduled-payment";
import { secondDevice } from "./second-device";
import { sharedTogether } from "./shared-together";
import { signers } from "./signers";
import { standing } from "./standing";
import { standingOrder } from "./standing-order";
import { stop } from "./stop";
import { stopping } from "./stopping";
import { tppHold } from "./tpp-hold";
import { variablePayments } from "./variable-payments";
import { wayOut } from "./way-out";

/**
 * How to write here: short and active, "you", the bank and the app by name, what happened before what to do. A reader of
 * eleven understands it (C-20). No codes, no "please", no exclamation marks.
 */
export const enGB = {
  /** Kept with each decision, so that what was said can be told from what is said now. Change it with the words. */
  version: "en-GB-4",
  locale: "en-GB",
  /** What the language calls itself. */
  name: "English",
  ...frame,
  ...permissions,
  ...accountAccess,
  ...domesticPayment,
  ...scheduledPayment,
  ...standing,
  ...standingOrder,
  ...connectionDetail,
  ...crossBorder,
  ...variablePayments,
  ...fundsConfirmation,
  ...filePayment,
  ...accounts,
  ...choosing,
  ...askedAgain,
  ...stop,
  ...wayOut,
  ...reads,
  ...receipt,
  ...factor,
  ...secondDevice,
  ...sharedTogether,
  ...signers,
  ...tppHold,
  notices,
  reminders,
  pages,
  dashboard,
  stopping,
  authorityAway,
};
