import Check from "lucide-react/icons/check";
import X from "lucide-react/icons/x";
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
      <div data-moment>
        <PageTitle focus className="text-3xl leading-tight sm:text-4xl sm:leading-tight">
          {view.title}
        </PageTitle>
        <p className="mt-6">{view.intro}</p>
        <ul className="mt-4 ps-6">
          {view.checks.map((check) => (
            <li key={check} className="mb-3 list-disc ps-1 marker:text-edge">
              {check}
            </li>
          ))}
        </ul>
        <form id="answer" method="post" className="mt-8 flex flex-wrap gap-4 print:hidden">
          <input type="hidden" name="seen" value={seen} />
          <SubmitButton name="show" value="question" icon={<Check size={24} />}>
            {view.goOn}
          </SubmitButton>
          <SubmitButton name="choice" value="refuse" icon={<X size={24} />}>
            {view.refuse}
          </SubmitButton>
        </form>
      </div>
    </PageFrame>
  );
}
