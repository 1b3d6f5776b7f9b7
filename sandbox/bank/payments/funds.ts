import type { Account } from "../../personas.ts";
import type { Book } from "../core/book.ts";
import { parseAmount } from "../core/money.ts";
import type { LiveConsent } from "../gateway/access-token.ts";
import { toMove } from "./make-payment.ts";
import { amountNamed } from "./payment-request.ts";
import type { Amount } from "./standing-order.ts";

/** Whether the account could pay what was consented to right now, its charges included. */
export async function coversConsent(book: Book, account: Account, consent: LiveConsent, now: Date): Promise<boolean> {
  const { initiation = {}, exchange_rate: exchange, charges } = consent;
  const instructed = amountNamed(initiation);
  const amount = parseAmount(instructed?.Amount ?? "");
  const target = initiation["CurrencyOfTransfer"];
  if (!instructed || amount === undefined || account.status !== "Enabled") return false;
  const terms = { ...(exchange && { exchange }), ...(charges && { charges }) };
  const currencyOfTransfer = typeof target === "string" ? { currencyOfTransfer: target } : {};
  const moved = toMove(terms, { amount, currency: instructed.Currency, ...currencyOfTransfer }, account.currency, now);
  if (!moved) return false;
  return (await book.balances(account.id, now)).available >= moved.debited + moved.charged;
}

/** Whether there is so much on the account, in its own currency. */
export async function covers(book: Book, account: Account, { Amount }: Amount, now: Date): Promise<boolean> {
  const amount = parseAmount(Amount);
  if (amount === undefined || account.status !== "Enabled") return false;
  return (await book.balances(account.id, now)).available >= amount;
}
