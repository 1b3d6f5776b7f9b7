import { z } from "zod";
import { beneficiaryAccountType, country, namespaced, text } from "./fields.ts";

/** What the payment requests of v3.1.11 are made of. */

const address = {
  StreetName: text(70).optional(),
  BuildingNumber: text(16).optional(),
  PostCode: text(16).optional(),
  CountrySubDivision: text(35).optional(),
};

export const postalAddress = z.strictObject({
  ...address,
  AddressType: z
    .enum(["Business", "Correspondence", "DeliveryTo", "MailTo", "POBox", "Postal", "Residential", "Statement"])
    .optional(),
  Department: text(70).optional(),
  SubDepartment: text(70).optional(),
  TownName: text(35).optional(),
  Country: country.optional(),
  AddressLine: z.array(text(70)).max(7).optional(),
});

export const account = z.strictObject({
  SchemeName: namespaced,
  Identification: text(256),
  Name: text(350).optional(),
  SecondaryIdentification: text(34).optional(),
});

export const namedAccount = account.extend({ Name: text(350) });

export const remittance = z.strictObject({ Unstructured: text(140).optional(), Reference: text(35).optional() });

export const risk = z.strictObject({
  PaymentContextCode: z
    .enum([
      "BillingGoodsAndServicesInAdvance",
      "BillingGoodsAndServicesInArrears",
      "PispPayee",
      "EcommerceMerchantInitiatedPayment",
      "FaceToFacePointOfSale",
      "TransferToSelf",
      "TransferToThirdParty",
      "BillPayment",
      "EcommerceGoods",
      "EcommerceServices",
      "Other",
      "PartyToParty",
    ])
    .optional(),
  MerchantCategoryCode: text(4, 3).optional(),
  MerchantCustomerIdentification: text(70).optional(),
  // Spelled so by the standard; v4.0 put it right.
  ContractPresentInidicator: z.boolean().optional(),
  BeneficiaryPrepopulatedIndicator: z.boolean().optional(),
  PaymentPurposeCode: text(4, 3).optional(),
  BeneficiaryAccountType: beneficiaryAccountType.optional(),
  DeliveryAddress: z
    .object({ ...address, TownName: text(35), Country: country, AddressLine: z.array(text(70)).max(2).optional() })
    .optional(),
});
