import { AccountChoice } from "./account-choice";
import { AlreadySharing } from "./already-sharing";
import { SubmitButton } from "./button";
import { partsOf } from "./consent-kinds/index";
import type { ConsentPageView, Note, QuestionView } from "./consent-page-view";
import { ErrorSummary } from "./error-summary";
import type { ExampleView } from "./example-view";
import { Icon } from "./icon";
import { MomentPage } from "./moment-page";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { Parties } from "./parties";
import { RefusalReasons } from "./refusal-reasons";
import { MarginNote, Section } from "./section";
import { Sentence } from "./sentence";
import { SignedIn } from "./signed-in";
import { StopPage } from "./stop-page";
import { TimeNearlyOver } from "./time-left";

/**
 * The whole consent page: one question and two equal answers, in HTML alone.
 *
 * @param seen names the page that is on the screen; sent back with the answer.
 * @param secondsLeft to answer in, where there is an end to it.
 * @param example of the customer's own data, where they asked for one (P-05).
 * @param file where every payment of a file can be had (P-19).
 * @param phone the way to go on on another device, where there is one (P-24).
 * @param onPaper when it was shown and what to quote, for whoever prints it.
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
  readonly file?: string;
  readonly onPaper?: string;
  readonly phone?: PhoneWay;
}

export interface PhoneWay {
  readonly label: string;
  readonly action: string;
}

function Question({ view, seen, secondsLeft, example, file, onPaper, phone }: { view: QuestionView } & Shown) {
  const { Question: Wording, questionLook, Details } = partsOf(view.subject);
  return (
    <PageFrame
      view={view.frame}
      form="answer"
      onPaper={onPaper}
      onEnter={view.accounts.search && "find"}
      notice={
        view.time &&
        secondsLeft !== undefined && <TimeNearlyOver view={view.time} seconds={secondsLeft} form="answer" />
      }
    >
      {view.problem && <ErrorSummary problem={view.problem} />}
      <PageTitle focus={!view.problem} className={view.again ? "title" : questionLook}>
        {view.again ? <Sentence>{view.again.question}</Sentence> : <Wording subject={view.subject} />}
      </PageTitle>
      <Parties view={view.parties} />
      {view.signedIn && <SignedIn view={view.signedIn} form="answer" />}
      <p className="promise">
        <Icon of="lock" />
        <span>
          <Sentence>{view.promise}</Sentence>
        </span>
      </p>
      {view.already && <AlreadySharing view={view.already} />}
      <Beforehand id="other-screen" view={view.otherScreen} />
      <Beforehand id="before" view={view.again?.note ?? view.inItsPlace} />
      {view.again ? (
        <Section title={view.again.inShort.title}>
          <ul className="list-disc ps-6">
            {view.again.inShort.items.map((item) => (
              <li key={item}>
                <Sentence>{item}</Sentence>
              </li>
            ))}
          </ul>
          <details className="mt-1" open={example !== undefined || view.problem !== undefined}>
            <summary className="bare min-h-11 py-2 underline">{view.again.details}</summary>
            <Details subject={view.subject} {...(example && { example })} />
          </details>
        </Section>
      ) : (
        <Details subject={view.subject} {...(example && { example })} {...(file && { file })} />
      )}
      <form id="answer" method="post" autoComplete="off">
        <input type="hidden" name="seen" value={seen} />
        <AccountChoice view={view.accounts} />
        <p className="in-short">
          <Sentence>{view.summary}</Sentence>
        </p>
        <div className="afterwards">
          <MarginNote title={view.afterwards.title}>
            <p>
              <Sentence>{view.afterwards.text}</Sentence>
            </p>
          </MarginNote>
        </div>
        {/* Of a list that is longer than the window, here as well: the counter goes on after it. */}
        {view.accounts.many && view.accounts.chosenOf && <p className="count mt-6">{view.accounts.chosenOf}</p>}
        {view.ifNot && <p className="mt-6">{view.ifNot}</p>}
        <div className="answers">
          <SubmitButton name="choice" value="allow" icon="check">
            {view.allow}
          </SubmitButton>
          <SubmitButton name="choice" value="refuse" icon="x">
            {view.refuse}
          </SubmitButton>
        </div>
        {view.time && (
          <p id="time" tabIndex={-1} className="small mt-4 print:hidden">
            {view.time.until}
          </p>
        )}
        {phone && (
          <button type="submit" formAction={phone.action} className="elsewhere">
            {phone.label}
          </button>
        )}
        <RefusalReasons view={view.reasons} />
      </form>
    </PageFrame>
  );
}

/**
 * Said before anything else of the request: what the other screen must show (P-24), and what the customer agreed to before
 * and what becomes of it (P-10, P-11).
 */
function Beforehand({ id, view }: { id: string; view: Note | undefined }) {
  return view ? (
    <section aria-labelledby={id} className="mt-8 border-s-4 border-edge bg-tint px-4 py-3 print:mt-2">
      <h2 id={id} className="text-lg font-semibold">
        {view.title}
      </h2>
      <p>
        <Sentence>{view.text}</Sentence>
      </p>
    </section>
  ) : null;
}
