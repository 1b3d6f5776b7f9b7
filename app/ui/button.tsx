import type { DrawingName } from "./drawings";
import { Icon } from "./icon";
import { Sentence } from "./sentence";

/** One look for every button: yes and no weigh the same, so there is no primary one (U-08, N-02). */
const LOOK = "button";
/** For what is less than an answer: it looks like the words that it stands among. */
const AS_WORDS = "min-h-11 bg-transparent py-2 text-start text-base font-semibold underline underline-offset-4";

interface SubmitProps {
  readonly name: string;
  readonly value: string;
  readonly icon?: DrawingName;
  readonly quiet?: boolean;
  readonly children: string;
}

export function SubmitButton({ name, value, icon, quiet, children }: SubmitProps) {
  return (
    <button type="submit" name={name} value={value} className={quiet ? AS_WORDS : LOOK}>
      {icon && <Icon of={icon} />}
      <span>
        <Sentence>{children}</Sentence>
      </span>
    </button>
  );
}

export function ButtonLink({ href, quiet, children }: { href: string; quiet?: boolean; children: string }) {
  return (
    <a href={href} className={quiet ? AS_WORDS : LOOK}>
      <span>
        <Sentence>{children}</Sentence>
      </span>
    </a>
  );
}
