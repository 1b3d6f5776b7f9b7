import { z } from "zod";
import { accountByNumber, holdersOf } from "../core/accounts.ts";

/** What a payment says of its payee. */
export const payeeToCheck = z.object({
  name: z.string().min(1).max(350),
  scheme: z.enum(["sort_code_account_number", "iban"]),
  number: z.string().min(1).max(64),
});

/** Holders at other banks that answer for them, by sort code and account number. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["20405112345678", "Harbour Books Ltd"],
  ["30712099887701", "Oakfield Lettings"],
  ["30712055110021", "Northgrid Energy"],
]);

const SCHEMES = { sort_code_account_number: "UK.OBIE.SortCodeAccountNumber", iban: "UK.OBIE.IBAN" } as const;

type Answer =
  | { readonly result: "match" | "no_match" | "unavailable" }
  | { readonly result: "close_match"; name: string };

/**
 * Confirmation of payee: compares a name with the holder's. A close match gives the holder's name, no match keeps it,
 * and an account of which nobody answers cannot be checked.
 */
export function checkPayee({ name, scheme, number }: z.infer<typeof payeeToCheck>): Answer {
  const account = accountByNumber(SCHEMES[scheme], number);
  const elsewhere = scheme === "sort_code_account_number" ? ELSEWHERE.get(number.replace(/[\s-]/g, "")) : undefined;
  const holders = account ? holdersOf(account).map((holder) => holder.name) : elsewhere ? [elsewhere] : [];
  if (holders.length === 0) return { result: "unavailable" };
  if (holders.some((holder) => words(holder).join(" ") === words(name).join(" "))) return { result: "match" };
  const close = holders.find((holder) => isClose(words(holder), words(name)));
  return close ? { result: "close_match", name: close } : { result: "no_match" };
}

/** Of a company its form is no part of the name, and of a person the title is none. */
const LEFT_OUT: ReadonlySet<string> = new Set(["ltd", "limited", "plc", "mr", "mrs", "ms", "miss", "dr"]);

const words = (name: string): readonly string[] =>
  (
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !LEFT_OUT.has(word));

/** "G Okoye", "Okoye" and "Grace Okoyee" for "Grace Okoye": the last words agree but for one letter, the first in theirs. */
function isClose(holder: readonly string[], given: readonly string[]): boolean {
  const last = [holder.at(-1), given.at(-1)] as const;
  if (!last[0] || !last[1] || differences(last[0], last[1]) > 1) return false;
  return given.length === 1 || given[0]?.[0] === holder[0]?.[0];
}

/** How many letters have to be changed, added or left out. */
function differences(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const same = row[to] ?? 0;
      next.push(letter === other[to] ? same : 1 + Math.min(same, row[to + 1] ?? 0, next[to] ?? 0));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
