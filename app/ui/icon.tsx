import type { DrawingName } from "./drawings";

/** Stands beside words that say the same and has none of its own, so that there is nothing to read out. */
export function Icon({ of, className }: { of: DrawingName; className?: string }) {
  return <i className={className ? `icon-${of} ${className}` : `icon-${of}`} />;
}
