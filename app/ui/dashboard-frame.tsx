import type { ReactNode } from "react";
import { paths } from "~/paths";
import type { DashboardView, MenuView } from "./dashboard-view";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { Sentence } from "./sentence";
import "./dashboard.css";
import "./shelf.css";

/** One of a customer's own pages: the bank's strip as on the question, and where else they can go. */
export function DashboardFrame({ view, children }: { view: DashboardView; children: ReactNode }) {
  const { frame, menu, title } = view;
  return (
    <PageFrame view={frame} wide>
      {menu && <Menu view={menu} />}
      <PageTitle focus={!menu}>
        <Sentence>{title}</Sentence>
      </PageTitle>
      {children}
    </PageFrame>
  );
}

/** On a narrow window the ways wrap below one another; the way out stands last, and looks like the others. */
function Menu({ view }: { view: MenuView }) {
  return (
    <nav
      aria-label={view.label}
      className="mb-10 flex flex-wrap items-center justify-between gap-x-6 border-b border-line pb-3 text-base print:hidden"
    >
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {view.items.map(({ label, href, isHere, news }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isHere ? "page" : undefined}
              className="inline-block min-w-6 py-2.5 no-underline"
            >
              <span className={isHere ? "font-semibold" : "underline underline-offset-4"}>{label}</span>
              {news && (
                <>
                  {" "}
                  <span className="rounded bg-tint px-2 py-0.5">{news}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.logOut}>
        <button type="submit" className="quiet min-h-11">
          {view.signOut}
        </button>
      </form>
    </nav>
  );
}
