import type { Problem } from "../problem.ts";

/** Rules that several kinds have beyond their schemas. Each answers the faults that it finds. */

export interface Money {
  readonly Amount: string;
  readonly Currency: string;
}

export interface Account {
  readonly SchemeName: string;
  readonly Identification: string;
}

/** What the rules look at in a payment that is made once, alike in both versions. */
export interface OnePayment {
  readonly Data: {
    readonly Initiation: {
      readonly InstructedAmount: Money;
      readonly CreditorAccount: Account;
      readonly DebtorAccount?: Account | undefined;
    };
  };
}

/** ISO 4217, as the runtime knows it. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** What numbers of each scheme that this bank can pay look like; of another it cannot tell. */
const NUMBERS: Readonly<Record<string, RegExp>> = {
  "UK.OBIE.SortCodeAccountNumber": /^\d{14}$/,
  "UK.OBIE.IBAN": /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/,
};

export const wrongCurrency = (currency: string, path: string): readonly Problem[] =>
  CURRENCIES.has(currency) ? [] : [{ name: "Unsupported.Currency", message: "The currency is not known", path }];

/** How many decimals a currency has (ISO 4217). */
const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;

const isTooFine = ({ Amount, Currency }: Money): boolean =>
  CURRENCIES.has(Currency) && (Amount.split(".")[1] ?? "").replace(/0+$/, "").length > decimalsOf(Currency);

/** An amount of nothing, of less than the smallest coin, or of money that there is not. */
export function wrongMoney(money: Money | undefined, path: string): readonly Problem[] {
  if (!money) return [];
  const nothing = {
    name: "Field.Invalid",
    message: "The amount must be more than nothing",
    path: `${path}.Amount`,
  } as const;
  const tooFine = {
    name: "Field.Invalid",
    message: "The amount has more decimals than its currency",
    path: `${path}.Amount`,
  } as const;
  const wrongAmount = Number(money.Amount) === 0 ? [nothing] : isTooFine(money) ? [tooFine] : [];
  return [...wrongAmount, ...wrongCurrency(money.Currency, `${path}.Currency`)];
}

export function wrongAccount(account: Account | undefined, path: string): readonly Problem[] {
  const shape = account && NUMBERS[account.SchemeName];
  if (!shape || shape.test(account.Identification)) return [];
  const message = `Expected a number of the scheme ${account.SchemeName}`;
  return [{ name: "Unsupported.AccountIdentifier", message, path: `${path}.Identification` }];
}

/** The accounts of a payment. */
export const wrongAccounts = (
  initiation: { readonly CreditorAccount?: Account | undefined; readonly DebtorAccount?: Account | undefined },
  path = "Data.Initiation",
): readonly Problem[] => [
  ...wrongAccount(initiation.CreditorAccount, `${path}.CreditorAccount`),
  ...wrongAccount(initiation.DebtorAccount, `${path}.DebtorAccount`),
];

const LONDON = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/** The day of a moment where the bank is, as text that sorts by time. */
export const bankDay = (moment: Date): string => LONDON.format(moment);

/** @param earliest `today`, or `tomorrow` for what must lie ahead. */
export function tooEarly(
  date: string | undefined,
  earliest: "today" | "tomorrow",
  now: Date,
  path: string,
): readonly Problem[] {
  if (date === undefined) return [];
  const [day, today] = [bankDay(new Date(date)), bankDay(now)];
  if (day > today || (earliest === "today" && day === today)) return [];
  return [{ name: "Field.InvalidDate", message: "The date has passed, or is too near to be kept", path }];
}

/** A date that must not lie before another one. */
export const before = (
  date: string | undefined,
  other: string | undefined,
  path: string,
  message: string,
): readonly Problem[] =>
  date !== undefined && other !== undefined && new Date(date) < new Date(other)
    ? [{ name: "Field.InvalidDate", message, path }]
    : [];
