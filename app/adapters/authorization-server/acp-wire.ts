import { z } from "zod";
import { readPermissions } from "~/domain/consent-kinds/account-access";
import type { ConsentKind, ConsentSubject } from "~/domain/consent-kinds/index";
import type { AccountReference, Charge } from "~/domain/consent-kinds/payment-terms";
import { parseMoney } from "~/domain/shared/money";
import { AuthorityError } from "~/ports/authorization-server";

/**
 * The words of the ACP-style internal consent API, and what they mean to us. Only what we use is read; what we read must
 * be there, because a request that we cannot show exactly must not be approved (C-05).
 */

interface KindWords {
  /** In the path. */
  readonly path: string;
  /** `type`, and `consent_type` of the redirect. */
  readonly type: string;
}

export const KIND_WORDS = {
  "account-access": { path: "account-access-consent", type: "account_access" },
  "domestic-payment": { path: "domestic-payment-consent", type: "domestic_payment" },
} as const satisfies Record<ConsentKind, KindWords>;

export const kindOfType = (type: string): ConsentKind | undefined =>
  (Object.keys(KIND_WORDS) as ConsentKind[]).find((kind) => KIND_WORDS[kind].type === type);

/** RFC 3339, of the years that PostgreSQL and a date of four digits have too, in whatever zone. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999);

/** PostgreSQL keeps no text with a zero byte or half of a character, and no key of any length. */
export const identifier = z.string().regex(/^[^\0\p{Cs}]{1,256}$/u);

/** Longer than anything that is written to be read, and short enough to be kept with the page that showed it. */
const text = z.string().max(10_000);
/** More of a kind than any request has. */
const MOST = 100;

const amount = z.object({ Amount: text, Currency: text });
const account = z.object({ SchemeName: text, Identification: text, Name: text.optional() });

const accountAccess = z.object({
  Status: z.string(),
  Permissions: z.array(z.string()).min(1).max(MOST),
  ExpirationDateTime: instant.optional(),
  TransactionFromDateTime: instant.optional(),
  TransactionToDateTime: instant.optional(),
});

const domesticPayment = z.object({
  Status: z.string(),
  Initiation: z.object({
    InstructedAmount: amount,
    CreditorAccount: account,
    DebtorAccount: account.partial().nullish(),
    RemittanceInformation: z
      .object({
        Reference: text.nullish(),
        // v3.1: one text; v4.0: a list of them.
        Unstructured: z.union([text, z.array(text).max(MOST)]).nullish(),
        Structured: z
          .array(z.object({ CreditorReferenceInformation: z.object({ Reference: text }).optional() }))
          .max(MOST)
          .nullish(),
      })
      .nullish(),
  }),
  Charges: z
    .array(z.object({ ChargeBearer: z.string(), Amount: amount }))
    .max(MOST)
    .nullish(),
});

export const consentViewSchema = z.object({
  consent_id: identifier,
  type: z.string(),
  status: z.string(),
  client_id: identifier,
  client_info: z
    .object({
      client_name: text.nullish(),
      client_uri: text.nullish(),
      description: text.nullish(),
      organisation_id: text.nullish(),
      // As the UK directory's software statements have them, where the server passes them on.
      software_client_name: text.nullish(),
      software_on_behalf_of_name: text.nullish(),
      org_name: text.nullish(),
      org_status: text.nullish(),
    })
    .nullish(),
  subject: identifier,
  requested_scopes: z
    .array(z.object({ requested_name: identifier }))
    .max(MOST)
    .nullish(),
  expires_at: instant.nullish(),
  extensible: z.boolean().nullish(),
  login_repeatable: z.boolean().nullish(),
  account_access_consent: accountAccess.optional(),
  domestic_payment_consent: domesticPayment.optional(),
});

export type ConsentView = z.infer<typeof consentViewSchema>;

