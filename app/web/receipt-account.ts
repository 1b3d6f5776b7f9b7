import type { AccountReference } from "~/domain/consent-kinds/payment-terms";
import { plainText } from "~/domain/shared/plain-text";

/** Of an account or a card, its last four characters alone. */
export function lastFour(identification: string): string {
  const bare = identification.replace(/[\s-]/g, "");
  return `••••${bare.length > 4 ? bare.slice(-4) : ""}`;
}

/** In full, to be held against the invoice; a card alone is masked (S-10). */
export function accountOf({ scheme, identification }: AccountReference): string {
  if (scheme === "card") return lastFour(identification);
  const [, ...sortCode] = /^(\d{2})-?(\d{2})-?(\d{2}) ?(\d{8})$/.exec(identification.trim()) ?? [];
  const number = sortCode.pop();
  return number ? `${sortCode.join("-")} ${number}` : (plainText(identification) ?? "");
}
