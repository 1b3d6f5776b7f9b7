import { SubmitButton } from "./button";
import type { MomentView } from "./consent-page-view";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { TimeNearlyOver } from "./time-left";

/** One page before the question: what to make sure of, and two equal ways on. */
export function MomentPage({ view, seen, secondsLeft }: { view: MomentView; seen: string; secondsLeft?: number }) {
  return (
    <PageFrame
      view={view.frame}
      form="answer"
      notice={
        view.time &&
        secondsLeft !== undefined && <TimeNearlyOver view={view.time} seconds={secondsLeft} form="answer" />
      }
    >
      <div>
        <PageTitle focus>{view.title}</PageTitle>
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
