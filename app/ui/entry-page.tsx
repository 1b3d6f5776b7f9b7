import { ButtonLink, SubmitButton } from "./button";
import { DashboardFrame } from "./dashboard-frame";
import type { EntryView } from "./dashboard-view";

/** In front of a customer's own pages: one message and one way on. */
export function EntryPage({ view }: { view: EntryView }) {
  return (
    <DashboardFrame view={view}>
      <div data-entry={view.is}>
        <p className="mt-4">{view.text}</p>
        <div className="mt-8 flex">
          {view.way.by === "link" ? (
            <ButtonLink href={view.way.href}>{view.way.label}</ButtonLink>
          ) : (
            <form method="post" className="flex flex-1">
              <SubmitButton name="choice" value="sign-out">
                {view.way.label}
              </SubmitButton>
            </form>
          )}
        </div>
      </div>
    </DashboardFrame>
  );
}
