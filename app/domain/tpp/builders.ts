import { asClientId } from "../shared/ids";
import type { RegisteredApp } from "./app-facts";
import type { RegisterStatement } from "./registration";

/** An app whose registration says everything. */
export const aRegisteredApp = (over: Partial<RegisteredApp> = {}): RegisteredApp => ({
  clientId: asClientId("tpp-beacon"),
  name: "Budget Beacon",
  legalName: "Beacon Money Ltd",
  standing: "active",
  organisationId: "PSDGB-FCA-731904",
  website: "https://budget-beacon.example",
  policy: "https://budget-beacon.example/privacy",
  terms: "https://budget-beacon.example/terms",
  roles: ["account-information", "payment-initiation", "funds-confirmation"],
  contacts: ["help@budget-beacon.example"],
  ...over,
});

/** What its register signed of that app just now. */
export const aRegisterStatement = (over: Partial<RegisterStatement> = {}): RegisterStatement => ({
  ...aRegisteredApp(),
  standing: "active",
  certificates: [],
  signedAt: new Date(Date.now() - 1_000),
  ...over,
});
