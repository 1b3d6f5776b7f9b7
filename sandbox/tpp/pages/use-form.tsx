import type { OrderFields } from "../order/field.ts";
import type { Run } from "../runs/run.ts";
import { type ActName, actsOf } from "../runs/uses.ts";
import { OrderField } from "./order-field.tsx";

export interface UseFormProps {
  readonly run: Run;
  readonly fields?: OrderFields;
  readonly problems?: Readonly<Record<string, string>>;
}

const ACTS: Record<ActName, string> = { pay: "Pay", ask: "Ask whether there is enough" };

/** What a lasting consent can be used for, as often as somebody wants to. */
export function UseForm({ run, fields, problems = {} }: UseFormProps) {
  const acts = actsOf(run.order);
  if (run.phase !== "authorised" || acts.length === 0) return null;
  // Each question has a reference of its own: the bank refuses one that it has heard before (U013).
  const given = { amount: "40.00", reference: `Till ${run.steps.length + 1}`, ...fields };
  return (
    <form className="stack" method="post" action={`/runs/${run.id}/use`}>
      <div className="fields">
        <OrderField
          field={{ name: "amount", label: "Amount in pounds", numeric: true }}
          fields={given}
          problems={problems}
        />
        <OrderField field={{ name: "reference", label: "Reference" }} fields={given} problems={problems} />
      </div>
      <div className="row">
        {acts.map((name, at) => (
          <button key={name} className={at === 0 ? "button primary" : "button"} type="submit" name="act" value={name}>
            {ACTS[name]}
          </button>
        ))}
      </div>
    </form>
  );
}
