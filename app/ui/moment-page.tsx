import { SubmitButton } from "./button";
import type { MomentView } from "./consent-page-view";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { Sentence } from "./sentence";
import { SignedIn } from "./signed-in";
import { TimeNearlyOver } from "./time-left";

interface MomentPageProps {
  readonly view: MomentView;
  readonly seen: string;
  readonly secondsLeft?: number;
  readonly onPaper?: string;
}

/** One page before the question: what to make sure of, and two equal ways on. */
export function MomentPage({ view, seen, secondsLeft, onPaper }: MomentPageProps) {
  return (
    <PageFrame
      view={view.frame}
      form="answer"
      onPaper={onPaper}
      notice={
        view.time &&
        secondsLeft !== undefined && <TimeNearlyOver view={view.time} seconds={secondsLeft} form="answer" />
      }
    >
      <div>
        <PageTitle focus>{view.title}</PageTitle>
        <dl className="facts mt-8">
          {view.about.map(({ title, text }) => (
            <div key={title} className="margin-note">
              <dt>{title}</dt>
              <dd>
                <Sentence>{text}</Sentence>
              </dd>
            </div>
          ))}
        </dl>
        {view.signedIn && <SignedIn view={view.signedIn} form="answer" />}
        <p className="mt-6">{view.intro}</p>
        <ul className="mt-4 ps-6">
          {view.checks.map((check) => (
            <li key={check} className="mb-3 list-disc ps-1 marker:text-edge">
              {check}
            </li>
          ))}
        </ul>
        <form id="answer" method="post" className="answers mt-8">
          <input type="hidden" name="seen" value={seen} />
          <SubmitButton name="show" value="question" icon="check">
            {view.goOn}
          </SubmitButton>
          <SubmitButton name="choice" value="refuse" icon="x">
            {view.refuse}
          </SubmitButton>
        </form>
      </div>
    </PageFrame>
  );
}
