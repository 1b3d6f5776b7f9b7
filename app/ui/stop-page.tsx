import { ButtonLink, SubmitButton } from "./button";
import { PageFrame, telephone } from "./page-frame";
import { PageTitle } from "./page-title";
import { Sentence } from "./sentence";
import { SignedIn } from "./signed-in";
import type { StopPageView, Way } from "./stop-page-view";
import { UnavailableAccounts } from "./unavailable-accounts";

/**
 * Every page without a question: what happened, whether anything was shared, what to do. One component, many words.
 *
 * @param seen names the page, where it is on record; sent back when the customer ends the request.
 */
export function StopPage({ view, seen }: { view: StopPageView; seen?: string }) {
  return (
    <PageFrame view={view.frame}>
      <div data-stop={view.is}>
        <PageTitle focus>
          <Sentence>{view.title}</Sentence>
        </PageTitle>
        <dl className="rows mt-8 border-y border-line">
          {view.answers.map(({ question, answer }) => (
            <div key={question} className="margin-note py-4">
              <dt className="text-soft">{question}</dt>
              <dd className="min-w-0">
                <Sentence>{answer}</Sentence>
              </dd>
            </div>
          ))}
        </dl>
        {view.accounts && <UnavailableAccounts view={view.accounts} />}
        {view.call && (
          <div className="mt-8 flex">
            <ButtonLink href={telephone(view.call.phone)}>{view.call.label}</ButtonLink>
          </div>
        )}
        {view.way && (
          <div className={view.call ? "mt-4 flex" : "mt-8 flex"}>
            <WayOn way={view.way} quiet={view.call !== undefined} {...(seen && { seen })} />
          </div>
        )}
        {view.signedIn && (
          <form id="signed-in" method="post" className="mt-8">
            <SignedIn view={view.signedIn} form="signed-in" />
          </form>
        )}
        {view.receipt && (
          <p className="mt-8 text-base">
            <a href={view.receipt.href} className="inline-block py-1 font-semibold underline underline-offset-4">
              {view.receipt.label}
            </a>
          </p>
        )}
        {view.reference && (
          <p className="mt-8 text-base text-soft">
            {view.reference.label}{" "}
            <strong className="figures text-ink">
              <bdi>{view.reference.value}</bdi>
            </strong>
            . {view.reference.hint}
          </p>
        )}
      </div>
    </PageFrame>
  );
}

/** @param quiet it is there for whoever wants it, and something else comes first. */
function WayOn({ way, quiet, seen }: { way: Way; quiet: boolean; seen?: string }) {
  if (way.by === "link") {
    return (
      <ButtonLink href={way.href} quiet={quiet}>
        {way.label}
      </ButtonLink>
    );
  }
  return (
    <form method="post" className={quiet ? undefined : "flex flex-1"}>
      {seen && <input type="hidden" name="seen" value={seen} />}
      <SubmitButton name="choice" value={way.by === "refusing" ? "refuse" : "go-on"} quiet={quiet}>
        {way.label}
      </SubmitButton>
    </form>
  );
}
