import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import type { ConsentPageInput } from "./present-context";

/** Whose name this one looks like: a fact, and who can tell more. It stops nothing, and is no judgement (N-07). */
export function presentResemblance(
  { resembles, bank }: Pick<ConsentPageInput, "resembles" | "bank">,
  { parties: { looksLike } }: Words,
): { looksLike?: string } {
  switch (resembles?.to) {
    case undefined:
      return {};
    case "bank":
      return { looksLike: looksLike.bank(isolated(bank.name)) };
    case "letters-of-two-alphabets":
      return { looksLike: looksLike.letters };
    case "app":
      return { looksLike: looksLike.app(isolated(plainText(resembles.name) ?? "")) };
  }
}
