/** Keeps a code without keeping it: under a key that the database does not have, since a million codes are soon tried. */
export interface CodeMac {
  /** @param challenge what the code is for: it works for nothing else. */
  of(challenge: string, code: string): string;
  /** Under every key, newest first: what a code that is looked up may be kept as. */
  everyOf(challenge: string, code: string): readonly string[];
  isOf(mac: string, challenge: string, code: string): boolean;
}
