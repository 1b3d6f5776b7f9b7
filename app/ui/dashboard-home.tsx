import { AuthorityAway } from "./authority-away";
import { DashboardFrame } from "./dashboard-frame";
import { Monogram } from "./monogram";
import { Sentence } from "./sentence";
import { ShelfFind } from "./shelf-find";
import { ShelfRow, Way } from "./shelf-row";
import type { ActionView, GroupView, ShelfView, WaysView } from "./shelf-view";

/** The shelf of what a customer shares and pays: lists that are addresses, grouped by whom they are with. */
export function DashboardHome({ view }: { view: ShelfView }) {
  const { tabs, intro, away, action, others, by, find, groups, rows, nothing, pages } = view;
  return (
    <DashboardFrame view={view}>
      <Ways view={tabs} className="shelf-tabs" />
      <p>{intro}</p>
      {away && (
        <p role="status" className="shelf-away">
          {away}
        </p>
      )}
      <AuthorityAway view={view.authorityAway} />
      {action && <Action view={action} />}
      {by && (
        <div className="shelf-by">
          <span aria-hidden="true">{by.label}</span>
          <Ways view={by} />
        </div>
      )}
      {find && <ShelfFind view={find} />}
      <div className="shelf">
        {groups?.title && <h2>{groups.title}</h2>}
        {groups?.items.map((group) => (
          <Group key={group.id} view={group} />
        ))}
        {groups?.more && (
          <p className="ways">
            <Way view={groups.more} />
          </p>
        )}
        {rows?.title && <h2>{rows.title}</h2>}
        {rows && (
          <ul className="shelf-rows">
            {rows.items.map((row) => (
              <ShelfRow key={row.id} view={row} level={rows.title ? "h3" : "h2"} />
            ))}
          </ul>
        )}
        {nothing && (
          <div className="shelf-nothing">
            <p className="font-semibold">{nothing.title}</p>
            {nothing.teach && <p className="text-soft">{nothing.teach}</p>}
            {nothing.all && <Way view={nothing.all} />}
          </div>
        )}
      </div>
      {pages && (
        <nav aria-label={pages.label} className="ways mt-8">
          {pages.newer && <Way view={pages.newer} />}
          {pages.older && <Way view={pages.older} />}
        </nav>
      )}
      {others && <Action view={others} className="of-others" />}
      <p className="ways mt-8">
        {view.signed && <Way view={view.signed} />}
        {view.stopEverything && <Way view={view.stopEverything} />}
        <Way view={view.take} />
      </p>
      <p className="mt-10 text-soft">{view.idle}</p>
    </DashboardFrame>
  );
}

function Ways({ view: { label, items }, className = "" }: { view: WaysView; className?: string }) {
  return (
    <nav aria-label={label} className={className}>
      <ul className="ways">
        {items.map(({ href, label: name, count, isHere }) => (
          <li key={href}>
            <a href={href} aria-current={isHere ? "page" : undefined}>
              {name}
              {count && <small>{count}</small>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Action({ view: { title, items, more }, className = "" }: { view: ActionView; className?: string }) {
  return (
    <section className={`shelf-action ${className}`}>
      <h2>{title}</h2>
      <ul>
        {items.map(({ id, link: { href, label, of }, note }) => (
          <li key={id}>
            <a href={href}>
              <Sentence>{of ? `${label}: ${of}` : label}</Sentence>
            </a>
            <p>
              <Sentence>{note}</Sentence>
            </p>
          </li>
        ))}
      </ul>
      {more && <Way view={more} />}
    </section>
  );
}

function Group({ view: { title, monogram, number, notes, rows, more, stopAll } }: { view: GroupView }) {
  return (
    <section className="shelf-group">
      <header>
        {monogram && <Monogram>{monogram}</Monogram>}
        <h2>
          <Sentence>{title}</Sentence>
          {number && (
            <span className="figures">
              {" "}
              <bdi aria-hidden="true">{number.shown}</bdi>
              <span className="sr-only">{number.spoken}</span>
            </span>
          )}
        </h2>
        {stopAll && <Way view={stopAll} />}
      </header>
      {notes.map((note) => (
        <p key={note}>
          <strong>
            <Sentence>{note}</Sentence>
          </strong>
        </p>
      ))}
      <ul className="shelf-rows">
        {rows.map((row) => (
          <ShelfRow key={row.id} view={row} level="h3" />
        ))}
      </ul>
      {more && (
        <p>
          <Way view={more} />
        </p>
      )}
    </section>
  );
}
