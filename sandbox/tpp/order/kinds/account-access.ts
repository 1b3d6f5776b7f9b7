import { z } from "zod";
import { at } from "../domestic-terms.ts";
import { inDays } from "../field.ts";
import type { OrderKind, OrderOf } from "../order-kind.ts";
import { PERMISSIONS, PRESETS } from "../permissions.ts";
import { date, optional } from "../shape.ts";

const shape = z
  .object({
    permission: z.array(z.enum(PERMISSIONS as [string, ...string[]])).min(1, "Choose at least one permission"),
    /** Absent: open-ended access, all the bank has. */
    accessEnds: optional(date),
    transactionsFrom: optional(date),
    transactionsTo: optional(date),
  })
  .refine(
    (fields) => !(fields.transactionsFrom && fields.transactionsTo) || fields.transactionsFrom <= fields.transactionsTo,
    { path: ["transactionsTo"], message: "The last day is before the first" },
  )
  .transform(({ permission, ...dates }) => ({ permissions: permission as readonly string[], ...dates }));

export type AccountAccessOrder = OrderOf<"account_access", typeof shape>;

/** Data, and no money (OBReadConsent1). */
export const accountAccess: OrderKind<AccountAccessOrder> = {
  name: "Account access",
  allowed: "access",
  scope: "accounts",
  intents: "/aisp/account-access-consents",
  signed: false,
  lasts: true,
  shape,
  groups: [
    {
      legend: "Dates",
      fields: [
        { name: "accessEnds", label: "Access ends", hint: "Empty: open-ended", type: "date" },
        { name: "transactionsFrom", label: "Transactions from", hint: "Empty: all there are", type: "date" },
        { name: "transactionsTo", label: "Transactions to", hint: "Empty: no end", type: "date" },
      ],
    },
  ],
  defaults: () => ({
    permission: PRESETS[0].permissions,
    accessEnds: inDays(90),
    transactionsFrom: inDays(-90),
    transactionsTo: "",
  }),
  brief: () => ({ payee: "", amount: "" }),
  intent: ({ permissions, accessEnds, transactionsFrom, transactionsTo }) => ({
    Data: {
      Permissions: permissions,
      ...(accessEnds ? { ExpirationDateTime: at(accessEnds, "23:59:59") } : {}),
      ...(transactionsFrom ? { TransactionFromDateTime: at(transactionsFrom) } : {}),
      ...(transactionsTo ? { TransactionToDateTime: at(transactionsTo, "23:59:59") } : {}),
    },
    Risk: {},
  }),
};