/** @throws AuthorityError `request-not-understood` */
export function subjectFrom(view: ConsentView): ConsentSubject {
  if (view.account_access_consent && view.domestic_payment_consent) throw notUnderstood("two intents in one consent");
  if (view.type === KIND_WORDS["account-access"].type && view.account_access_consent) {
    return accountAccessFrom(view.account_access_consent);
  }
  if (view.type === KIND_WORDS["domestic-payment"].type && view.domestic_payment_consent) {
    return domesticPaymentFrom(view.domestic_payment_consent);
  }
  throw notUnderstood("a consent of another type, or without its intent");
}

function accountAccessFrom(wire: z.infer<typeof accountAccess>): ConsentSubject {
  const permissions = readPermissions(wire.Permissions);
  if (!permissions.ok) throw notUnderstood(`unknown permissions: ${named(permissions.error.codes)}`);
  return {
    kind: "account-access",
    permissions: permissions.value,
    ...(wire.ExpirationDateTime && { expiresAt: wire.ExpirationDateTime }),
    history: {
      ...(wire.TransactionFromDateTime && { from: wire.TransactionFromDateTime }),
      ...(wire.TransactionToDateTime && { to: wire.TransactionToDateTime }),
    },
  };
}

function domesticPaymentFrom({ Initiation, Charges }: z.infer<typeof domesticPayment>): ConsentSubject {
  const { CreditorAccount, DebtorAccount, RemittanceInformation } = Initiation;
  if (!CreditorAccount.Name) throw notUnderstood("a payment without the payee's name");
  const reference = referenceFrom(RemittanceInformation);
  return {
    kind: "domestic-payment",
    amount: moneyFrom(Initiation.InstructedAmount),
    payee: { ...accountFrom(CreditorAccount.SchemeName, CreditorAccount.Identification), name: CreditorAccount.Name },
    ...(reference && { reference }),
    // Servers of this dialect send an empty account where the TPP named none.
    ...(DebtorAccount?.SchemeName &&
      DebtorAccount.Identification && { debtor: accountFrom(DebtorAccount.SchemeName, DebtorAccount.Identification) }),
    charges: (Charges ?? []).map(({ ChargeBearer, Amount }) => ({
      bearer: BEARERS[ChargeBearer.replace(/^UK\.OBIE\./, "")] ?? "by-agreement",
      amount: moneyFrom(Amount),
    })),
  };
}

const BEARERS: Readonly<Record<string, Charge["bearer"]>> = {
  BorneByDebtor: "you",
  BorneByCreditor: "payee",
  Shared: "shared",
  FollowingServiceLevel: "by-agreement",
};

const SCHEMES: Readonly<Record<string, AccountReference["scheme"]>> = {
  "UK.OBIE.SortCodeAccountNumber": "sort-code-account-number",
  "UK.OBIE.IBAN": "iban",
  "UK.OBIE.PAN": "card",
};

const accountFrom = (scheme: string, identification: string): AccountReference => ({
  scheme: SCHEMES[scheme] ?? "other",
  identification,
});

function moneyFrom({ Amount, Currency }: z.infer<typeof amount>) {
  const money = parseMoney(Amount, Currency);
  if (!money) throw notUnderstood("an amount that cannot be shown exactly");
  return money;
}

function referenceFrom(
  remittance: z.infer<typeof domesticPayment>["Initiation"]["RemittanceInformation"],
): string | undefined {
  const structured = remittance?.Structured?.map((part) => part.CreditorReferenceInformation?.Reference).find(Boolean);
  const unstructured = [remittance?.Unstructured ?? []].flat().join(" ");
  return remittance?.Reference || structured || unstructured || undefined;
}

/** For the log: the names alone that could be of a code, and not many. What else was written there stays out. */
function named(codes: readonly string[]): string {
  const names = codes.filter((code) => /^[A-Za-z]{1,40}$/.test(code)).slice(0, 5);
  return [...names, ...(codes.length > names.length ? [`${codes.length - names.length} more`] : [])].join(", ");
}

export const notUnderstood = (reason: string) => new AuthorityError("request-not-understood", reason);
