import Check from "lucide-react/icons/check";
import Lock from "lucide-react/icons/lock";
import X from "lucide-react/icons/x";
import { AccountChoice } from "./account-choice";
import { AlreadySharing } from "./already-sharing";
import { SubmitButton } from "./button";
import { partsOf } from "./consent-kinds/index";
import type { ConsentPageView, QuestionView } from "./consent-page-view";
import { ErrorSummary } from "./error-summary";
import type { ExampleView } from "./example-view";
import { MomentPage } from "./moment-page";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { Parties } from "./parties";
import { RefusalReasons } from "./refusal-reasons";
import { MarginNote } from "./section";
import { Sentence } from "./sentence";
import { StopPage } from "./stop-page";
import { TimeNearlyOver } from "./time-left";

/**
 * The whole consent page: one question and two equal answers, in HTML alone.
 *
 * @param seen names the page that is on the screen; sent back with the answer.
 * @param secondsLeft to answer in, where there is an end to it.
 * @param example of the customer's own data, where they asked for one (P-05).
 */
export function ConsentPage({ view, ...shown }: { view: ConsentPageView } & Shown) {
  switch (view.state) {
    case "stopped":
      return <StopPage view={view.stop} seen={shown.seen} />;
    case "moment":
      return <MomentPage view={view} {...shown} />;
    case "question":
      return <Question view={view} {...shown} />;
  }
}

interface Shown {
  readonly seen: string;
  readonly secondsLeft?: number;
  readonly example?: ExampleView;
}

function Question({ view, seen, secondsLeft, example }: { view: QuestionView } & Shown) {
  const { Question: Wording, questionSize, Details } = partsOf(view.subject);
  return (
    <PageFrame
      view={view.frame}
      form="answer"
      onEnter={view.accounts.search && "find"}
      notice={
        view.time &&
        secondsLeft !== undefined && <TimeNearlyOver view={view.time} seconds={secondsLeft} form="answer" />
      }
    >
      {view.problem && <ErrorSummary problem={view.problem} />}
      <PageTitle focus={!view.problem} className={questionSize}>
        <Wording subject={view.subject} />
      </PageTitle>
      <Parties view={view.parties} />
      <p className="mt-5 flex gap-3 print:mt-2">
        <Lock size={24} strokeWidth={1.75} className="mt-0.5" />
        <span>
          <Sentence>{view.promise}</Sentence>
        </span>
      </p>
      {view.already && <AlreadySharing view={view.already} />}
      <Details subject={view.subject} {...(example && { example })} />
      <form id="answer" method="post" autoComplete="off">
        <input type="hidden" name="seen" value={seen} />
        <AccountChoice view={view.accounts} />
        <p className="mt-10 border-s-4 border-edge ps-4 text-xl leading-8 font-semibold text-pretty print:mt-3">
          <Sentence>{view.summary}</Sentence>
        </p>
        <div className="mt-6 print:mt-1">
          <MarginNote title={view.afterwards.title}>
            <p>
              <Sentence>{view.afterwards.text}</Sentence>
            </p>
          </MarginNote>
        </div>
        <div className="mt-6 flex flex-wrap gap-4 print:hidden">
          <SubmitButton name="choice" value="allow" icon={<Check size={24} />}>
            {view.allow}
          </SubmitButton>
          <SubmitButton name="choice" value="refuse" icon={<X size={24} />}>
            {view.refuse}
          </SubmitButton>
        </div>
        {view.time && (
          <p id="time" tabIndex={-1} className="mt-4 text-base text-soft print:hidden">
            {view.time.until}
          </p>
        )}
        <RefusalReasons view={view.reasons} />
      </form>
    </PageFrame>
  );
}
