import type { ReactNode } from "react";
import { ActivityLine } from "./activity-line";
import { Monogram } from "./monogram";
import { Sentence } from "./sentence";
import type { AccountMention, LinkView, RowView } from "./shelf-view";
import { StatusMark } from "./status-mark";

/** One consent in a list: who, which accounts, how it stands, its days, and the ways to stop it or go on. */
export function ShelfRow({ view, level: Heading }: { view: RowView; level: "h2" | "h3" }) {
  const { id, app, title, gist, status, accounts, notes, facts, activity, ways } = view;
  const about = [gist && `gist-${id}`, accounts.length > 0 && `accounts-${id}`, `days-${id}`].filter(Boolean).join(" ");
  return (
    <li className={status.is === "ended" ? "shelf-row over" : "shelf-row"}>
      <div>
        {app && (
          <p className="app">
            {app.monogram && <Monogram>{app.monogram}</Monogram>}
            <span>
              <Sentence>{app.name}</Sentence>
            </span>
          </p>
        )}
        <Heading>
          <Way view={title} about={about} />
        </Heading>
        {gist && (
          <p id={`gist-${id}`}>
            <Sentence>{gist}</Sentence>
          </p>
        )}
        <StatusMark view={status} />
        {notes.map((note) => (
          <p key={note} className="note">
            <Sentence>{note}</Sentence>
          </p>
        ))}
        {accounts.length > 0 && (
          <ul id={`accounts-${id}`}>
            {accounts.map((account) => (
              <li key={`${account.name} ${account.number?.shown}`}>
                <Mention view={account} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <dl id={`days-${id}`}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {activity && <ActivityLine {...activity} />}
      </div>
      {ways.length > 0 && (
        <div className="ways-on">
          {ways.map((way) => (
            <Way key={way.href} view={way} about={about} />
          ))}
        </div>
      )}
    </li>
  );
}

/** A link that is told from its like by whom it is about, and by what stands there. */
export function Way({ view: { href, label, of }, about }: { view: LinkView; about?: string }): ReactNode {
  return (
    <a href={href} aria-describedby={about}>
      <Sentence>{label}</Sentence>
      {of && (
        <span className="sr-only">
          {": "}
          <Sentence>{of}</Sentence>
        </span>
      )}
    </a>
  );
}

export function Mention({ view: { name, number } }: { view: AccountMention }) {
  return (
    <>
      <Sentence>{name}</Sentence>
      {number && (
        <span className="figures">
          {" "}
          <bdi aria-hidden="true">{number.shown}</bdi>
          <span className="sr-only">{number.spoken}</span>
        </span>
      )}
    </>
  );
}
