/** Whether what we show of consents can be held against the authorization server. */
export interface AuthorityContact {
  /** @throws DeskUnavailable */
  lastHeard(): Promise<LastHeard>;
}

export interface LastHeard {
  /** It does not answer us, as far as we know. */
  readonly away: boolean;
  /** Up to when our picture was held against it; undefined when it never was. */
  readonly at?: Date;
}
