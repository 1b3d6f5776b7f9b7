import type { DomesticStandingOrder } from "~/domain/consent-kinds/domestic-standing-order";
import type { PresentContext } from "./present-context";
import { presentStandingOrder } from "./present-standing-order";

export const presentDomesticStandingOrder = (order: DomesticStandingOrder, context: PresentContext) =>
  presentStandingOrder(order, context);
