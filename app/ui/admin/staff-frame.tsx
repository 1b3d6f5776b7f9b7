import type { ReactNode } from "react";
import { paths } from "~/paths";
import { BankMark } from "~/ui/bank-mark";
import { Sentence } from "../sentence";
import type { StaffFrameView } from "./staff-frame-view";
import "./admin.css";
import "./rail.css";
import "./parts.css";

interface StaffFrameProps {
  readonly view: StaffFrameView;
  readonly title: string;
  /** Beside the title: what can be done with what the page is about. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the portal: the rail with every way that this person may go, the search, and the page. */
export function StaffFrame({ view, title, actions, children }: StaffFrameProps) {
  return (
    <div className="admin" lang="en-GB" dir="ltr">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Rail view={view} />
      <main id="main" tabIndex={-1}>
        <header className="title">
          <h1>
            <Sentence>{title}</Sentence>
          </h1>
          {actions && <div className="actions">{actions}</div>}
        </header>
        {children}
      </main>
    </div>
  );
}

function Rail({ view: { bank, staff, search, items } }: { view: StaffFrameView }) {
  return (
    <header className="rail">
      <p className="bank">
        <span className="bank-tile">
          <BankMark />
        </span>
        <span>
          <bdi>{bank}</bdi>
          <small>Consent administration</small>
        </span>
      </p>
      {search && (
        <search className="find">
          <form method="post" action={paths.adminConsents} autoComplete="off">
            <label>
              <span>Search</span>
              <input type="search" name="q" maxLength={200} placeholder="Search consents" data-key="/" />
            </label>
          </form>
        </search>
      )}
      <nav aria-label="Portal">
        <ul>
          {items.map(({ label, href, isHere, waiting }) => (
            <li key={href}>
              <a href={href} aria-current={isHere ? "page" : undefined}>
                {label}
                {waiting > 0 && (
                  <span className="waiting">
                    {waiting}
                    <span className="unseen"> waiting</span>
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="person">
        <p>
          <bdi>{staff.name}</bdi>
          <small className={staff.isSuper ? "super" : undefined}>{staff.roles}</small>
        </p>
        <form method="post" action={paths.adminLogOut}>
          <button type="submit" className="plain">
            Sign out
          </button>
        </form>
      </div>
    </header>
  );
}
