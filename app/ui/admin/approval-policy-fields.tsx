import { HIGHEST_FROM, RULED_ACTS, type RuledAct } from "~/domain/approvals/policy";
import { RULED_WORDS } from "./approval-rules";
import { ReasonField } from "./reason-field";
import { figure } from "./staff-words";
import "./approvals.css";

interface PolicyFieldsProps {
  readonly hidden: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<RuledAct, { readonly second: string; readonly compliance: string }>>;
  readonly problems: Readonly<Partial<Record<RuledAct, keyof typeof WRONG>>>;
  readonly why: string;
  readonly isWithoutWhy: boolean;
}

const WRONG = {
  "no-count": `Whole numbers from 1 to ${figure(HIGHEST_FROM)}.`,
  "compliance-first": "Compliance cannot come before the second person.",
} as const;

/** The rules to ask for, act by act. */
export function PolicyFields({ hidden, form, problems, why, isWithoutWhy }: PolicyFieldsProps) {
  return (
    <form method="post" className="fields">
      <h2>Ask for other rules</h2>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {RULED_ACTS.map((act) => (
        <RuleFields key={act} act={act} given={form[act]} problem={problems[act]} />
      ))}
      <ReasonField text={why} wrong={isWithoutWhy ? "Say why, for whoever decides." : undefined} />
      <div className="acts">
        <button type="submit" className="act first">
          Ask for approval
        </button>
      </div>
    </form>
  );
}

interface RuleFieldsProps {
  readonly act: RuledAct;
  readonly given: PolicyFieldsProps["form"][RuledAct];
  readonly problem: keyof typeof WRONG | undefined;
}

function RuleFields({ act, given, problem }: RuleFieldsProps) {
  const wrong = problem ? `${act}-wrong` : undefined;
  const shared = {
    inputMode: "numeric",
    maxLength: 9,
    "aria-describedby": wrong,
    "aria-invalid": problem && true,
  } as const;
  const { act: words, counted } = RULED_WORDS[act];
  return (
    <fieldset className="approval-rule">
      <legend>{words}</legend>
      <label>
        <span>Second person from</span>
        <input {...shared} name={`${act}.second`} defaultValue={given.second} required />
        <span className="hint">{counted} a day</span>
      </label>
      <label>
        <span>Of compliance from</span>
        <input {...shared} name={`${act}.compliance`} defaultValue={given.compliance} />
        <span className="hint">{counted} a day; empty for never</span>
      </label>
      {problem && (
        <span className="wrong approval-rule-wrong" id={wrong}>
          {WRONG[problem]}
        </span>
      )}
    </fieldset>
  );
}
