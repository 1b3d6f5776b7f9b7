import type { ConsentKind, ConsentSubject } from "~/domain/consent-kinds/index";
import { accountAccess } from "./account-access";
import { domesticPayment } from "./domestic-payment";
import { domesticScheduledPayment } from "./domestic-scheduled-payment";
import type { IntentReader } from "./parts";

/** How the intent of each kind is read. */
export const INTENT_READERS: {
  readonly [Kind in ConsentKind]: IntentReader<Extract<ConsentSubject, { kind: Kind }>>;
} = {
  "account-access": accountAccess,
  "domestic-payment": domesticPayment,
  "domestic-scheduled-payment": domesticScheduledPayment,
};
