import { createHash } from "node:crypto";
import type { ApiVersion } from "../../consents/consent.ts";
import type { ConsentType } from "../../consents/consent-kinds.ts";

/** Test builders: one request of each kind that the standard and this bank take, and how to change a member of it. */

type Body = Record<string, unknown>;

const DAY = 24 * 60 * 60 * 1000;

/** So many days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

export const PAYEE = {
  SchemeName: "UK.OBIE.SortCodeAccountNumber",
  Identification: "20405012345678",
  Name: "Harbour Books Ltd",
};

export const pounds = (Amount: string) => ({ Amount, Currency: "GBP" });

const one = {
  InstructionIdentification: "INSTR-1",
  EndToEndIdentification: "E2E-1",
  InstructedAmount: pounds("42.50"),
  CreditorAccount: PAYEE,
};

const abroad = {
  CurrencyOfTransfer: "EUR",
  DestinationCountryCode: "IE",
  CreditorAgent: { SchemeName: "UK.OBIE.BICFI", Identification: "AIBKIE2D" },
  CreditorAccount: { SchemeName: "UK.OBIE.IBAN", Identification: "IE29AIBK93115212345678", Name: "Harbour Books" },
};

export const JSON_FILE = Buffer.from(
  JSON.stringify({
    Data: {
      DomesticPayments: [
        { ...one, RemittanceInformation: { Reference: "A 1" } },
        { ...one, InstructedAmount: pounds("0.10"), RemittanceInformation: { Unstructured: ["A", "2"] } },
      ],
    },
  }),
);

/** The announcement of a file. */
export const aFileRequest = (file: Uint8Array, over: object = {}) => ({
  Data: {
    Initiation: {
      FileType: "UK.OBIE.PaymentInitiation.4.0",
      FileHash: createHash("sha256").update(file).digest("base64"),
      NumberOfTransactions: "2",
      ControlSum: 42.6,
      ...over,
    },
  },
});

const REQUESTS: Readonly<Record<ConsentType, (version: ApiVersion) => Body>> = {
  account_access: () => ({ Data: { Permissions: ["ReadAccountsDetail", "ReadBalances"] }, Risk: {} }),
  domestic_payment: () => ({ Data: { Initiation: one }, Risk: {} }),
  domestic_scheduled_payment: () => ({
    Data: { Permission: "Create", Initiation: { ...one, RequestedExecutionDateTime: inDays(10) } },
    Risk: {},
  }),
  domestic_standing_order: (version) => ({
    Data: { Permission: "Create", Initiation: { ...rhythm(version), FirstPaymentAmount: pounds("750.00") } },
    Risk: {},
  }),
  file_payment: () => aFileRequest(JSON_FILE),
  international_payment: () => ({ Data: { Initiation: { ...one, ...abroad } }, Risk: {} }),
  international_scheduled_payment: () => ({
    Data: { Permission: "Create", Initiation: { ...one, ...abroad, RequestedExecutionDateTime: inDays(10) } },
    Risk: {},
  }),
  international_standing_order: (version) => ({
    Data: { Permission: "Create", Initiation: { ...rhythm(version), InstructedAmount: pounds("750.00"), ...abroad } },
    Risk: {},
  }),
  domestic_vrp: vrp,
  funds_confirmation: () => ({ Data: { ExpirationDateTime: inDays(90), DebtorAccount: PAYEE } }),
};

function vrp(): Body {
  return {
    Data: {
      ControlParameters: {
        ValidFromDateTime: inDays(0),
        ValidToDateTime: inDays(365),
        MaximumIndividualAmount: pounds("100.00"),
        PeriodicLimits: [
          { PeriodType: "Month", PeriodAlignment: "Calendar", ...pounds("300.00") },
          { PeriodType: "Day", PeriodAlignment: "Consent", ...pounds("100") },
        ],
        VRPType: ["UK.OBIE.VRPType.Sweeping"],
        PSUAuthenticationMethods: ["UK.OBIE.SCANotRequired"],
        PSUInteractionTypes: ["OffSession"],
      },
      Initiation: { CreditorAccount: PAYEE },
    },
    Risk: {},
  };
}

function rhythm(version: ApiVersion): Body {
  const CreditorAccount = PAYEE;
  const FirstPaymentDateTime = inDays(5);
  return version === "v3.1"
    ? { Frequency: "IntrvlMnthDay:01:15", Reference: "RENT", FirstPaymentDateTime, CreditorAccount }
    : {
        MandateRelatedInformation: { Frequency: { Type: "MNTH", PointInTime: "15" }, FirstPaymentDateTime },
        RemittanceInformation: { Unstructured: ["RENT"] },
        CreditorAccount,
      };
}

export function aRequest(type: ConsentType, version: ApiVersion): Body {
  return structuredClone(REQUESTS[type](version));
}

/** The request with the member at this path changed, or gone where the value is undefined. */
export function withMember(body: Body, path: string, value: unknown): Body {
  const copy = structuredClone(body);
  const keys = path.split(".");
  const last = keys.pop() as string;
  const parent = keys.reduce<Body>((node, key) => {
    node[key] ??= {};
    return node[key] as Body;
  }, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
