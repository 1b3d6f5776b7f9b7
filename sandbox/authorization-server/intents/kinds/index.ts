import type { ConsentType } from "../../consents/consent-kinds.ts";
import { accountAccess } from "./account-access.ts";
import { domesticPayment } from "./domestic-payment.ts";
import { domesticScheduledPayment } from "./domestic-scheduled-payment.ts";
import { domesticStandingOrder } from "./domestic-standing-order.ts";
import { domesticVrp } from "./domestic-vrp.ts";
import { filePayment } from "./file-payment.ts";
import { fundsConfirmation } from "./funds-confirmation.ts";
import type { IntentKind } from "./intent-kind.ts";
import { internationalPayment } from "./international-payment.ts";
import { internationalScheduledPayment } from "./international-scheduled-payment.ts";
import { internationalStandingOrder } from "./international-standing-order.ts";

/** How the requests of each kind are judged. */
export const INTENT_KINDS: Readonly<Record<ConsentType, IntentKind>> = {
  account_access: accountAccess,
  domestic_payment: domesticPayment,
  domestic_scheduled_payment: domesticScheduledPayment,
  domestic_standing_order: domesticStandingOrder,
  file_payment: filePayment,
  international_payment: internationalPayment,
  international_scheduled_payment: internationalScheduledPayment,
  international_standing_order: internationalStandingOrder,
  domestic_vrp: domesticVrp,
  funds_confirmation: fundsConfirmation,
};
