import type { ConsentKind } from "~/domain/consent-kinds/index";

/** Consents as a TPP asks for them (v3.1), and what is answered to them: those that the builders of the domain have. */

const IDS = { InstructionIdentification: "INSTR-1", EndToEndIdentification: "E2E-1" };
const AT_HOME = {
  CreditorAccount: {
    SchemeName: "UK.OBIE.SortCodeAccountNumber",
    Identification: "20405012345678",
    Name: "Harbour Books Ltd",
  },
};
const ABROAD = {
  CurrencyOfTransfer: "EUR",
  ChargeBearer: "BorneByDebtor",
  DestinationCountryCode: "FR",
  CreditorAgent: { SchemeName: "UK.OBIE.BICFI", Identification: "BNPAFRPP", Name: "Banque du Marais" },
  CreditorAccount: {
    SchemeName: "UK.OBIE.IBAN",
    Identification: "FR7630006000011234567890189",
    Name: "Maison Lumière",
  },
};
const pounds = (Amount: string) => ({ Amount, Currency: "GBP" });
const said = (Reference: string) => ({ RemittanceInformation: { Reference } });
const DAY_TO_COME = { RequestedExecutionDateTime: "2027-03-03T00:00:00+00:00" };
const Charges = [{ ChargeBearer: "BorneByDebtor", Type: "UK.OBIE.SWIFT", Amount: pounds("5.00") }];
const rate = (RateType: string, more: object = {}) => ({
  ExchangeRateInformation: { UnitCurrency: "GBP", ExchangeRate: 1.172, RateType, ...more },
});

interface Order {
  readonly request: {
    readonly Data: Readonly<Record<string, unknown>>;
    readonly Risk: Readonly<Record<string, unknown>>;
  };
  readonly terms?: {
    readonly Charges?: readonly object[];
    readonly ExchangeRateInformation?: object;
    readonly FileContent?: { readonly FirstRows: readonly object[]; readonly [member: string]: unknown };
  };
  /** Of the token that it is asked for with; `payments` unless it is another. */
  readonly scope?: "fundsconfirmations";
}

const order = (Initiation: object, data: object = {}): Order["request"] => ({
  Data: { ...data, Initiation },
  Risk: {},
});
const fileRow = (Name: string, Identification: string, amount: string) => ({
  CreditorAccount: { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification, Name },
  InstructedAmount: pounds(amount),
});
const CREATE = { Permission: "Create" };

export const ORDERS: Partial<Record<ConsentKind, Order>> = {
  "domestic-payment": {
    request: order({ ...IDS, ...AT_HOME, ...said("Order 7781"), InstructedAmount: pounds("42.50") }),
  },
  "domestic-scheduled-payment": {
    request: order(
      { ...IDS, ...AT_HOME, ...said("Order 7781"), ...DAY_TO_COME, InstructedAmount: pounds("42.50") },
      CREATE,
    ),
  },
  "domestic-standing-order": {
    request: order(
      {
        ...AT_HOME,
        Frequency: "IntrvlMnthDay:01:15",
        Reference: "Order 7781",
        FirstPaymentDateTime: "2027-05-15T00:00:00+01:00",
        FirstPaymentAmount: pounds("750.00"),
      },
      CREATE,
    ),
  },
  "international-payment": {
    request: order({ ...IDS, ...ABROAD, ...said("Facture 2027-118"), InstructedAmount: pounds("500.00") }),
    terms: { Charges, ...rate("Actual", { ExpirationDateTime: "2099-01-01T14:05:00Z" }) },
  },
  "international-scheduled-payment": {
    request: order(
      { ...IDS, ...ABROAD, ...said("Facture 2027-118"), ...DAY_TO_COME, InstructedAmount: pounds("500.00") },
      CREATE,
    ),
    terms: { Charges, ...rate("Indicative") },
  },
  "international-standing-order": {
    request: order(
      {
        ...ABROAD,
        Frequency: "QtrDay:ENGLISH",
        Reference: "Facture 2027-118",
        FirstPaymentDateTime: "2027-03-25T00:00:00+00:00",
        InstructedAmount: pounds("200.00"),
      },
      CREATE,
    ),
    terms: { Charges },
  },
  "domestic-vrp": {
    request: order(
      {
        CreditorAccount: {
          SchemeName: "UK.OBIE.SortCodeAccountNumber",
          Identification: "30949330000010",
          Name: "Grace Okoye Savings",
        },
        ...said("Sweep"),
      },
      {
        ControlParameters: {
          ValidToDateTime: "2027-03-14T00:00:00+00:00",
          MaximumIndividualAmount: pounds("100.00"),
          PeriodicLimits: [{ PeriodType: "Month", PeriodAlignment: "Calendar", ...pounds("300.00") }],
          VRPType: ["UK.OBIE.VRPType.Sweeping"],
          PSUAuthenticationMethods: ["UK.OBIE.SCANotRequired"],
        },
      },
    ),
  },
  "file-payment": {
    request: order({
      FileType: "UK.OBIE.pain.001.001.08",
      FileHash: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
      FileReference: "Wages March",
      NumberOfTransactions: "2",
      ControlSum: 2000.5,
    }),
    terms: {
      FileContent: {
        NumberOfTransactions: 2,
        Totals: [pounds("2000.50")],
        FirstRows: [
          { ...fileRow("Ada Wong", "20405011110001", "1200.50"), Reference: "March" },
          fileRow("Ben Osei", "20405011110002", "800.00"),
        ],
      },
    },
  },
  "funds-confirmation": {
    request: {
      Data: {
        DebtorAccount: {
          SchemeName: "UK.OBIE.SortCodeAccountNumber",
          Identification: "20405011223301",
          Name: "Grace Okoye",
        },
        ExpirationDateTime: "2027-03-14T00:00:00+00:00",
      },
      Risk: {},
    },
    scope: "fundsconfirmations",
  },
};

/** The kinds whose orders stand here. */
export const ORDER_KINDS = Object.keys(ORDERS) as readonly ConsentKind[];
