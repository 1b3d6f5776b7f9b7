import type Drawing from "lucide-react/icons/lock";

/** What every icon has in common stands once in the stylesheet, and not in every drawing of every page. */
const IN_STYLESHEET = {
  xmlns: undefined,
  fill: undefined,
  stroke: undefined,
  strokeLinecap: undefined,
  strokeLinejoin: undefined,
};

interface IconProps {
  readonly of: typeof Drawing;
  readonly size?: number;
  readonly className?: string;
}

/** Drawn beside words that say the same, so that it is not read out. */
export function Icon({ of: Drawn, size = 24, className = "" }: IconProps) {
  return <Drawn {...IN_STYLESHEET} size={size} strokeWidth={1.75} aria-hidden="true" className={className} />;
}
