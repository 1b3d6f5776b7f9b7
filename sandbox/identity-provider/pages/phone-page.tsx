import type { Inbox } from "../phone.ts";
import { page } from "./layout.tsx";

/** The sandbox phone. There is no such page at a real bank: it stands for the devices that messages go to. */
export function phonePage(inboxes: readonly Inbox[], now: Date): string {
  return page(
    "Sandbox phone",
    <>
      <h1>Sandbox phone</h1>
      <p>Everybody’s last messages, because no real phone is rung here. This page exists only in the sandbox.</p>
      <p>
        <a href="/phone">Look again</a>
      </p>
      {inboxes.length === 0 && (
        <p className="empty">
          No message yet. One arrives when somebody enters a right password, or is asked by an app.
        </p>
      )}
      {inboxes.map(({ owner, messages }) => (
        <section key={owner.id} className="inbox" data-owner={owner.id} aria-labelledby={owner.id}>
          <h2 id={owner.id}>
            {owner.name} <span>{owner.phone ?? "work phone"}</span>
          </h2>
          <ol>
            {messages.map((message) => {
              const code = "code" in message ? message : undefined;
              const link = "link" in message ? message.link : undefined;
              return (
                <li
                  key={`${code?.reference ?? message.text}${message.receivedAt.getTime()}`}
                  data-reference={code?.reference}
                >
                  <p>
                    {code && <span className="code">{code.code} </span>}
                    <time className="meta" dateTime={message.receivedAt.toISOString()}>
                      {ago(message.receivedAt, now)}
                    </time>
                  </p>
                  {/* Of any language, and with a payee's name in it that somebody else chose. */}
                  <p dir="auto">{message.text}</p>
                  {link && (
                    <p>
                      <a href={link}>{link}</a>
                    </p>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </>,
  );
}

function ago(then: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
}
