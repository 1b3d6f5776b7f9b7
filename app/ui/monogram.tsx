import type { ReactNode } from "react";
import { BankMark } from "./bank-mark";

/** Two letters: an app has no logo that we trust (P-15). The name stands next to it, so it is not read out. */
export function Monogram({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="tile">
      <bdi>{children}</bdi>
    </span>
  );
}

export function BankTile() {
  return (
    <span className="tile">
      <BankMark />
    </span>
  );
}
