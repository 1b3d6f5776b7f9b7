import type { FileRow } from "~/domain/consent-kinds/file-payment";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { decimalOf } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import { presentPayeeAccount } from "~/ui/consent-question/present-payment-facts";

/** Longer than the longest text of a payment that a file can have, so that nothing of it is cut. */
const WHOLE = 1_000;

/**
 * All payments of a file under a line of headings. Accounts stand as on the page, in groups: a number without them loses
 * its last digits in a spreadsheet. Amounts are bare, so that they can be added up there.
 */
export function fileTable(rows: readonly FileRow[], words: Words): readonly (readonly string[])[] {
  const { domesticPayment: payment, filePayment: own } = words;
  const { columns } = own.download;
  return [
    [payment.payee, columns.account, payment.amount, columns.currency, payment.reference],
    ...rows.map(({ payee, amount, reference }) => [
      plainText(payee.name, WHOLE) ?? "",
      withoutIsolates(
        presentPayeeAccount(payee, words)
          .map(({ value }) => value)
          .join(" "),
      ),
      decimalOf(amount),
      amount.currency,
      plainText(reference, WHOLE) ?? "",
    ]),
  ];
}
