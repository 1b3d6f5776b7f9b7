import { z } from "zod";

/** Field types that the request bodies of the UK Read/Write API are made of. */

/** Counts characters and not UTF-16 units, as JSON Schema does: 35 emoji are 35. */
export const text = (max: number, min = 1) =>
  z.string().refine((value) => {
    const { length } = [...value];
    return length >= min && length <= max;
  }, `Must have between ${min} and ${max} characters`);

export const dateTime = z.iso.datetime({ offset: true });
export const country = z.string().regex(/^[A-Z]{2}$/);

/** A name from a namespace that banks may extend (`x-namespaced-enum`), so any text is well-formed. */
export const namespaced = z.string();

export const amount = z.strictObject({
  Amount: z.string().regex(/^(\d{1,13}|\d{1,13}\.\d{1,5})$/),
  Currency: z.string().regex(/^[A-Z]{3}$/),
});

export const supplementaryData = z.looseObject({});

export const authorisation = z.strictObject({
  AuthorisationType: z.enum(["Any", "Single"]),
  CompletionDateTime: dateTime.optional(),
});

export const scaSupportData = z.object({
  RequestedSCAExemptionType: z
    .enum([
      "BillPayment",
      "ContactlessTravel",
      "EcommerceGoods",
      "EcommerceServices",
      "Kiosk",
      "Parking",
      "PartyToParty",
    ])
    .optional(),
  AppliedAuthenticationApproach: z.enum(["CA", "SCA"]).optional(),
  ReferencePaymentOrderId: text(40).optional(),
});

export const beneficiaryAccountType = z.enum([
  "Business",
  "BusinessSavingsAccount",
  "Charity",
  "Collection",
  "Corporate",
  "Ewallet",
  "Government",
  "Investment",
  "ISA",
  "JointPersonal",
  "Pension",
  "Personal",
  "PersonalSavingsAccount",
  "Premier",
  "Wealth",
]);
