import type { ReactNode } from "react";
import { Sentence } from "./sentence";

/** One block of the letter under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part">
      <h2>
        <Sentence>{title}</Sentence>
      </h2>
      {children}
    </section>
  );
}

/** A short block, with its heading in the margin. */
export function MarginNote({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="margin-note">
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
