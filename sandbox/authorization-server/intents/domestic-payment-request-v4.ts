import { z } from "zod";
import {
  amount,
  authorisation,
  beneficiaryAccountType,
  country,
  dateTime,
  namespaced,
  scaSupportData,
  supplementaryData,
  text,
} from "./fields.ts";
import { PAYMENT_PURPOSES, PURPOSE_CATEGORIES } from "./iso-purpose-codes.ts";

const lei = text(20).regex(/^[0-9]{4}[0]{2}[A-Z0-9]{12}[0-9]{2}/);
const fourLetters = (codes: string) => z.enum(codes.split(" ") as [string, ...string[]]);

const postalAddress = z.strictObject({
  AddressType: fourLetters("BIZZ DLVY MLTO PBOX ADDR HOME CORR STAT").optional(),
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

const proxy = z.object({
  Identification: text(2048),
  Code: fourLetters(
    "TELE EMAL DNAM CINC COTX COID CUST DRLC EIDN EWAL PVTX LEIC MBNO NIDN CCPT SHID SOSE TOKN UBIL VIPN BIID",
  ),
  Type: text(35).optional(),
});

const debtorAccount = z.strictObject({
  SchemeName: namespaced,
  Identification: text(256),
  Name: text(350).optional(),
  SecondaryIdentification: text(34).optional(),
  Proxy: proxy.optional(),
});

const creditorAgent = z.strictObject({
  SchemeName: namespaced.optional(),
  Identification: text(35).optional(),
  Name: text(140).optional(),
  LEI: lei.optional(),
  PostalAddress: postalAddress.optional(),
});

const ultimateParty = z.object({
  Name: text(140).optional(),
  Identification: text(256).optional(),
  LEI: lei.optional(),
  SchemeName: namespaced.optional(),
  PostalAddress: postalAddress.optional(),
});

const regulatoryReporting = z.object({
  DebitCreditReportingIndicator: z.enum(["CRED", "DEBT", "BOTH"]).optional(),
  Authority: z.object({ Name: text(140).optional(), CountryCode: country.optional() }).optional(),
  Details: z
    .array(
      z.object({
        Type: text(35).optional(),
        Date: dateTime.optional(),
        Country: country.optional(),
        Amount: amount.optional(),
        Information: z.array(text(35)).optional(),
      }),
    )
    .optional(),
});

const structuredRemittance = z.object({
  ReferredDocumentInformation: z
    .array(
      z.object({
        Code: fourLetters("CINV CNFA CONT CREN DEBN DISP DNFA HIRI INVS MSIN PROF PUOR QUOT SBIN SPRR TISH").optional(),
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
      Code: fourLetters("DISP FXDR PUOR RPIN RADM SCOR").optional(),
      Issuer: text(35).optional(),
      Reference: text(35).optional(),
    })
    .optional(),
  Invoicer: text(256).optional(),
  Invoicee: text(256).optional(),
  TaxRemittance: text(140).optional(),
  AdditionalRemittanceInformation: z.array(text(140)).max(3).optional(),
});

const initiation = z.strictObject({
  InstructionIdentification: text(35),
  EndToEndIdentification: text(35),
  LocalInstrument: namespaced.optional(),
  InstructedAmount: amount,
  DebtorAccount: debtorAccount.optional(),
  CreditorAgent: creditorAgent.optional(),
  CreditorAccount: debtorAccount.extend({ Name: text(350) }),
  CreditorPostalAddress: postalAddress.optional(),
  UltimateCreditor: ultimateParty.optional(),
  UltimateDebtor: ultimateParty.optional(),
  RegulatoryReporting: z.array(regulatoryReporting).max(10).optional(),
  RemittanceInformation: z
    .object({
      Structured: z.array(structuredRemittance).optional(),
      Unstructured: z.array(text(140)).optional(),
    })
    .optional(),
  SupplementaryData: supplementaryData.optional(),
});

const risk = z.strictObject({
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
  CategoryPurposeCode: z
    .string()
    .refine((code) => PURPOSE_CATEGORIES.has(code))
    .optional(),
  BeneficiaryAccountType: beneficiaryAccountType.optional(),
  DeliveryAddress: postalAddress.optional(),
});

/** OBWriteDomesticConsent4 of v4.0. */
export const domesticPaymentRequestV4 = z.strictObject({
  Data: z.strictObject({
    ReadRefundAccount: z.enum(["No", "Yes"]).optional(),
    Initiation: initiation,
    Authorisation: authorisation.optional(),
    SCASupportData: scaSupportData.optional(),
  }),
  Risk: risk,
});
