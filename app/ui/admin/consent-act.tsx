import type { ReactNode } from "react";
import { LONGEST_NOTE } from "~/domain/staff/staff-note";
import { Sentence } from "../sentence";
import { Standing } from "./standing";
import type { StandingView } from "./standing-view";
import "./consent-act.css";

/** An act on one consent: what it is done to, what comes of it, and the button that does it. */
export interface ConsentActView {
  readonly id: string;
  readonly back: string;
  readonly status: StandingView;
  /** Object and consequence. */
  readonly sentences: readonly string[];
  /** Instead of a form, where it cannot be done. */
  readonly cannot?: string;
  /** Says what was missing from the form as it was sent. */
  readonly problem?: string;
  readonly reasons?: ReasonsView;
  readonly note: string;
  readonly button: string;
  readonly key: string;
  readonly shown: number;
  readonly told?: ToldView;
}

export interface ReasonsView {
  readonly legend: string;
  readonly options: readonly { readonly code: string; readonly words: string; readonly isChosen: boolean }[];
}

/** What the customer will read, in each language that matters. */
export interface ToldView {
  readonly intro: string;
  readonly texts: readonly ToldTextView[];
}

export interface ToldTextView {
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly language: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** How the dashboard calls it from then on. */
  readonly standing: string;
}

interface ConsentActProps {
  readonly view: ConsentActView;
  /** What comes with the form beside its reasons. */
  readonly children?: ReactNode;
}

/** The second step: no act is done by a link, and its button says what it does and to how many. */
export function ConsentAct({ view, children }: ConsentActProps) {
  const { id, back, status, sentences, cannot, problem, reasons, note, button, key, shown, told } = view;
  return (
    <>
      <p>
        Consent <code>{id}</code> <Standing view={status} />
      </p>
      {cannot ? (
        <p className="notice wait">{cannot}</p>
      ) : (
        <>
          {sentences.map((sentence) => (
            <p key={sentence}>
              <Sentence>{sentence}</Sentence>
            </p>
          ))}
          {told && <ToldCustomer view={told} />}
          <form method="post" className="fields consent-act">
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="shown" value={shown} />
            {children}
            {problem && (
              <p className="notice bad" role="alert" id="problem">
                {problem}
              </p>
            )}
            {reasons && <Reasons view={reasons} />}
            <label>
              <span>
                Why, for the record{" "}
                <span className="hint">
                  The customer does not read this. If there is a case, its number. Up to 500 characters.
                </span>
              </span>
              <textarea
                name="note"
                maxLength={LONGEST_NOTE}
                rows={4}
                required
                defaultValue={note}
                aria-describedby={problem && "problem"}
              />
            </label>
            <p className="acts">
              <button type="submit" className="act danger">
                {button}
              </button>
              <a href={back}>Back to the consent</a>
            </p>
          </form>
        </>
      )}
      {cannot && (
        <p className="acts">
          <a href={back}>Back to the consent</a>
        </p>
      )}
    </>
  );
}

/** Why, of the codes that there are. */
export function Reasons({ view: { legend, options } }: { view: ReasonsView }) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(({ code, words, isChosen }) => (
        <label key={code} className="choice">
          <input type="radio" name="reason" value={code} required defaultChecked={isChosen} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the customer will read, as a preview. */
export function ToldCustomer({ view: { intro, texts } }: { view: ToldView }) {
  return (
    <section aria-labelledby="told" className="told">
      <h2 id="told">What the customer will read</h2>
      <p>{intro}</p>
      <div className="letters">
        {texts.map(({ locale, direction, language, subject, paragraphs, standing }) => (
          <figure key={locale}>
            <figcaption>{language}</figcaption>
            <blockquote lang={locale} dir={direction}>
              <p>
                <strong>
                  <Sentence>{subject}</Sentence>
                </strong>
              </p>
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>
                  <Sentence>{paragraph}</Sentence>
                </p>
              ))}
              <p className="standing">{standing}</p>
            </blockquote>
          </figure>
        ))}
      </div>
    </section>
  );
}
