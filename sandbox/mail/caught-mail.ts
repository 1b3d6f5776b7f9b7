import PostalMime from "postal-mime";

/** One mail as it arrived. Everything in it was written by somebody else. */
export interface CaughtMail {
  readonly number: number;
  readonly receivedAt: string;
  /** As the sending server said, whatever stands in the mail. */
  readonly recipients: readonly string[];
  readonly from: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface CaughtMails {
  keep(raw: Uint8Array, recipients: readonly string[]): Promise<void>;
  /** Newest first; with `recipient` theirs alone. */
  newest(recipient?: string): readonly CaughtMail[];
  find(number: number): CaughtMail | undefined;
  /** Every one that ever came, also those that are forgotten. */
  count(): number;
}

const KEPT = 500;

/** Keeps the newest mails in memory, and forgets them with the process. */
export function createCaughtMails(now = () => new Date()): CaughtMails {
  let count = 0;
  const kept: CaughtMail[] = [];
  return {
    async keep(raw, recipients) {
      const { from, messageId, subject, text, html } = await PostalMime.parse(raw);
      count += 1;
      kept.unshift({
        number: count,
        receivedAt: now().toISOString(),
        recipients,
        from: from?.address ?? "",
        messageId: messageId ?? "",
        subject: subject ?? "",
        text: text ?? "",
        html: html ?? "",
      });
      kept.length = Math.min(kept.length, KEPT);
    },
    newest: (recipient) => kept.filter(({ recipients }) => recipient === undefined || recipients.includes(recipient)),
    find: (number) => kept.find((mail) => mail.number === number),
    count: () => count,
  };
}
