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

const REQUESTS: Partial<Record<ConsentType, (version: ApiVersion) => Body>> = {
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
};

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
  const request = REQUESTS[type];
  if (!request) throw new Error(`no request of ${type}`);
  return structuredClone(request(version));
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
