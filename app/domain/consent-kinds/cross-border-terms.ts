/** What is said of every payment to another country or in another currency. */
export interface CrossBorderTerms {
  /** In which the payee is paid (`CurrencyOfTransfer`); the amount is in the currency of `InstructedAmount`. */
  readonly currencyOfTransfer: string;
  /** Who pays what the banks charge (`ChargeBearer`); the standard's default is shared. */
  readonly chargesBorneBy: "you" | "payee" | "shared" | "by-agreement";
  /** The bank that holds the payee's account (`CreditorAgent`): its BIC or name, as the TPP wrote it. */
  readonly payeeBank?: { readonly identification?: string; readonly name?: string };
  /** ISO 3166-1 alpha-2. */
  readonly destinationCountry?: string;
  readonly urgent: boolean;
  /** Why, in the TPP's own words or an ISO code (`Purpose`, `ExtendedPurpose`). */
  readonly purpose?: string;
}

/** What one unit of one currency costs in another, as the bank answered the intent (`ExchangeRateInformation`). */
export interface Exchange {
  /** Actual and agreed rates hold; an indicative one may be another when the payment is made. */
  readonly rateType: "actual" | "agreed" | "indicative";
  /** The currency of which one unit is priced (`UnitCurrency`). */
  readonly unitCurrency: string;
  /** As it came, a decimal; absent where the standard lets the bank leave it out. */
  readonly rate?: string;
  readonly contract?: string;
  /** Until when the rate holds. */
  readonly expiresAt?: Date;
}
