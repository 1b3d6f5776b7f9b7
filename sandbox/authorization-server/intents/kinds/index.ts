import type { ConsentType } from "../../consents/consent-kinds.ts";
import { accountAccess } from "./account-access.ts";
import { domesticPayment } from "./domestic-payment.ts";
import { domesticScheduledPayment } from "./domestic-scheduled-payment.ts";
import { domesticStandingOrder } from "./domestic-standing-order.ts";
import type { IntentKind } from "./intent-kind.ts";

/** How the requests of each kind are judged. */
export const INTENT_KINDS = {
  account_access: accountAccess,
  domestic_payment: domesticPayment,
  domestic_scheduled_payment: domesticScheduledPayment,
  domestic_standing_order: domesticStandingOrder,
} as Readonly<Record<ConsentType, IntentKind>>;
