import { LONGEST_NOTE } from "~/domain/staff/staff-note";

interface ReasonFieldProps {
  readonly name?: string;
  readonly label?: string;
  /** Who will read it. */
  readonly hint?: string;
  /** What is wrong with what was written. */
  readonly wrong?: string | undefined;
  readonly text?: string;
  readonly required?: boolean;
}

/** Why, in somebody's own words: for whoever decides, and for the record. */
export function ReasonField({ name = "why", label = "Why", hint, wrong, text, required = true }: ReasonFieldProps) {
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(" ");
  return (
    <label>
      <span>{label}</span>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${name}-wrong`} role="alert">
          {wrong}
        </span>
      )}
      <textarea
        name={name}
        required={required}
        maxLength={LONGEST_NOTE}
        rows={3}
        defaultValue={text}
        aria-describedby={described === "" ? undefined : described}
        aria-invalid={wrong === undefined ? undefined : true}
      />
    </label>
  );
}
