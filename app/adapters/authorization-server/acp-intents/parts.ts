import { z } from "zod";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import type { AccountReference, Charge, PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import { type Money, parseMoney } from "~/domain/shared/money";
import { AuthorityError } from "~/ports/authorization-server";

/**
 * What intents of this API are made of. Only what we use is read; what we read must be there, because a request that we
 * cannot show exactly must not be approved (C-05).
 */

/** Longer than anything that is written to be read, and short enough to be kept with the page that showed it. */
export const text = z.string().max(10_000);
/** More of a kind than any request has. */
export const MOST = 100;

/** RFC 3339, of the years that PostgreSQL and a date of four digits have too, in whatever zone. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((written) => new Date(written))
  .refine((date) => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999);

export const amount = z.object({ Amount: text, Currency: text });
export const account = z.object({ SchemeName: text, Identification: text, Name: text.optional() });

export const remittance = z.object({
  Reference: text.nullish(),
  // v3.1: one text; v4.0: a list of them.
  Unstructured: z.union([text, z.array(text).max(MOST)]).nullish(),
  Structured: z
    .array(z.object({ CreditorReferenceInformation: z.object({ Reference: text }).optional() }))
    .max(MOST)
    .nullish(),
});

/** In the initiation of every payment order. */
export const orderFields = {
  CreditorAccount: account,
  DebtorAccount: account.partial().nullish(),
  RemittanceInformation: remittance.nullish(),
};

/** Beside it. */
export const charges = z
  .array(z.object({ ChargeBearer: z.string(), Amount: amount }))
  .max(MOST)
  .nullish();

const order = z.object(orderFields);

/** What every payment order says ({@link orderFields}), in our words. */
export function paymentTermsFrom(
  { CreditorAccount, DebtorAccount, RemittanceInformation }: z.infer<typeof order>,
  wireCharges: z.infer<typeof charges>,
): PaymentTerms {
  if (!CreditorAccount.Name) throw notUnderstood("a payment without the payee's name");
  const reference = referenceFrom(RemittanceInformation);
  const debtor = debtorFrom(DebtorAccount);
  return {
    payee: { ...accountFrom(CreditorAccount.SchemeName, CreditorAccount.Identification), name: CreditorAccount.Name },
    ...(reference && { reference }),
    ...(debtor && { debtor }),
    charges: chargesFrom(wireCharges),
  };
}

/** The account that the TPP named. Servers of this dialect send an empty one where it named none. */
export const debtorFrom = (wire: z.infer<typeof orderFields.DebtorAccount>): AccountReference | undefined =>
  wire?.SchemeName && wire.Identification ? accountFrom(wire.SchemeName, wire.Identification) : undefined;

export const chargesFrom = (wire: z.infer<typeof charges>): readonly Charge[] =>
  (wire ?? []).map(({ ChargeBearer, Amount }) => ({ bearer: bearerFrom(ChargeBearer), amount: moneyFrom(Amount) }));

/** Maps, since a code is whatever somebody wrote: an object has "toString" too. */
const BEARERS: ReadonlyMap<string, Charge["bearer"]> = new Map([
  ["BorneByDebtor", "you"],
  ["BorneByCreditor", "payee"],
  ["Shared", "shared"],
  ["FollowingServiceLevel", "by-agreement"],
]);

export const bearerFrom = (bearer: string): Charge["bearer"] =>
  BEARERS.get(bearer.replace(/^UK\.OBIE\./, "")) ?? "by-agreement";

const SCHEMES: ReadonlyMap<string, AccountReference["scheme"]> = new Map([
  ["UK.OBIE.SortCodeAccountNumber", "sort-code-account-number"],
  ["UK.OBIE.IBAN", "iban"],
  ["UK.OBIE.PAN", "card"],
]);

export const accountFrom = (scheme: string, identification: string): AccountReference => ({
  scheme: SCHEMES.get(scheme) ?? "other",
  identification,
});

export function moneyFrom({ Amount, Currency }: z.infer<typeof amount>): Money {
  const money = parseMoney(Amount, Currency);
  if (!money) throw notUnderstood("an amount that cannot be shown exactly");
  return money;
}

export function referenceFrom(wire: z.infer<typeof remittance> | null | undefined): string | undefined {
  const structured = wire?.Structured?.map((part) => part.CreditorReferenceInformation?.Reference).find(Boolean);
  const unstructured = [wire?.Unstructured ?? []].flat().join(" ");
  return wire?.Reference || structured || unstructured || undefined;
}

/** Reads one kind of intent, whatever was sent as one. */
export type IntentReader<Subject extends ConsentSubject> = (wire: unknown) => Subject;

/** @throws AuthorityError `request-not-understood` where the intent is not of that shape */
export const intentReader =
  <Wire, Subject extends ConsentSubject>(
    schema: z.ZodType<Wire>,
    from: (wire: Wire) => Subject,
  ): IntentReader<Subject> =>
  (wire) => {
    const parsed = schema.safeParse(wire);
    if (parsed.success) return from(parsed.data);
    const paths = parsed.error.issues.map((issue) => issue.path.join(".")).slice(0, 5);
    throw notUnderstood(`the intent is not of the expected shape at: ${paths.join(", ")}`);
  };

export const notUnderstood = (reason: string) => new AuthorityError("request-not-understood", reason);
