/** The bank as a receipt must name it: who answers for the data, where, and for how long. */
export interface Controller {
  readonly name: string;
  /** As it is printed on a card. */
  readonly phone: string;
  /** On one line. */
  readonly address: string;
  /** Address of what the bank tells its customers about their data. */
  readonly privacyNotice: string;
  /** ISO 3166-1 alpha-2: whose law holds, and where the record is kept. */
  readonly country: string;
  /** ISO 8601 duration in years. */
  readonly recordsKeptFor: string;
}
