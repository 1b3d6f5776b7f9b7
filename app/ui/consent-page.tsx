import Check from "lucide-react/icons/check";
import Lock from "lucide-react/icons/lock";
import X from "lucide-react/icons/x";
import { AccountChoice } from "./account-choice";
import { SubmitButton } from "./button";
import { partsOf } from "./consent-kinds/index";
import type { ConsentPageView, QuestionView } from "./consent-page-view";
import { ErrorSummary } from "./error-summary";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { Parties } from "./parties";
import { MarginNote } from "./section";
import { Sentence } from "./sentence";
import { StopPage } from "./stop-page";

/**
 * The whole consent page: one question and two equal answers, in HTML alone.
 *
 * @param seen names the page that is on the screen; sent back with the answer.
 */
export function ConsentPage({ view, seen }: { view: ConsentPageView; seen: string }) {
  return view.state === "stopped" ? <StopPage view={view.stop} /> : <Question view={view} seen={seen} />;
}

function Question({ view, seen }: { view: QuestionView; seen: string }) {
  const { Question: Wording, questionSize, Details } = partsOf(view.subject);
  return (
    <PageFrame view={view.frame} form="answer" onEnter={view.accounts.search && "find"}>
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
      <Details subject={view.subject} />
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
      </form>
    </PageFrame>
  );
}
