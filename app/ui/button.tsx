import type { DrawingName } from "./drawings";
import { Icon } from "./icon";
import { Sentence } from "./sentence";

/** One look for every button: yes and no weigh the same, so there is no primary one (U-08, N-02). */
const LOOK = "button";

interface SubmitProps {
  readonly name: string;
  readonly value: string;
  readonly icon?: DrawingName;
  readonly children: string;
}

export function SubmitButton({ name, value, icon, children }: SubmitProps) {
  return (
    <button type="submit" name={name} value={value} className={LOOK}>
      {icon && <Icon of={icon} />}
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
