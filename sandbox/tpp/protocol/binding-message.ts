import { randomInt } from "node:crypto";

/** No letter that reads like another letter or a digit. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ";

/** What both screens show, so that the customer sees that they belong together (CIBA Core section 7.1). */
export function newBindingMessage(): string {
  const letters = [0, 1].map(() => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${letters}-${String(randomInt(100)).padStart(2, "0")}`;
}
