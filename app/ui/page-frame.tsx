import Lock from "lucide-react/icons/lock";
import type { ReactNode } from "react";
import type { FrameView } from "./consent-page-view";
import { Sentence } from "./sentence";

/** The bank's strip, one sheet, and the way out. No menu: nothing on it leads away from the question (U-01). */
export function PageFrame({ view, children }: { view: FrameView; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col text-lg print:min-h-0">
      <header className="bg-brand text-on-brand print:border-b print:border-line print:bg-sheet print:text-ink">
        <div className="mx-auto flex min-h-14 max-w-[46rem] flex-wrap items-center justify-between gap-x-4 px-4 py-2 sm:px-12">
          <span className="flex items-center gap-3 font-semibold tracking-tight">
            <BankMark />
            <bdi>{view.bank}</bdi>
          </span>
          <span className="flex items-center gap-2 text-sm">
            <Lock size={16} strokeWidth={1.75} />
            {view.secure}
          </span>
        </div>
      </header>
      <main className="mx-auto w-full max-w-[46rem] flex-1 bg-sheet px-4 pt-8 pb-10 sm:px-12 sm:pt-12 sm:shadow-[0_0_0_1px_var(--line)] print:p-0 print:shadow-none">
        {children}
      </main>
      <footer className="mx-auto w-full max-w-[46rem] px-4 py-6 text-base sm:px-12 print:p-0 print:pt-4">
        <p>
          <strong className="font-semibold">{view.foot.question}</strong> <Sentence>{view.foot.text}</Sentence>{" "}
          <a className="inline-block py-1 font-semibold underline underline-offset-4" href={telephone(view.foot.phone)}>
            <bdi>{view.foot.phone}</bdi>
          </a>
          .
        </p>
      </footer>
    </div>
  );
}

/** Light from a window, falling to one side. */
function BankMark() {
  return (
    <svg aria-hidden="true" className="text-brand-mark" width="28" height="28" viewBox="0 0 28 28" fill="currentColor">
      <path d="M3 3h8v8H3zM13 3h3v8h-3zM3 13h8v3H3zM13 13h3v3h-3zM18 14.5 25 20v5h-5l-5.5-7z" />
    </svg>
  );
}

const telephone = (phone: string) => `tel:${phone.replace(/[^\d+]/g, "")}`;
