import type { CaughtMail } from "../caught-mail.ts";
import { moment, renderPage } from "./layout.tsx";

/** One mail: as text, and as a program would show it that understands HTML. */
export function renderMailPage(mail: CaughtMail): string {
  const subject = mail.subject || "(no subject)";
  return renderPage(
    subject,
    <>
      <p>
        <a href="/">All mail</a>
      </p>
      <h1>
        <bdi>{subject}</bdi>
      </h1>
      <dl>
        <dt>From</dt>
        <dd>
          <bdi>{mail.from}</bdi>
        </dd>
        <dt>To</dt>
        <dd>
          <bdi>{mail.recipients.join(", ")}</bdi>
        </dd>
        <dt>Received</dt>
        <dd>{moment(mail.receivedAt)}</dd>
        <dt>Message id</dt>
        <dd>
          <bdi>{mail.messageId}</bdi>
        </dd>
      </dl>
      <h2>As text</h2>
      <pre>{mail.text}</pre>
      {mail.html && (
        <>
          <h2>As HTML</h2>
          <iframe title="The mail as HTML" src={`/mails/${mail.number}/html`} sandbox="" />
        </>
      )}
    </>,
  );
}
