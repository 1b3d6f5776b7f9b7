import { z } from "zod";
import {
  at,
  DEBTOR_GROUP,
  DEBTOR_IN_HALF,
  debtorFields,
  debtorIsWhole,
  identifications,
  pounds,
  reference,
  remittance,
  ukAccount,
} from "../domestic-terms.ts";
import { inDays } from "../field.ts";
import type { IntentBody, OrderKind, OrderOf } from "../order-kind.ts";
import { accountNumber, amount, choiceOf, date, optional, sortCode, text } from "../shape.ts";
import { LIMIT_GROUPS, limitDefaults, periodicLimits, readLimits } from "../vrp-limits.ts";

const TYPES = [
  { value: "UK.OBIE.VRPType.Sweeping", label: "Own accounts" },
  { value: "UK.OBIE.VRPType.Other", label: "Other payments" },
] as const;

const METHODS = [
  { value: "UK.OBIE.SCANotRequired", label: "No" },
  { value: "UK.OBIE.SCA", label: "Yes" },
] as const;

const INTERACTIONS = [
  { value: "OffSession", label: "Customer away" },
  { value: "InSession", label: "Customer there" },
] as const;

const shape = z
  .looseObject({
    mostEachTime: amount,
    /** Absent: from the moment that it is agreed to, and until the customer stops it. */
    validFrom: optional(date),
    validTo: optional(date),
    type: choiceOf(TYPES),
    method: choiceOf(METHODS),
    interaction: choiceOf(INTERACTIONS),
    /** Absent: the payee is named with each payment. */
    payeeName: optional(text("the payee's name", 70)),
    payeeSortCode: optional(sortCode),
    payeeAccountNumber: optional(accountNumber),
    reference: optional(reference),
    ...debtorFields,
    // Mandatory here, unlike in every other kind (OBDomesticVRPInitiation).
    debtorName: optional(text("the payer's name", 70)),
  })
  .refine(debtorIsWhole, DEBTOR_IN_HALF)
  .refine((typed) => (typed.debtorName === undefined) === (typed.debtorSortCode === undefined), {
    path: ["debtorName"],
    message: "Give account and name of the payer, or neither",
  })
  .refine(
    (typed) =>
      new Set([typed.payeeName, typed.payeeSortCode, typed.payeeAccountNumber].map((part) => part === undefined))
        .size === 1,
    { path: ["payeeName"], message: "Give name, sort code and account number of the payee, or none of them" },
  )
  .transform((typed, context) => ({
    mostEachTime: typed.mostEachTime,
    validFrom: typed.validFrom,
    validTo: typed.validTo,
    type: typed.type,
    method: typed.method,
    interaction: typed.interaction,
    reference: typed.reference,
    limits: readLimits(typed, context),
    ...(typed.debtorName && typed.debtorSortCode && typed.debtorAccountNumber
      ? { debtor: ukAccount(typed.debtorSortCode + typed.debtorAccountNumber, typed.debtorName) }
      : {}),
    ...(typed.payeeName && typed.payeeSortCode && typed.payeeAccountNumber
      ? { payee: ukAccount(typed.payeeSortCode + typed.payeeAccountNumber, typed.payeeName) }
      : {}),
  }));

export type DomesticVrpOrder = OrderOf<"domestic_vrp", typeof shape>;

/** Payments that the TPP may make later, within limits (OBDomesticVRPConsentRequest). */
export const domesticVrp: OrderKind<DomesticVrpOrder> = {
  name: "Payments within limits",
  allowed: "payments within limits",
  scope: "payments",
  intents: "/pisp/domestic-vrp-consents",
  signed: true,
  lasts: true,
  shape,
  groups: [
    {
      legend: "Payments",
      fields: [
        { name: "mostEachTime", label: "At most each time, in pounds", numeric: true },
        { name: "validFrom", label: "From", hint: "Empty: at once", type: "date" },
        { name: "validTo", label: "Until", hint: "Empty: until it is stopped", type: "date" },
        { name: "type", label: "What for", choices: TYPES },
        { name: "method", label: "Ask again each time", choices: METHODS },
        { name: "interaction", label: "When", choices: INTERACTIONS },
      ],
    },
    ...LIMIT_GROUPS,
    {
      legend: "Payee",
      hint: "Leave all of it empty, and the payee is named with each payment; the standard has that for other than the customer's own accounts.",
      fields: [
        { name: "payeeName", label: "Payee name" },
        { name: "payeeSortCode", label: "Payee sort code", numeric: true },
        { name: "payeeAccountNumber", label: "Payee account number", numeric: true },
        { name: "reference", label: "Reference" },
      ],
    },
    {
      ...DEBTOR_GROUP,
      hint: "Leave all of it empty, and the customer chooses at the bank.",
      fields: [...DEBTOR_GROUP.fields, { name: "debtorName", label: "Payer name" }],
    },
  ],
  defaults: () => ({
    mostEachTime: "100.00",
    validTo: inDays(365),
    type: TYPES[0].value,
    method: METHODS[0].value,
    interaction: INTERACTIONS[0].value,
    ...limitDefaults(),
    payeeName: "My savings elsewhere",
    payeeSortCode: "30-94-93",
    payeeAccountNumber: "30000010",
    reference: "Sweep",
  }),
  brief: (order) => ({ payee: payeeOf(order).Name ?? "", amount: `up to ${order.mostEachTime} GBP each time` }),
  intent: (order) => ({
    Data: {
      ControlParameters: {
        ...(order.validFrom ? { ValidFromDateTime: at(order.validFrom) } : {}),
        ...(order.validTo ? { ValidToDateTime: at(order.validTo, "23:59:59") } : {}),
        MaximumIndividualAmount: pounds(order.mostEachTime),
        PeriodicLimits: periodicLimits(order.limits),
        VRPType: [order.type],
        PSUAuthenticationMethods: [order.method],
        PSUInteractionTypes: [order.interaction],
      },
      Initiation: {
        ...(order.debtor ? { DebtorAccount: order.debtor } : {}),
        ...(order.payee ? { CreditorAccount: order.payee } : {}),
        ...(order.reference ? remittance(order.apiVersion, order.reference) : {}),
      },
    },
    Risk: riskOf(order),
  }),
};

/** Whom the workbench pays where the consent leaves that open. */
const payeeOf = ({ payee }: DomesticVrpOrder) => payee ?? ukAccount("20405112345678", "Harbour Books Ltd");

const riskOf = ({ type }: DomesticVrpOrder) => ({
  PaymentContextCode: type === TYPES[0].value ? "TransferToSelf" : "TransferToThirdParty",
});

/**
 * One payment under the consent (OBDomesticVRPRequest): `Initiation` and `Risk` to the letter, payee and reference
 * again where the consent has them.
 *
 * @param paymentId makes its identifications unique.
 */
export function vrpPayment(
  order: DomesticVrpOrder,
  consentId: string,
  amountPaid: string,
  paymentId: string,
): IntentBody {
  const { Data, Risk } = domesticVrp.intent(order, { id: paymentId, startedAt: "" });
  return {
    Data: {
      ConsentId: consentId,
      PSUAuthenticationMethod: order.method,
      PSUInteractionType: order.interaction,
      VRPType: order.type,
      Initiation: Data.Initiation,
      Instruction: {
        ...identifications(paymentId),
        InstructedAmount: pounds(amountPaid),
        CreditorAccount: payeeOf(order),
        ...(order.reference ? remittance(order.apiVersion, order.reference) : {}),
      },
    },
    ...(Risk ? { Risk } : {}),
  };
}
