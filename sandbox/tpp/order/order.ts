import type { TPPS } from "../../personas.ts";
import type { AccountAccessOrder } from "./kinds/account-access.ts";
import type { DomesticPaymentOrder } from "./kinds/domestic-payment.ts";
import type { DomesticScheduledPaymentOrder } from "./kinds/domestic-scheduled-payment.ts";
import type { DomesticStandingOrderOrder } from "./kinds/domestic-standing-order.ts";
import type { DomesticVrpOrder } from "./kinds/domestic-vrp.ts";
import type { FilePaymentOrder } from "./kinds/file-payment.ts";
import type { FundsConfirmationOrder } from "./kinds/funds-confirmation.ts";
import type { InternationalPaymentOrder } from "./kinds/international-payment.ts";
import type { InternationalScheduledPaymentOrder } from "./kinds/international-scheduled-payment.ts";
import type { InternationalStandingOrderOrder } from "./kinds/international-standing-order.ts";

/** What the person at the workbench asks for: who acts, in which API version, for what. */
export type Order =
  | AccountAccessOrder
  | DomesticPaymentOrder
  | DomesticScheduledPaymentOrder
  | DomesticStandingOrderOrder
  | DomesticVrpOrder
  | FilePaymentOrder
  | FundsConfirmationOrder
  | InternationalPaymentOrder
  | InternationalScheduledPaymentOrder
  | InternationalStandingOrderOrder;

export type TppId = (typeof TPPS)[keyof typeof TPPS]["id"];
export type ApiVersion = "v3.1" | "v4.0";

export interface OrderBase {
  readonly tppId: TppId;
  readonly apiVersion: ApiVersion;
}
