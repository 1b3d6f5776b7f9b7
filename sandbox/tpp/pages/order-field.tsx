import type { Field, OrderFields } from "../order/field.ts";

export interface OrderFieldProps {
  readonly field: Field;
  readonly fields: OrderFields;
  readonly problems: Readonly<Record<string, string>>;
}

/** One labelled field, with its hint and its fault tied to it. */
export function OrderField({
  field: { name, label, hint, type = "text", numeric, choices },
  fields,
  problems,
}: OrderFieldProps) {
  const given = fields[name];
  const value = typeof given === "string" ? given : "";
  const problem = problems[name];
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  const common = {
    id: name,
    name,
    "aria-describedby": described || undefined,
    "aria-invalid": problem ? (true as const) : undefined,
  };
  return (
    <div className={type === "lines" ? "field whole" : "field"}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span className="quiet" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {choices ? (
        <select {...common} defaultValue={value}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : type === "lines" ? (
        <textarea {...common} defaultValue={value} rows={6} autoComplete="off" />
      ) : (
        <input
          {...common}
          type={type}
          defaultValue={value}
          inputMode={numeric ? "decimal" : undefined}
          autoComplete="off"
        />
      )}
      {problem && (
        <span className="error" id={`${name}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}
