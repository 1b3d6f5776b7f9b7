import type { ConsentKind, ConsentSubject } from "~/domain/consent-kinds/index";
import { accountAccess } from "./account-access";
import { domesticPayment } from "./domestic-payment";
import { domesticScheduledPayment } from "./domestic-scheduled-payment";
import { domesticStandingOrder } from "./domestic-standing-order";
import { domesticVrp } from "./domestic-vrp";
import { filePayment } from "./file-payment";
import { fundsConfirmation } from "./funds-confirmation";
import { internationalPayment } from "./international-payment";
import { internationalScheduledPayment } from "./international-scheduled-payment";
import { internationalStandingOrder } from "./international-standing-order";
import type { IntentReader } from "./parts";

/** How the intent of each kind is read. */
export const INTENT_READERS: {
  readonly [Kind in ConsentKind]: IntentReader<Extract<ConsentSubject, { kind: Kind }>>;
} = {
  "account-access": accountAccess,
  "domestic-payment": domesticPayment,
  "domestic-scheduled-payment": domesticScheduledPayment,
  "domestic-standing-order": domesticStandingOrder,
  "international-payment": internationalPayment,
  "international-scheduled-payment": internationalScheduledPayment,
  "international-standing-order": internationalStandingOrder,
  "domestic-vrp": domesticVrp,
  "file-payment": filePayment,
  "funds-confirmation": fundsConfirmation,
};
