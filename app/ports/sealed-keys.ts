/**
 * What is sealed with keys of SESSION_KEYS for longer than a visit lasts. Before one of those keys is dropped, nothing may
 * be left under it: a customer's evidence could never be read again.
 *
 * @throws DeskUnavailable from every method
 */
export interface SealedKeys {
  /** Puts the next ones that are not under the newest key under it. Two at once are safe. */
  reseal(): Promise<{
    /** `unreadable`: sealed with a key that is not there any more. */
    readonly counts: { readonly resealed: number; readonly unreadable: number };
    readonly more: boolean;
  }>;
  /** How many lie under each key. */
  left(): Promise<readonly SealedUnder[]>;
}

export interface SealedUnder {
  /** Its name: seals of one key for keys and for visits bear two. */
  readonly key: string;
  readonly keys: number;
  /** Visits whose answers are not settled yet. */
  readonly visits: number;
  /** Whether one of them could be opened: the key is there. */
  readonly opens: boolean;
}
