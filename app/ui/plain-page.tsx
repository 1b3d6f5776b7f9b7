import type { ReactNode } from "react";
import { BankMark } from "./bank-mark";

/** The bank's strip with its mark alone, for pages that know nothing of a visit, not even the words to name the bank. */
export function PlainPage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="bg-brand print:bg-sheet">
        <div className="mx-auto flex min-h-14 max-w-[46rem] items-center px-4 sm:px-12">
          <BankMark />
        </div>
      </div>
      <main className="page">{children}</main>
    </div>
  );
}
