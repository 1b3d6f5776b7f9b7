import type { BankAccount } from "~/domain/consent/offered-account";
import type { AccountReference } from "~/domain/consent-kinds/domestic-payment";
import type { CustomerId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { AccountRow } from "./consent-page-view";

/** Only the last four characters of an account or card number are shown (S-10). */
export function maskedNumber({ identification }: AccountReference): { shown: string; digits: string } {
  const bare = identification.replace(/[\s-]/g, "");
  const last = bare.length > 4 ? bare.slice(-4) : "";
  return { shown: `••••${last}`, digits: singly(last) };
}

/** "3301" as "3 3 0 1": a screen reader then says digits, and not three thousand. */
export const singly = (digits: string) => [...digits].join(" ");

export const nicknameOf = (account: BankAccount, words: Words) =>
  isolated(plainText(account.nickname) ?? words.account.kinds[account.kind]);

/** What is true of an account on every page: its name, kind, number, and who else holds it. */
export function presentAccount(
  account: BankAccount,
  customer: CustomerId,
  words: Words,
  options: { readonly withCurrency: boolean; readonly joint: (people: string) => string },
): Omit<AccountRow, "balance" | "chosen"> {
  const formats = formatsFor(words.locale);
  const kind = words.account.kinds[account.kind];
  const number = maskedNumber(account.number);
  const others = account.holders
    .filter((holder) => holder.customer !== customer)
    .flatMap((holder) => plainText(holder.name) ?? []);
  return {
    id: account.id,
    nickname: nicknameOf(account, words),
    kind: options.withCurrency ? formats.enumeration([kind, formats.currency(account.balance.currency)]) : kind,
    number: number.shown,
    spokenNumber: words.account.ending(number.digits),
    notes: others.length > 0 ? [options.joint(formats.list(others.map(isolated)))] : [],
  };
}
