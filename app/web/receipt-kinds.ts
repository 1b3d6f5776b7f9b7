import type { DomesticVrp } from "~/domain/consent-kinds/domestic-vrp";
import type { FilePayment } from "~/domain/consent-kinds/file-payment";
import type { FundsConfirmation } from "~/domain/consent-kinds/funds-confirmation";
import type { DecisionPart, Sum } from "~/domain/receipts/receipt-record";
import { decimalOf, type Money } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import { accountOf } from "./receipt-account";

const sumOf = (money: Money): Sum => ({ amount: decimalOf(money), currency: money.currency });

/** What a receipt says of payments within limits: every one of them. */
export function variablePaymentsOf(vrp: DomesticVrp): NonNullable<DecisionPart["variable_payments"]> {
  const { payee, validFrom, validTo } = vrp;
  const reference = plainText(vrp.reference);
  return {
    most_each_time: sumOf(vrp.mostEachTime),
    limits: vrp.limits.map(({ period, alignment, amount }) => ({ period, alignment, ...sumOf(amount) })),
    ...(payee && { payee_name: plainText(payee.name) ?? "", payee_account: accountOf(payee) }),
    ...(reference !== undefined && { reference }),
    purpose: vrp.purpose,
    asks_each_time: vrp.asksEachTime,
    while_away: vrp.whileAway,
    ...(validFrom && { starts_at: validFrom.toISOString() }),
    ...(validTo && { ends_at: validTo.toISOString() }),
  };
}

/** What a receipt says of a file: what it comes to, and which file it was. */
export function fileOf({
  content,
  fileHash,
  fileReference,
  executeOn,
}: FilePayment): NonNullable<DecisionPart["file"]> {
  const reference = plainText(fileReference);
  return {
    count: content.count,
    totals: content.totals.map(sumOf),
    sha256: plainText(fileHash) ?? "",
    ...(reference !== undefined && { reference }),
    ...(executeOn && { execute_on: executeOn.toISOString() }),
  };
}

export const fundsOf = ({ expiresAt }: FundsConfirmation): NonNullable<DecisionPart["funds"]> => ({
  ...(expiresAt && { ends_at: expiresAt.toISOString() }),
});
