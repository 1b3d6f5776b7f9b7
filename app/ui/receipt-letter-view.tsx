import type { ReactNode } from "react";
import type { LetterSection, ReceiptLetter } from "~/domain/receipts/receipt-letter";
import { directionOf } from "~/domain/shared/direction";
import { Section } from "./section";
import { Sentence } from "./sentence";

/** A part of a receipt in its own language, whichever the page around it is in (WCAG 2.2, 3.1.2). */
export function InLetterLanguage({ letter: { language }, children }: { letter: ReceiptLetter; children: ReactNode }) {
  return (
    <div lang={language} dir={directionOf(language)}>
      {children}
    </div>
  );
}

/** The sections of a receipt. The answer itself stands above them. */
export function ReceiptSections({ letter }: { letter: ReceiptLetter }) {
  return (
    <InLetterLanguage letter={letter}>
      {letter.sections.map((section) => (
        <LetterPart key={section.title} section={section} />
      ))}
    </InLetterLanguage>
  );
}

function LetterPart({ section: { title, text, items = [], facts = [] } }: { section: LetterSection }) {
  return (
    <Section title={title}>
      {text !== undefined && (
        <p className="mb-3">
          <Sentence>{text}</Sentence>
        </p>
      )}
      {items.length > 0 && (
        <ul className={`rows border-t border-line ${facts.length > 0 ? "" : "border-b"}`}>
          {items.map((item) => (
            <li key={item} className="py-3 print:py-0.5">
              <Sentence>{item}</Sentence>
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <dl className="rows border-y border-line">
          {facts.map(({ label, value }) => (
            <div key={label} className="margin-note py-3 print:py-0.5">
              <dt className="text-soft">{label}</dt>
              <dd className="figures min-w-0 wrap-anywhere">
                <Sentence>{value}</Sentence>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
