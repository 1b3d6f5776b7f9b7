import { ButtonLink, SubmitButton } from "./button";
import type { CodeView, ConfirmPageView } from "./confirm-page-view";
import { ErrorSummary } from "./error-summary";
import { FactList } from "./fact-list";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { PasskeyForm, type PasskeyToAsk } from "./passkey-form";
import { Sentence } from "./sentence";

interface ConfirmPageProps {
  readonly view: ConfirmPageView;
  /** Names what the factor is bound to; sent back with it. */
  readonly bound: string;
  /** Names the page that was answered. */
  readonly seen: string;
  /** Where this visit's question is. */
  readonly back: string;
  readonly passkey?: PasskeyToAsk;
}

/** What a yes is confirmed on: it repeats what is agreed to, and asks for one thing that only this customer has (P-22). */
export function ConfirmPage({ view, bound, seen, back, passkey }: ConfirmPageProps) {
  return (
    <PageFrame view={view.frame}>
      {view.problem && <ErrorSummary problem={view.problem} />}
      <PageTitle focus={!view.problem}>{view.title}</PageTitle>
      <dl className="facts mt-8">
        {view.about.map(({ title, text }) => (
          <div key={title} className="margin-note">
            <dt>{title}</dt>
            <dd>
              <Sentence>{text}</Sentence>
            </dd>
          </div>
        ))}
        <div className="margin-note">
          <dt>{view.chosen.title}</dt>
          <dd>
            {view.chosen.accounts.map(({ id, name, number, spokenNumber }) => (
              <span key={id} className="block">
                <Sentence>{name}</Sentence> <bdi aria-hidden="true">{number}</bdi>
                <span className="sr-only">{spokenNumber}</span>
              </span>
            ))}
          </dd>
        </div>
      </dl>
      {view.facts.length > 0 && (
        // On one line with the list above it.
        <div className="-mt-px">
          <FactList facts={view.facts} />
        </div>
      )}
      <p className="mt-8">{view.intro}</p>
      {view.noWay && (
        <p className="mt-4">
          <Sentence>{view.noWay}</Sentence>
        </p>
      )}
      {view.passkey && passkey && <PasskeyForm view={view.passkey} bound={bound} passkey={passkey} />}
      <form method="post" className="mt-8">
        <input type="hidden" name="bound" value={bound} />
        <input type="hidden" name="seen" value={seen} />
        {view.code?.sent && <CodeField view={view.code.sent} isWrong={view.problem?.href === "#code"} />}
        <div className="answers">
          {view.code?.sent ? (
            <SubmitButton name="choice" value="code" icon="check">
              {view.code.sent.confirm}
            </SubmitButton>
          ) : (
            view.code?.send && (
              <SubmitButton name="choice" value="send">
                {view.code.send}
              </SubmitButton>
            )
          )}
          <SubmitButton name="choice" value="refuse" icon="x">
            {view.refuse}
          </SubmitButton>
        </div>
        <p className="small mt-4">{view.until}</p>
        {view.code?.noMore && <p className="small">{view.code.noMore}</p>}
        <div className="mt-4 flex flex-wrap items-baseline gap-x-6">
          {view.code?.sent && view.code.send && (
            <SubmitButton name="choice" value="send" quiet>
              {view.code.send}
            </SubmitButton>
          )}
          <ButtonLink href={back} quiet>
            {view.back}
          </ButtonLink>
        </div>
      </form>
    </PageFrame>
  );
}

function CodeField({ view, isWrong }: { view: NonNullable<CodeView["sent"]>; isWrong: boolean }) {
  return (
    <div>
      <p id="code-sent">
        <Sentence>{view.text}</Sentence>
      </p>
      <label htmlFor="code" className="mt-4 block font-semibold">
        {view.label}
      </label>
      <input
        id="code"
        name="code"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={32}
        aria-describedby="code-sent"
        aria-invalid={isWrong || undefined}
        className="figures mt-1 min-h-11 w-48 rounded border-2 border-edge bg-sheet px-3 py-1"
      />
    </div>
  );
}
