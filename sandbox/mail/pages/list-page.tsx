import type { CaughtMail } from "../caught-mail.ts";
import { moment, renderPage } from "./layout.tsx";

/** @param recipient whose mails these are; undefined for everybody's. */
export function renderListPage(mails: readonly CaughtMail[], recipient: string | undefined): string {
  const title = recipient === undefined ? "All mail" : `Mail to ${recipient}`;
  return renderPage(
    title,
    <>
      <h1>{title}</h1>
      <form method="get" action="/">
        <label htmlFor="to">Recipient</label>
        <input id="to" name="to" type="email" defaultValue={recipient} autoComplete="off" />
        <button type="submit">Show</button>
        {recipient !== undefined && <a href="/">Show all</a>}
      </form>
      {mails.length === 0 && <p>None yet.</p>}
      <ol>
        {mails.map((mail) => (
          <li key={mail.number}>
            <a href={`/mails/${mail.number}`}>
              <bdi>{mail.subject || "(no subject)"}</bdi>
            </a>
            <p className="quiet">
              to <bdi>{mail.recipients.join(", ")}</bdi>,{" "}
              <time dateTime={mail.receivedAt}>{moment(mail.receivedAt)}</time>
            </p>
          </li>
        ))}
      </ol>
    </>,
  );
}
