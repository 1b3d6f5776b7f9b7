import { plainText } from "../shared/plain-text";

/** In characters: as much as anybody needs to say of one case. Fields take no more; what comes all the same is cut, with "…". */
export const LONGEST_NOTE = 500;

/**
 * What a member of staff wrote into a form, as it is kept and shown to whoever decides: one line of what can be seen (C-02).
 *
 * @param written the field's value, whatever it is.
 * @returns undefined when nothing was written.
 */
export const staffNote = (written: unknown): string | undefined =>
  typeof written === "string" ? plainText(written, LONGEST_NOTE) : undefined;
