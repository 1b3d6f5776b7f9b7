import { digitsIn } from "../shared/digits";

/** How long an offer to go on elsewhere stands, from the code to the number. */
export const OFFER_SECONDS = 120;
/** Of one visit, whatever is offered again. */
export const MOST_WRONG_NUMBERS = 3;

/** 31 letters and digits of which none reads like another, in whatever type. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const LENGTH = 8;

/** What is carried from one device to the other, from at least 16 random bytes. It opens nothing without a log-in. */
export function codeFrom(random: Uint8Array): string {
  let number = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return Array.from({ length: LENGTH }, () => {
    const letter = ALPHABET[Number(number % BigInt(ALPHABET.length))];
    number /= BigInt(ALPHABET.length);
    return letter;
  }).join("");
}

/** As it is read aloud and typed: in two halves. */
export const inHalves = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;

/** What was typed; undefined when it is no code. */
export function typedCode(typed: string): string | undefined {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\u200e\u200f\u2066-\u2069]/gu, "");
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined;
}

/** Two digits that one device shows and the other is told, from at least 8 random bytes. */
export function numberFrom(random: Uint8Array): string {
  const number = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return String(10n + (number % 90n));
}

/** What was typed, in digits that everybody uses; undefined when these are no two. */
export function typedNumber(typed: string): string | undefined {
  const digits = digitsIn(typed);
  return /^\d{2}$/.test(digits) ? digits : undefined;
}
