import type { Consent } from "../consents/consent.ts";
import type { ConsentType } from "../consents/consent-kinds.ts";
import { frequencyInWords } from "./frequency.ts";

/**
 * The intents as this API tells them: data and risk in one object, in the names of v3.1 whatever version the TPP used.
 * What v3.1 has no name for is passed on under the TPP's own.
 */
export const outwardIntent = (consent: Consent): object => INTENTS[consent.type](consent);

type Fields = Readonly<Record<string, unknown>>;

const INTENTS: Readonly<Record<ConsentType, (consent: Consent) => object>> = {
  account_access: ({ request }) => request.Data,
  domestic_payment: domesticPayment,
  domestic_scheduled_payment: (consent) => order(consent, withRemittance),
  domestic_standing_order: (consent) => order(consent, standingOrder),
  file_payment: (consent) => order(consent, withRemittance),
  international_payment: (consent) => order(consent, withRemittance),
  international_scheduled_payment: (consent) => order(consent, withRemittance),
  international_standing_order: (consent) => order(consent, standingOrder),
  domestic_vrp: (consent) => order(consent, withRemittance),
  funds_confirmation: ({ request }) => request.Data,
};

function order({ request: { Data, Risk }, terms }: Consent, initiation: (sent: Fields) => Fields): Fields {
  return { ...Risk, ...Data, ...terms, Initiation: initiation(Data["Initiation"] as Fields) };
}

/** Whatever strict clients read of a payment without asking whether it is there. */
function domesticPayment(consent: Consent): Fields {
  const told = order(consent, withRemittance);
  const { Initiation, Authorisation } = told as { readonly Initiation: Fields; readonly Authorisation?: object };
  const debtor = { SchemeName: "", Identification: consent.accountIds[0] ?? "" };
  return {
    ...told,
    Authorisation: Authorisation ?? { AuthorisationType: "Any" },
    Initiation: { RemittanceInformation: {}, DebtorAccount: debtor, ...Initiation },
  };
}

function withRemittance({ RemittanceInformation, ...sent }: Fields): Fields {
  return RemittanceInformation === undefined
    ? sent
    : { ...sent, RemittanceInformation: remittance(RemittanceInformation as Remittance) };
}

/** v4.0 says when and how often in a mandate, and what it is for in a remittance; v3.1 has fields of its own. */
function standingOrder({ MandateRelatedInformation, RemittanceInformation, ...sent }: Fields): Fields {
  if (!MandateRelatedInformation) return sent;
  const { Frequency, FirstPaymentDateTime, RecurringPaymentDateTime, FinalPaymentDateTime } =
    MandateRelatedInformation as Fields;
  const { Reference, Unstructured } = remittance((RemittanceInformation ?? {}) as Remittance);
  const reference = Reference ?? Unstructured;
  return {
    ...sent,
    Frequency: frequencyInWords(Frequency as Parameters<typeof frequencyInWords>[0]),
    ...(reference && { Reference: reference }),
    ...(FirstPaymentDateTime !== undefined && { FirstPaymentDateTime }),
    ...(RecurringPaymentDateTime !== undefined && { RecurringPaymentDateTime }),
    ...(FinalPaymentDateTime !== undefined && { FinalPaymentDateTime }),
  };
}

interface Remittance {
  readonly Reference?: string;
  readonly Unstructured?: string | readonly string[];
  readonly Structured?: readonly { readonly CreditorReferenceInformation?: { readonly Reference?: string } }[];
}

/** One reference and one text. Nothing of the text is cut. */
function remittance(sent: Remittance): { Reference?: string; Unstructured?: string } {
  const references = sent.Structured?.map((item) => item.CreditorReferenceInformation?.Reference) ?? [];
  const reference = sent.Reference ?? references.filter(Boolean).join(" ");
  const text = [sent.Unstructured ?? []].flat().join(" ");
  return { ...(reference && { Reference: reference }), ...(text && { Unstructured: text }) };
}
