import { TPPS } from "../../personas.ts";
import type { Order } from "../order/order.ts";
import type { OrderFields } from "../order/order-form.ts";
import { PRESETS } from "../order/permissions.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the form holds before anybody has typed: something that works at one press. */
export function defaultFields(
  kind: Order["kind"],
  presetId: string | undefined,
): { fields: OrderFields; preset?: string } {
  const chosen = { tpp: TPPS.beacon.id, version: "v4.0" };
  if (kind === "domestic_payment") {
    return {
      fields: {
        ...chosen,
        amount: "42.50",
        payeeName: "Harbour Books Ltd",
        payeeSortCode: "20-40-51",
        payeeAccountNumber: "12345678",
        reference: "Order 7781",
      },
    };
  }
  const preset = PRESETS.find((each) => each.id === presetId) ?? PRESETS[0];
  const day = (offset: number) => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
  return {
    fields: {
      ...chosen,
      permission: preset.permissions,
      accessEnds: day(90),
      transactionsFrom: day(-90),
      transactionsTo: "",
    },
    preset: preset.id,
  };
}
