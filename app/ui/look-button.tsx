import type { ReactNode } from "react";

interface LookButtonProps {
  readonly show: string;
  readonly id?: string;
  /** Where it stands outside the form that it sends. */
  readonly form?: string;
  readonly children: ReactNode;
}

/** Shows the page otherwise and answers nothing: quiet beside the two answers, and sent in the same form. */
export function LookButton({ show, id, form, children }: LookButtonProps) {
  return (
    <button type="submit" name="show" value={show} id={id} form={form}>
      {children}
    </button>
  );
}
