import { z } from "zod";
import { ACCOUNTS } from "../../personas.ts";

/** By number or IBAN, as whoever asks wrote it down, or by our own id. */
export const accountSearch = z.union([z.object({ number: z.string().max(64) }), z.object({ id: z.string().max(256) })]);

/** A British IBAN is another name of the account whose sort code and number are in it (SWIFT IBAN registry, GB). */
const BRITISH_IBAN = /^GB\d{2}[A-Z]{4}(\d{14})$/;

/** The one account that is meant, with its last four digits. This is a wire shape. */
export function findAccount(asked: z.infer<typeof accountSearch>): { id: string; ends: string } | undefined {
  const found = "id" in asked ? ACCOUNTS.find(({ id }) => id === asked.id) : byNumber(asked.number);
  return found && { id: found.id, ends: found.number.slice(-4) };
}

function byNumber(written: string) {
  const bare = written.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  const domestic = BRITISH_IBAN.exec(bare)?.[1] ?? bare;
  return ACCOUNTS.find(({ number, iban }) => iban === bare || number === domestic);
}
