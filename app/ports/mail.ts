/** One mail to one customer. */
export interface MailMessage {
  /** The same on every attempt, so that a mail system can tell a repetition. */
  readonly id: string;
  readonly to: string;
  readonly text: MailText;
}

export interface MailText {
  /** BCP 47. */
  readonly locale: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
}
