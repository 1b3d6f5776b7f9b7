import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { BankAccount } from "~/domain/consent/offered-account";
import type { AccountReference } from "~/domain/consent-kinds/payment-terms";
import { isStrong } from "~/domain/factor/authentication";
import type { CustomerId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { AccountRow } from "./account-choice-view";

/** Only the last four characters of an account or card number are shown (S-10). */
export function maskedNumber({ identification }: AccountReference): { shown: string; digits: string } {
  const last = lastFour(identification);
  return { shown: `••••${last}`, digits: singly(last) };
}

function lastFour(identification: string): string {
  const bare = identification.replace(/[\s-]/g, "");
  return bare.length > 4 ? bare.slice(-4) : "";
}

/** "3301" as "3 3 0 1": a screen reader then says digits, and not three thousand. */
export const singly = (digits: string) => [...digits].join(" ");

export const nicknameOf = (account: BankAccount, words: Words) =>
  isolated(plainText(account.nickname) ?? words.account.kinds[account.kind]);

interface Options {
  readonly withCurrency: boolean;
  /** False where a heading says the kind of all that stand below it. */
  readonly withKind?: boolean;
  /** Said where others hold it too. */
  readonly joint?: (people: string) => string;
  /** Who they are is not said after one factor alone (P-21). */
  readonly unnamed?: boolean;
}

/** What is true of an account on every page: its name, kind, number, and who else holds it. */
export function presentAccount(
  account: BankAccount,
  customer: CustomerId | undefined,
  words: Words,
  { withCurrency, withKind = true, joint, unnamed = false }: Options,
): Omit<AccountRow, "balance" | "chosen"> {
  const formats = formatsFor(words.locale);
  const number = maskedNumber(account.number);
  const others = joint ? otherHolders(account, customer) : [];
  const people = unnamed ? words.account.someoneElse : formats.list(others.map(isolated));
  return {
    id: account.id,
    nickname: nicknameOf(account, words),
    kind: formats.enumeration([
      ...(withKind ? [words.account.kinds[account.kind]] : []),
      ...(withCurrency ? [formats.currency(account.balance.currency)] : []),
    ]),
    number: number.shown,
    spokenNumber: words.account.ending(number.digits),
    notes: joint && others.length > 0 ? [joint(people)] : [],
  };
}

type SignedInTo = Pick<ConsentRequest, "customer" | "authentication">;

/** Everything by which an account is looked for: what the page can say of it, and no more (S-04, S-10). */
export function searchedIn(account: BankAccount, request: SignedInTo, words: Words): string {
  const kind = words.account.kinds[account.kind];
  const { currency } = account.balance;
  return [
    plainText(account.nickname) ?? kind,
    kind,
    words.choosing.groups[account.kind],
    currency,
    formatsFor(words.locale).currency(currency),
    lastFour(account.number.identification),
    ...(isStrong(request.authentication) ? otherHolders(account, request.customer) : []),
  ].join(" ");
}

const otherHolders = ({ holders }: BankAccount, customer: CustomerId | undefined): readonly string[] =>
  holders.filter((holder) => holder.customer !== customer).flatMap((holder) => plainText(holder.name) ?? []);
