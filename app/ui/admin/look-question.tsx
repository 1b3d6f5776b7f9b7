import { LOOK_REASONS } from "~/domain/staff/look-reason";
import { LONGEST_NOTE } from "~/domain/staff/staff-note";

interface LookQuestionProps {
  readonly view: {
    readonly id: string;
    readonly to: string;
    /** Of what nobody was asked about yet there is no customer under whose key a note could be kept. */
    readonly withNote: boolean;
    readonly note?: string;
    readonly unchosen?: boolean;
  };
}

/** Asked before anything of a consent is shown. */
export function LookQuestion({ view: { id, to, withNote, note, unchosen } }: LookQuestionProps) {
  return (
    <form method="post" className="fields">
      <p>
        Consent <code>{id}</code> is about one person. Say why you look at it. Your answer is kept as evidence, and
        opens this one consent to you for 30 minutes.
      </p>
      <input type="hidden" name="to" value={to} />
      <fieldset aria-describedby={unchosen ? "unchosen" : undefined}>
        <legend>Why do you look at it?</legend>
        {unchosen && (
          <span className="wrong" id="unchosen">
            Choose a reason.
          </span>
        )}
        {Object.entries(LOOK_REASONS).map(([code, words]) => (
          <label key={code} className="choice">
            <input type="radio" name="reason" value={code} required />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      {withNote && (
        <label>
          <span>
            In your words <span className="hint">If there is a call or a case, its number. Up to 500 characters.</span>
          </span>
          <textarea name="note" maxLength={LONGEST_NOTE} rows={3} defaultValue={note} />
        </label>
      )}
      <p className="acts">
        <button type="submit" className="act first">
          Look at this consent
        </button>
      </p>
    </form>
  );
}
