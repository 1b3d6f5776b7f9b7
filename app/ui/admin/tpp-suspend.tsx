import { SUSPENSION_SCOPES } from "~/domain/approvals/act";
import type { SuspensionForm, SuspensionProblem } from "~/domain/tpp/suspension-asked";
import type { FactView } from "./fact-view";
import { ReasonField } from "./reason-field";
import { StaffFacts } from "./staff-facts";
import { SCOPE_WORDS } from "./tpp-words";
import "./tpp.css";

const PROBLEMS = {
  scope: "Choose what it may not do.",
  from: "Write a moment from now on, within a year.",
  until: "Write a moment within a year of the beginning.",
  "until-before-from": "It has to end after it begins, and after now.",
  reason: "Say why, in 10 to 500 characters.",
} as const satisfies Record<SuspensionProblem, string>;

export interface SuspendFormView {
  readonly back: string;
  readonly form: SuspensionForm;
  readonly problems: readonly SuspensionProblem[];
}

/** The first step: what is asked for. Nothing is done by it. */
export function SuspendForm({ view: { back, form, problems } }: { view: SuspendFormView }) {
  const wrong = (...some: SuspensionProblem[]) => problems.find((each) => some.includes(each));
  return (
    <form method="get" className="fields">
      <fieldset>
        <legend>What it may not do</legend>
        <Wrong id="scope" problem={wrong("scope")} />
        {SUSPENSION_SCOPES.map((scope) => (
          <label key={scope} className="choice">
            <input
              type="radio"
              name="scope"
              value={scope}
              required
              defaultChecked={form.scope === scope}
              aria-describedby={wrong("scope") && "scope-wrong"}
            />
            <span>
              {SCOPE_WORDS[scope].name}
              <span className="hint">{SCOPE_WORDS[scope].means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        <span>
          From <span className="hint">UTC. Empty: as soon as somebody else has approved.</span>
        </span>
        <Wrong id="from" problem={wrong("from")} />
        <input
          type="datetime-local"
          name="from"
          defaultValue={form.from}
          aria-describedby={wrong("from") && "from-wrong"}
        />
      </label>
      <label>
        <span>
          Until <span className="hint">UTC. Empty: until it is lifted. At that moment it ends by itself.</span>
        </span>
        <Wrong id="until" problem={wrong("until", "until-before-from")} />
        <input
          type="datetime-local"
          name="until"
          defaultValue={form.until}
          aria-describedby={wrong("until", "until-before-from") && "until-wrong"}
        />
      </label>
      <ReasonField
        name="reason"
        hint="For whoever approves, and for the record. Nothing about a customer."
        text={form.reason}
        wrong={problems.includes("reason") ? PROBLEMS.reason : undefined}
      />
      <p className="acts">
        <button type="submit" name="show" value="effect" className="act first">
          See whom it affects
        </button>
        <a href={back}>Back to the TPP</a>
      </p>
    </form>
  );
}

function Wrong({ id, problem }: { id: string; problem: SuspensionProblem | undefined }) {
  if (!problem) return null;
  return (
    <span className="wrong" id={`${id}-wrong`} role="alert">
      {PROBLEMS[problem]}
    </span>
  );
}

export interface SuspendEffectView {
  readonly back: string;
  readonly change: string;
  readonly sentences: readonly string[];
  /** It would change nothing for now. */
  readonly caution?: string | undefined;
  readonly figures: readonly { readonly label: string; readonly count: string }[];
  readonly facts: readonly FactView[];
  readonly button: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** The second step: whom it affects, and the button that asks for it. */
export function SuspendEffect({ view }: { view: SuspendEffectView }) {
  const { back, change, sentences, caution, figures, facts, button, hidden } = view;
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {caution && <p className="notice wait">{caution}</p>}
      <dl className="effect">
        {figures.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <StaffFacts facts={facts} />
      <form method="post" className="acts">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="act danger">
          {button}
        </button>
        <a href={change}>Change it</a>
        <a href={back}>Back to the TPP</a>
      </form>
    </>
  );
}
