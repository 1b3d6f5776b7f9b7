/** Encrypts what must not lie readable in the database: the proof of a hand-off, the address to go on to, a key. */
export interface Seal {
  seal(text: string): Promise<string>;
  /** @throws Error when it was changed, or sealed with a key that is no longer known. */
  open(sealed: string): Promise<string>;
}
