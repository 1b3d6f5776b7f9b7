import { digitsIn } from "../shared/digits";

/** How long a request for a factor is open, and how long one code of it works (RTS 2018/389, article 4(3)). */
export const FACTOR_SECONDS = 300;
export const CODE_SECONDS = 180;
/** Of one visit, however often its customer goes back and forth. */
export const MOST_CODES = 3;
/**
 * Of one customer over all their visits, until one of them is met or so long after it was to be (RTS 2018/389, article
 * 4(3)(b)): whoever has the password begins as many visits as they like.
 */
export const MOST_WRONG = 5;
export const LOCK_SECONDS = 1_800;

const DIGITS = 6;

/** A code to be sent, from random bytes. Every code is as likely as any other, but for one part in 10^13. */
export function codeFrom(random: Uint8Array): string {
  const number = random.reduce((sum, byte) => (sum * 256n + BigInt(byte)) % BigInt(10 ** DIGITS * 10 ** 12), 0n);
  return (number % BigInt(10 ** DIGITS)).toString().padStart(DIGITS, "0");
}

/** What was typed, in digits alone; undefined when it is no code. Arabic keyboards have digits of their own. */
export function typedCode(typed: string): string | undefined {
  const digits = digitsIn(typed);
  return digits.length === DIGITS && /^\d+$/.test(digits) ? digits : undefined;
}
