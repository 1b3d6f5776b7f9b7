import { z } from "zod";
import { amount, beneficiaryAccountType, country, dateTime, FREQUENCY_PATTERN, namespaced, text } from "./fields.ts";
import { PAYMENT_PURPOSES, PURPOSE_CATEGORIES } from "./iso-purpose-codes.ts";

/** What the payment requests of v4.0 are made of. */

export const lei = text(20).regex(/^[0-9]{4}[0]{2}[A-Z0-9]{12}[0-9]{2}/);
const oneOf = (codes: string) => z.enum(codes.split(" ") as [string, ...string[]]);

export const postalAddress = z.strictObject({
  AddressType: oneOf("BIZZ DLVY MLTO PBOX ADDR HOME CORR STAT").optional(),
  Department: text(70).optional(),
  SubDepartment: text(70).optional(),
  StreetName: text(140).optional(),
  BuildingNumber: text(16).optional(),
  BuildingName: text(140).optional(),
  Floor: text(70).optional(),
  UnitNumber: text(16).optional(),
  Room: text(70).optional(),
  PostBox: text(16).optional(),
  TownLocationName: text(140).optional(),
  DistrictName: text(140).optional(),
  CareOf: text(140).optional(),
  PostCode: text(16).optional(),
  TownName: text(140).optional(),
  CountrySubDivision: text(35).optional(),
  Country: country.optional(),
  AddressLine: z.array(text(70)).max(7).optional(),
});

export const proxy = z.object({
  Identification: text(2048),
  Code: oneOf(
    "TELE EMAL DNAM CINC COTX COID CUST DRLC EIDN EWAL PVTX LEIC MBNO NIDN CCPT SHID SOSE TOKN UBIL VIPN BIID",
  ),
  Type: text(35).optional(),
});

export const account = z.strictObject({
  SchemeName: namespaced,
  Identification: text(256),
  Name: text(350).optional(),
  SecondaryIdentification: text(34).optional(),
  Proxy: proxy.optional(),
});
export const namedAccount = account.extend({ Name: text(350) });

export const creditorAgent = z.strictObject({
  SchemeName: namespaced.optional(),
  Identification: text(35).optional(),
  Name: text(140).optional(),
  LEI: lei.optional(),
  PostalAddress: postalAddress.optional(),
});

/** @param legalEntity how its LEI must look; VRP is less strict than the other kinds. */
export const ultimateParty = (legalEntity: z.ZodType<string> = lei) =>
  z.object({
    Name: text(140).optional(),
    Identification: text(256).optional(),
    LEI: legalEntity.optional(),
    SchemeName: namespaced.optional(),
    PostalAddress: postalAddress.optional(),
  });

/** @param money of its details; VRP admits further members. */
export const regulatoryReporting = (money: z.ZodType = amount) =>
  z
    .array(
      z.object({
        DebitCreditReportingIndicator: z.enum(["CRED", "DEBT", "BOTH"]).optional(),
        Authority: z.object({ Name: text(140).optional(), CountryCode: country.optional() }).optional(),
        Details: z
          .array(
            z.object({
              Type: text(35).optional(),
              Date: dateTime.optional(),
              Country: country.optional(),
              Amount: money.optional(),
              Information: z.array(text(35)).optional(),
            }),
          )
          .optional(),
      }),
    )
    .max(10);

const DOCUMENTS = "CINV CNFA CONT CREN DEBN DISP DNFA HIRI INVS MSIN PROF PUOR QUOT SBIN SPRR TISH";

/**
 * @param documents the codes of documents that may be referred to.
 * @param shortest of who invoiced whom.
 */
export const remittance = (documents = DOCUMENTS, shortest = 1) => {
  const structured = z.object({
    ReferredDocumentInformation: z
      .array(
        z.object({
          Code: oneOf(documents).optional(),
          Issuer: text(35).optional(),
          Number: text(35).optional(),
          RelatedDate: dateTime.optional(),
          LineDetails: z.array(z.string()).optional(),
        }),
      )
      .optional(),
    ReferredDocumentAmount: z.int32().optional(),
    CreditorReferenceInformation: z
      .object({
        Code: oneOf("DISP FXDR PUOR RPIN RADM SCOR").optional(),
        Issuer: text(35).optional(),
        Reference: text(35).optional(),
      })
      .optional(),
    Invoicer: text(256, shortest).optional(),
    Invoicee: text(256, shortest).optional(),
    TaxRemittance: text(140).optional(),
    AdditionalRemittanceInformation: z.array(text(140)).max(3).optional(),
  });
  return z.object({ Structured: z.array(structured).optional(), Unstructured: z.array(text(140)).optional() });
};

const categoryPurpose = z.string().refine((code) => PURPOSE_CATEGORIES.has(code));

const FREQUENCY_CODES = "ADHO YEAR DAIL FRTN INDA MNTH QURT MIAN WEEK WODL FOWK TWMH FOMH FIMH ALMH NONE";

/** When a standing order pays. Its frequency is an ISO 20022 code, or a pattern of v3.1.11. */
export const mandate = z.object({
  MandateIdentification: text(35).optional(),
  Classification: z.enum(["FIXE", "USGB", "VARI"]).optional(),
  CategoryPurposeCode: categoryPurpose.optional(),
  FirstPaymentDateTime: dateTime.optional(),
  RecurringPaymentDateTime: dateTime.optional(),
  FinalPaymentDateTime: dateTime.optional(),
  Frequency: z.object({
    Type: z
      .string()
      .refine(
        (type) => FREQUENCY_CODES.split(" ").includes(type) || type === "NotKnown" || FREQUENCY_PATTERN.test(type),
      ),
    CountPerPeriod: z.int32().optional(),
    PointInTime: text(2, 0).optional(),
  }),
  Reason: text(256).optional(),
});

export const risk = z.strictObject({
  PaymentContextCode: z
    .enum([
      "BillingGoodsAndServicesInAdvance",
      "BillingGoodsAndServicesInArrears",
      "EcommerceMerchantInitiatedPayment",
      "FaceToFacePointOfSale",
      "TransferToSelf",
      "TransferToThirdParty",
    ])
    .optional(),
  MerchantCategoryCode: text(4, 3).optional(),
  MerchantCustomerIdentification: text(70).optional(),
  ContractPresentIndicator: z.boolean().optional(),
  BeneficiaryPrepopulatedIndicator: z.boolean().optional(),
  PaymentPurposeCode: z
    .string()
    .refine((code) => PAYMENT_PURPOSES.has(code))
    .optional(),
  CategoryPurposeCode: categoryPurpose.optional(),
  BeneficiaryAccountType: beneficiaryAccountType.optional(),
  DeliveryAddress: postalAddress.optional(),
});
