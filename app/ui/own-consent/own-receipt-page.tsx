import { DashboardFrame } from "../dashboard-frame";
import type { DashboardView } from "../dashboard-view";
import { InLetterLanguage, ReceiptSections } from "../receipt-letter-view";
import type { ReceiptPageView } from "../receipt-page";
import { Sentence } from "../sentence";

/** A receipt among its customer's own pages. */
export interface OwnReceiptView extends DashboardView, Pick<ReceiptPageView, "letter" | "save" | "back"> {}

/** The receipt of an answer, whenever its customer comes back for it: as it was given out, in its own language. */
export function OwnReceiptPage({ view }: { view: OwnReceiptView }) {
  const { letter, save, back } = view;
  return (
    <DashboardFrame view={view}>
      <InLetterLanguage letter={letter}>
        <p className="mt-4 text-xl">
          <Sentence>{letter.answer}</Sentence>
        </p>
      </InLetterLanguage>
      <section className="mt-6 print:hidden" aria-label={save.title}>
        <div className="ways-on">
          {save.as.map(({ label, href }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </div>
      </section>
      <ReceiptSections letter={letter} />
      <p className="mt-8 print:hidden">
        <a href={back.href} className="inline-block py-1 underline underline-offset-4">
          {back.label}
        </a>
      </p>
    </DashboardFrame>
  );
}
