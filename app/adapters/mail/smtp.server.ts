import { createTransport } from "nodemailer";
import type { MailMessage } from "~/ports/mail";
import type { Messenger, Sent } from "~/ports/messenger";
import { mailHtml } from "./mail-html";

interface Needs {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** `Bank <no-reply@bank.example>` or the address alone. */
  readonly from: string;
  /** Refuses to go on when `smtp://` cannot be made secure. Only a sandbox may do without. */
  readonly requireTls: boolean;
  readonly timeoutMs?: number;
}

/** Sends mail through any SMTP server (RFC 5321). The answer to the message, and not to the connection, is final. */
export function createSmtpMail({ url, from, requireTls, timeoutMs = 10_000 }: Needs): Messenger<MailMessage> & {
  close(): Promise<void>;
} {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 8,
    maxRequeues: 0,
    requireTLS: requireTls,
    connectionTimeout: Math.min(5_000, timeoutMs),
    greetingTimeout: Math.min(5_000, timeoutMs),
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";

  return {
    async send({ id, to, text }, signal) {
      const ending = new AbortController();
      const end = () => ending.abort();
      const timer = setTimeout(end, timeoutMs);
      signal.addEventListener("abort", end, { once: true });
      if (signal.aborted) end();
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          messageId: `<${id}@${domain}>`,
          subject: text.subject,
          text: `${text.paragraphs.join("\n\n")}\n`,
          html: mailHtml(text),
          // Nobody's holiday answer is waited for (RFC 3834, section 5).
          headers: { "Auto-Submitted": "auto-generated", "Content-Language": text.locale },
          signal: ending.signal,
        });
        return { outcome: "delivered", code: 250 };
      } catch (error) {
        if (signal.aborted) return { outcome: "cut" };
        return ending.signal.aborted ? { outcome: "failed", problem: "no answer in time" } : sentFrom(error);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
      }
    },
    close: async () => transport.close(),
  };
}

/** About this one mail: whom it is for, or what it says. All else is about every mail, and is mended. */
const ABOUT_THE_MAIL = /^(?:RCPT|DATA)/;

/** Wants us to say first who we are (RFC 4954, section 6). */
const AUTHENTICATE_FIRST = 530;

/** By code alone, because a mail server's words repeat the customer's address. */
function sentFrom(error: unknown): Sent {
  const { code: failure = "unknown failure", responseCode: code, command = "" } = error as SmtpFailure;
  if (code === undefined) return { outcome: "failed", problem: `failed: ${failure}` };
  const final = code >= 500 && code !== AUTHENTICATE_FIRST && ABOUT_THE_MAIL.test(command);
  return { outcome: final ? "refused" : "failed", code, problem: `answered ${code}` };
}

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}
