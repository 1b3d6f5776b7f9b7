import type { ReactNode } from "react";
import { Sentence } from "./sentence";

/** One block of the letter under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10 print:mt-4">
      <h2 className="mb-3 text-xl font-semibold tracking-tight print:mb-1">
        <Sentence>{title}</Sentence>
      </h2>
      {children}
    </section>
  );
}
