import { asClientId } from "../shared/ids";
import type { RegisteredApp } from "./app-facts";

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
