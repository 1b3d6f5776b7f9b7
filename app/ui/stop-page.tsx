import { Unavailable } from "./account-choice";
import { ButtonLink, SubmitButton } from "./button";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { Sentence } from "./sentence";
import type { StopPageView, Way } from "./stop-page-view";

/** Every page without a question: what happened, whether anything was shared, what to do. One component, many words. */
export function StopPage({ view }: { view: StopPageView }) {
  return (
    <PageFrame view={view.frame}>
      <div data-stop={view.is}>
        <PageTitle focus className="text-3xl leading-tight sm:text-4xl sm:leading-tight">
          <Sentence>{view.title}</Sentence>
        </PageTitle>
        <dl className="mt-8 divide-y divide-line border-y border-line">
          {view.answers.map(({ question, answer }) => (
            <div key={question} className="gap-6 py-4 sm:flex">
              <dt className="text-base leading-7 text-soft sm:w-44 sm:flex-none">{question}</dt>
              <dd className="min-w-0">
                <Sentence>{answer}</Sentence>
              </dd>
            </div>
          ))}
        </dl>
        {view.accounts && <Unavailable view={view.accounts} />}
        {view.way && (
          <div className="mt-8 flex">
            <WayOn way={view.way} />
          </div>
        )}
        {view.reference && (
          <p className="mt-8 text-base text-soft">
            {view.reference.label}{" "}
            <strong className="font-semibold text-ink tabular-nums">{view.reference.value}</strong>.{" "}
            {view.reference.hint}
          </p>
        )}
      </div>
    </PageFrame>
  );
}

function WayOn({ way }: { way: Way }) {
  if (way.by === "link") {
    return (
      <ButtonLink href={way.href}>
        <Sentence>{way.label}</Sentence>
      </ButtonLink>
    );
  }
  return (
    <form method="post" className="flex flex-1">
      <SubmitButton name="choice" value="refuse">
        <Sentence>{way.label}</Sentence>
      </SubmitButton>
    </form>
  );
}
