import type { Quotes } from "../bank/quotes.ts";
import type { BankTerms } from "../consents/consent.ts";
import type { QuoteNeed } from "./kinds/intent-kind.ts";
import { Refusal } from "./problem.ts";

/**
 * Rate and fees of a payment abroad, in the standard's form (OBWriteInternationalConsentResponse6).
 *
 * @throws Refusal 400 where the bank does not deal in a currency or knows no such contract.
 */
export async function quotedTerms(
  quotes: Pick<Quotes, "ask">,
  need: QuoteNeed,
  interactionId: string,
): Promise<BankTerms> {
  const quote = await quotes.ask(need.request, interactionId);
  if (quote === "unsupported_currency") {
    const message = "The bank does not deal in this currency";
    throw new Refusal(400, { name: "Unsupported.Currency", message, path: "Data.Initiation.CurrencyOfTransfer" });
  }
  if (quote === "unknown_contract") {
    const message = "The bank has no such contract";
    throw new Refusal(400, { name: "Field.Invalid", message, path: `${need.path}.ContractIdentification` });
  }
  const { rateType, unitCurrency, rate, contract, expiresAt, charges } = quote;
  return {
    ...(charges.length > 0 && {
      Charges: charges.map(({ bearer, type, amount, currency }) => ({
        ChargeBearer: bearer,
        Type: type,
        Amount: { Amount: amount, Currency: currency },
      })),
    }),
    ...(!need.feesOnly && {
      ExchangeRateInformation: {
        UnitCurrency: unitCurrency,
        ExchangeRate: rate,
        RateType: rateType,
        ...(contract !== undefined && { ContractIdentification: contract }),
        ...(expiresAt !== undefined && { ExpirationDateTime: expiresAt }),
      },
    }),
  };
}
