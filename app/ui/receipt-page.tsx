import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import { ButtonLink } from "./button";
import type { FrameView } from "./frame-view";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import { InLetterLanguage, ReceiptSections } from "./receipt-letter-view";
import { Section } from "./section";
import { Sentence } from "./sentence";

export interface ReceiptPageView {
  readonly documentTitle: string;
  readonly frame: FrameView;
  readonly letter: ReceiptLetter;
  readonly save: { readonly title: string; readonly as: readonly { readonly label: string; readonly href: string }[] };
  readonly back: { readonly label: string; readonly href: string };
}

/** One's own receipt, right after the answer. Printed, it is the letter alone. */
export function ReceiptPage({ view: { frame, letter, save, back } }: { view: ReceiptPageView }) {
  return (
    <PageFrame view={frame}>
      <InLetterLanguage letter={letter}>
        <PageTitle focus>{letter.title}</PageTitle>
        <p className="mt-4 text-xl">
          <Sentence>{letter.answer}</Sentence>
        </p>
      </InLetterLanguage>
      <div className="print:hidden">
        <Section title={save.title}>
          <div className="flex flex-wrap gap-4">
            {save.as.map(({ label, href }) => (
              <ButtonLink key={href} href={href}>
                {label}
              </ButtonLink>
            ))}
          </div>
        </Section>
      </div>
      <ReceiptSections letter={letter} />
      <p className="mt-8 print:hidden">
        <a href={back.href} className="inline-block py-1 underline underline-offset-4">
          {back.label}
        </a>
      </p>
    </PageFrame>
  );
}
