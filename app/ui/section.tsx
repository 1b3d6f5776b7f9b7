import type { ReactNode } from "react";
import { Sentence } from "./sentence";

/** One block of the letter under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10 print:mt-4">
      <h2 className="mb-3 text-xl font-semibold print:mb-1">
        <Sentence>{title}</Sentence>
      </h2>
      {children}
    </section>
  );
}

/** A short block, with its heading in the margin. */
export function MarginNote({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="margin-note py-4 print:py-1">
      <h2 className="font-semibold">{title}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
