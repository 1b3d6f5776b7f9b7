import type { Order } from "../order.ts";
import type { OrderKind } from "../order-kind.ts";
import { accountAccess } from "./account-access.ts";
import { domesticPayment } from "./domestic-payment.ts";
import { domesticScheduledPayment } from "./domestic-scheduled-payment.ts";
import { domesticStandingOrder } from "./domestic-standing-order.ts";
import { domesticVrp } from "./domestic-vrp.ts";
import { filePayment } from "./file-payment.ts";
import { fundsConfirmation } from "./funds-confirmation.ts";
import { internationalPayment } from "./international-payment.ts";
import { internationalScheduledPayment } from "./international-scheduled-payment.ts";
import { internationalStandingOrder } from "./international-standing-order.ts";

type Kinds = { readonly [Kind in Order["kind"]]: OrderKind<Extract<Order, { kind: Kind }>> };

/** Every kind of consent, in the order in which the workbench offers them. */
export const KINDS: Kinds = {
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

export const KIND_NAMES = Object.keys(KINDS) as readonly Order["kind"][];

/** What the kind of `order` knows, for that order. */
export function kindOf<Of extends Order>(order: Of): OrderKind<Of> {
  // The registry gives each kind its own; that `Of` is the one of `order.kind` is beyond what the type can follow.
  return KINDS[order.kind] as unknown as OrderKind<Of>;
}
