import { SubmitButton } from "./button";
import { ErrorSummary } from "./error-summary";
import { Icon } from "./icon";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import type { CheckFormView, Found, ReceiptCheckView } from "./receipt-check-view";
import { InLetterLanguage, ReceiptSections } from "./receipt-letter-view";
import { Sentence } from "./sentence";

/** Tells anybody whether a receipt is genuine. Needs no script and no sign-in. */
export function ReceiptCheckPage({ view: { frame, title, found, form } }: { view: ReceiptCheckView }) {
  const { problem } = form;
  return (
    <PageFrame view={frame}>
      {problem && <ErrorSummary problem={problem} />}
      <div className="flex items-start gap-4">
        {found && <Mark is={found.is} />}
        <PageTitle focus={!problem}>{title}</PageTitle>
      </div>
      {found && <WhatWasFound found={found} />}
      <CheckForm view={form} />
    </PageFrame>
  );
}

/** A shape beside the word, never colour alone. */
function Mark({ is }: { is: Found["is"] }) {
  return (
    <span className={`mt-1 ${is === "genuine" ? "text-ink" : "text-problem"}`}>
      <Icon of={is === "genuine" ? "badge-check" : "circle-x"} className="size-9" />
    </span>
  );
}

function WhatWasFound({ found }: { found: Found }) {
  return (
    <div data-found={found.is}>
      {found.texts.map((text) => (
        <p key={text} className="mt-4">
          <Sentence>{text}</Sentence>
        </p>
      ))}
      {found.is === "genuine" && (
        <article className="mt-10 border-t-2 border-ink pt-6">
          <h2 className="text-2xl font-semibold">{found.says}</h2>
          <InLetterLanguage letter={found.letter}>
            <p className="mt-3 text-xl">
              <Sentence>{found.letter.answer}</Sentence>
            </p>
          </InLetterLanguage>
          <ReceiptSections letter={found.letter} />
        </article>
      )}
    </div>
  );
}

const CONTROL = "block w-full rounded border-2 border-edge bg-sheet p-3";

function CheckForm({ view }: { view: CheckFormView }) {
  return (
    <form method="post" encType="multipart/form-data" className="mt-10 print:hidden">
      {view.title ? <h2 className="mb-3 text-xl font-semibold">{view.title}</h2> : <p className="mb-8">{view.what}</p>}
      <label htmlFor="file" className="block font-semibold">
        {view.file.label}
      </label>
      <p id="file-hint" className="mb-2 text-base text-soft">
        {view.file.hint}
      </p>
      <input
        id="file"
        name="file"
        type="file"
        accept=".pdf,.json,application/pdf,application/json"
        aria-describedby="file-hint"
        className={CONTROL}
      />
      <label htmlFor="text" className="mt-6 block font-semibold">
        {view.text.label}
      </label>
      <p id="text-hint" className="mb-2 text-base text-soft">
        {view.text.hint}
      </p>
      <textarea
        id="text"
        name="text"
        rows={5}
        spellCheck={false}
        autoComplete="off"
        aria-describedby="text-hint"
        className={`${CONTROL} resize-y text-base`}
      />
      <p className="mt-4 text-base text-soft">{view.privacy}</p>
      <div className="mt-6 flex">
        <SubmitButton name="check" value="receipt">
          {view.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
