import { accountByNumber } from "../core/accounts.ts";
import { isDealtIn } from "../core/exchange.ts";
import { instantFrom, londonDayOf, startOfLondonDay } from "../core/london-day.ts";
import { parseAmount } from "../core/money.ts";
import type { LiveConsent } from "../gateway/access-token.ts";
import { badRequest, type Refusal } from "../gateway/refusal.ts";
import type { Payment, PaymentOrder } from "./payment-order.ts";
import { amountNamed, type PaymentRequest, payeeOf, type VrpRequest } from "./payment-request.ts";
import { type Amount, nextPayment, standingOrderOf } from "./standing-order.ts";

type Placed = Pick<PaymentOrder, "id" | "kind" | "initiation">;

/**
 * The payments that an order makes first: one, a file's all, or a standing order's first.
 *
 * @throws Refusal 400 where it cannot be paid as it says
 */
export function firstPayments(order: Placed, request: PaymentRequest, consent: LiveConsent, now: Date): Payment[] {
  const { initiation } = order;
  switch (order.kind) {
    case "domestic_vrp": {
      const { Instruction } = (request as VrpRequest).Data;
      return [payment(order, 1, now, Instruction, Instruction.InstructedAmount, "Data.Instruction", now)];
    }
    case "file_payment": {
      const rows = consent.file_rows ?? [];
      if (rows.length === 0) throw unreadable("Data.Initiation");
      const due = dueOn(initiation, now) ?? now;
      return rows.map((row, at) => payment(order, at + 1, due, row, amountNamed(row), "Data.Initiation", now));
    }
    case "domestic_standing_order":
    case "international_standing_order": {
      const today = londonDayOf(now);
      const standing = standingOrderOf(initiation, today);
      if (!standing) throw badRequest("Unsupported.Frequency", "The bank does not pay this often.", FREQUENCY);
      if (standing.first < today) throw tooLate("Data.Initiation");
      const first = nextPayment(standing, 0, today) as { amount: Amount };
      return [payment(order, 1, startOfLondonDay(standing.first), initiation, first.amount, "Data.Initiation", now)];
    }
    case "domestic_scheduled_payment":
    case "international_scheduled_payment": {
      const due = dueOn(initiation, now);
      if (!due) throw unreadable("Data.Initiation.RequestedExecutionDateTime");
      return [payment(order, 1, due, initiation, amountNamed(initiation), "Data.Initiation", now)];
    }
    default:
      return [payment(order, 1, now, initiation, amountNamed(initiation), "Data.Initiation", now)];
  }
}

/** The payment of a standing order that follows `latest`; undefined where that was the last, and for all other kinds. */
export function paymentAfter(order: Placed & Pick<PaymentOrder, "createdAt">, latest: Payment, now: Date) {
  if (!order.kind.endsWith("standing_order")) return undefined;
  const standing = standingOrderOf(order.initiation, londonDayOf(order.createdAt));
  const next = standing && nextPayment(standing, latest.number, londonDayOf(latest.dueAt));
  if (!next) return undefined;
  const { initiation } = order;
  return payment(order, latest.number + 1, startOfLondonDay(next.day), initiation, next.amount, "Data.Initiation", now);
}

const FREQUENCY = "Data.Initiation.Frequency";

/** @throws Refusal 400 for a day that is over; one that has begun is paid at once. */
function dueOn(initiation: Placed["initiation"], now: Date): Date | undefined {
  const { RequestedExecutionDateTime: requested } = initiation;
  if (typeof requested !== "string" || Number.isNaN(instantFrom(requested).getTime())) return undefined;
  const due = instantFrom(requested);
  if (londonDayOf(due) < londonDayOf(now)) throw tooLate("Data.Initiation.RequestedExecutionDateTime");
  return due;
}

function payment(
  { id, kind, initiation }: Placed,
  number: number,
  dueAt: Date,
  instruction: unknown,
  instructed: Amount | undefined,
  path: string,
  now: Date,
): Payment {
  const payee = payeeOf(instruction);
  if (!payee || !instructed) throw unreadable(path);
  const amount = parseAmount(instructed.Amount);
  if (amount === undefined || amount === 0) {
    throw badRequest("Field.Invalid", "This amount cannot be paid.", `${path}.InstructedAmount.Amount`);
  }
  const currencyOfTransfer = kind.startsWith("international")
    ? initiation["CurrencyOfTransfer"]
    : changedTo(kind, instructed);
  if (currencyOfTransfer !== undefined) {
    if (typeof currencyOfTransfer !== "string" || !isDealtIn(currencyOfTransfer) || !isDealtIn(instructed.Currency)) {
      throw badRequest(
        "Unsupported.Currency",
        "The bank does not deal in this currency.",
        `${path}.CurrencyOfTransfer`,
      );
    }
  }
  const account = accountByNumber(payee.scheme, payee.identification);
  return {
    orderId: id,
    number,
    dueAt,
    ...(account?.currency === (currencyOfTransfer ?? instructed.Currency) && { creditorAccount: account.id }),
    creditorName: payee.name,
    creditorScheme: payee.scheme,
    creditorNumber: payee.identification,
    amount,
    currency: instructed.Currency,
    ...(currencyOfTransfer !== undefined && { currencyOfTransfer }),
    reference: payee.reference,
    status: "waiting",
    statusUpdatedAt: now,
  };
}

/** Of a file's rows some may be in another currency than the account; the money for them is changed when it is sent. */
const changedTo = (kind: Placed["kind"], { Currency }: Amount) =>
  kind === "file_payment" && isDealtIn(Currency) ? Currency : undefined;

const unreadable = (path: string): Refusal =>
  badRequest("Resource.InvalidFormat", "This is no payment of this kind.", path);

const tooLate = (path: string): Refusal =>
  badRequest("Rules.AfterCutOffDateTime", "The time to order this payment is over.", path);
