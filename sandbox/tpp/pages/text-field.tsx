import type { OrderFields } from "../order/order-form.ts";

export interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly fields: OrderFields;
  readonly problems: Readonly<Record<string, string>>;
  readonly hint?: string;
  readonly type?: "text" | "date";
  readonly numeric?: boolean;
}

/** One labelled field, with its hint and its fault tied to it. */
export function TextField({ name, label, fields, problems, hint, type = "text", numeric }: TextFieldProps) {
  const value = fields[name];
  const problem = problems[name];
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span className="quiet" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={typeof value === "string" ? value : ""}
        inputMode={numeric ? "decimal" : undefined}
        autoComplete="off"
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
      />
      {problem && (
        <span className="error" id={`${name}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}
