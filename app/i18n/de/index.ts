import type { Words } from "../words";
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

/** "Sie". A brand has no gender and no ending here: no pronoun stands for it, and no article before it. */
export const de: Words = {
  version: "de-3",
  locale: "de",
  name: "Deutsch",
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
