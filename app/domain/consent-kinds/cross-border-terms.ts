import { isCurrency } from "../shared/money";
import { plainText } from "../shared/plain-text";
import type { Charge } from "./payment-terms";

/** What is said of every payment to another country or in another currency. */
export interface CrossBorderTerms {
  /** In which the payee is paid (`CurrencyOfTransfer`); the amount is in the currency of `InstructedAmount`. */
  readonly currencyOfTransfer: string;
  /** Who pays what the banks charge (`ChargeBearer`); the standard's default is shared. */
  readonly chargesBorneBy: Charge["bearer"];
  /** The bank that holds the payee's account (`CreditorAgent`): its BIC or name, as the TPP wrote it. */
  readonly payeeBank?: { readonly identification?: string; readonly name?: string };
  /** ISO 3166-1 alpha-2. */
  readonly destinationCountry?: string;
  readonly urgent: boolean;
  /** Why, in the TPP's own words (`ExtendedPurpose`). */
  readonly purpose?: string;
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** What CLDR has a name for though it is nowhere: unknown, and the two that test what is shown. */
const NOWHERE: ReadonlySet<string> = new Set(["ZZ", "XA", "XB"]);

/** ISO 3166-1, as far as the runtime can name it. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NOWHERE.has(code) && regions.of(code) !== undefined;

/** Whether they read as what they are: currencies and countries that have a name, a bank that can be seen. */
export const areReadableAbroad = ({ currencyOfTransfer, destinationCountry, payeeBank }: CrossBorderTerms): boolean =>
  isCurrency(currencyOfTransfer) &&
  (destinationCountry === undefined || isCountry(destinationCountry)) &&
  Object.values(payeeBank ?? {}).every((text) => plainText(text) !== undefined);
