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

/** The patterns of v3.1.11 that say how often (OBWriteDomesticStandingOrderConsent5, Frequency). */
export const FREQUENCY_PATTERN =
  /^(EvryDay)$|^(EvryWorkgDay)$|^(IntrvlDay:((0[2-9])|([1-2][0-9])|3[0-1]))$|^(IntrvlWkDay:0[1-9]:0[1-7])$|^(WkInMnthDay:0[1-5]:0[1-7])$|^(IntrvlMnthDay:(0[1-6]|12|24):(-0[1-5]|0[1-9]|[12][0-9]|3[01]))$|^(QtrDay:(ENGLISH|SCOTTISH|RECEIVED))$/;

export const chargeBearer = z.enum(["BorneByCreditor", "BorneByDebtor", "FollowingServiceLevel", "Shared"]);

export const exchangeRateAsked = z.strictObject({
  UnitCurrency: z.string().regex(/^[A-Z]{3}$/),
  ExchangeRate: z.number().optional(),
  RateType: z.enum(["Actual", "Agreed", "Indicative"]),
  ContractIdentification: text(256).optional(),
});

/** Scheduled payments and standing orders say what is to be done with them; there is nothing but this. */
export const permission = { Permission: z.literal("Create") };

/** What stands around the initiation of every payment order that has a risk. */
export const paymentConsent = <Initiation extends z.ZodType, Risk extends z.ZodType, Shape extends z.ZodRawShape>(
  initiation: Initiation,
  risk: Risk,
  further: Shape,
) =>
  z.strictObject({
    Data: z.strictObject({
      ReadRefundAccount: z.enum(["No", "Yes"]).optional(),
      Initiation: initiation,
      Authorisation: authorisation.optional(),
      SCASupportData: scaSupportData.optional(),
      ...further,
    }),
    Risk: risk,
  });
