import { calendarOf, dayOf } from "~/domain/shared/bank-day";
import { asAccountId } from "~/domain/shared/ids";
import type { ReadsAsked } from "~/use-cases/view-access-history";

/** Which reads an address asks for. What is no day or no account asks for nothing: the page then begins at the newest. */
export function readsAsked({ searchParams }: URL): ReadsAsked {
  const account = searchParams.get("account");
  const before = searchParams.get("before");
  return {
    ...(account && /^[\x21-\x7e]{1,128}$/.test(account) && { account: asAccountId(account) }),
    ...(before && isDay(before) && { before }),
  };
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(2\d{3})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day) return false;
  const read = calendarOf(dayOf(year, month, day));
  return read.year === year && read.month === month && read.day === day;
}
