import type { ReactNode } from "react";
import { BankMark } from "./bank-mark";

const TILE = "flex size-12 flex-none items-center justify-center rounded border-2";

/** Two letters: an app has no logo that we trust (P-15). The name stands next to it, so it is not read out. */
export function Monogram({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className={`${TILE} border-edge font-semibold`}>
      <bdi>{children}</bdi>
    </span>
  );
}

export function BankTile() {
  return (
    <span className={`${TILE} border-transparent bg-brand`}>
      <BankMark />
    </span>
  );
}
