import type { ReactNode } from "react";
import { Sentence } from "./sentence";

/** One look for every button: yes and no weigh the same, so there is no primary one (U-08, N-02). */
const LOOK =
  "flex min-h-14 flex-1 basis-56 items-center justify-center gap-3 rounded border-2 border-transparent bg-action px-5 py-3 text-center text-lg font-semibold text-on-action hover:bg-action-hover no-underline";

interface SubmitProps {
  readonly name: string;
  readonly value: string;
  readonly icon?: ReactNode;
  readonly children: string;
}

export function SubmitButton({ name, value, icon, children }: SubmitProps) {
  return (
    <button type="submit" name={name} value={value} className={LOOK}>
      {icon}
      <span>
        <Sentence>{children}</Sentence>
      </span>
    </button>
  );
}

export function ButtonLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className={LOOK}>
      <span>
        <Sentence>{children}</Sentence>
      </span>
    </a>
  );
}
