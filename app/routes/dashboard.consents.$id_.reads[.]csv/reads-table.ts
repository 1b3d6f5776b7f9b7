import type { SingleRead } from "~/domain/access/read-history";
import type { BankAccount } from "~/domain/consent/offered-account";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import type { Words } from "~/i18n/words";
import { accountName } from "~/ui/present-reads";

export function readsHeader({ reads: { table } }: Words): readonly string[] {
  return [`${table.at} (UTC)`, table.what, table.account, table.entries, table.how, table.reference];
}

/** One row for each account that was read at each moment; the reference is what the app and the bank both have on record. */
export const readsRows = (
  reads: readonly SingleRead[],
  accounts: readonly BankAccount[],
  words: Words,
): readonly (readonly string[])[] =>
  reads.map(({ at, resource, account, records, present, interactionId }) => [
    at.toISOString(),
    words.reads.resources[resource],
    account === undefined ? "" : withoutIsolates(accountName(account, accounts, words)),
    String(records),
    present ? words.reads.present : words.reads.background,
    interactionId ?? "",
  ]);
