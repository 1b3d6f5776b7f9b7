import Lock from "lucide-react/icons/lock";
import type { ReactNode } from "react";
import { BankMark } from "./bank-mark";
import type { FrameView } from "./consent-page-view";
import { Icon } from "./icon";
import { LanguageSwitch } from "./language-switch";
import { Sentence } from "./sentence";

const COLUMN = "mx-auto w-full max-w-[46rem] px-4 sm:px-12 print:max-w-none print:px-0";

interface PageFrameProps {
  readonly view: FrameView;
  /** The id of the form whose choices are not to be lost when the language is changed. */
  readonly form?: string;
  /** What Enter in a box of that form shows; nothing unless said. */
  readonly onEnter?: string | undefined;
  /** What comes up at the lower edge of the window, wherever the page is scrolled to. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** The bank's strip, one sheet, and the way out. No menu: nothing on it leads away from the question (U-01). */
export function PageFrame({ view, form, onEnter, notice, children }: PageFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col text-lg print:min-h-0">
      {form && <EnterButton form={form} show={onEnter} />}
      <header className="bg-brand text-on-brand print:bg-sheet print:text-ink">
        <div className={`${COLUMN} flex min-h-14 flex-wrap items-center justify-between gap-x-4 py-2`}>
          <span className="flex items-center gap-3 font-semibold">
            <BankMark />
            <bdi>{view.bank}</bdi>
          </span>
          <span className="flex items-center gap-5">
            <span className="hidden items-center gap-2 text-sm sm:flex print:hidden">
              <Icon of={Lock} size={16} />
              {view.secure}
            </span>
            <LanguageSwitch form={form} />
          </span>
        </div>
      </header>
      <main
        className={`${COLUMN} flex-1 border-line bg-sheet pt-8 pb-10 sm:border-x sm:pt-12 print:border-0 print:py-0`}
      >
        {children}
      </main>
      <footer className="border-t border-line print:border-0">
        <div className={`${COLUMN} flex flex-wrap items-center gap-x-3 gap-y-2 py-6 text-base print:py-2`}>
          <strong>{view.foot.question}</strong>
          {view.foot.report && (
            <button
              type="submit"
              name="choice"
              value="refuse:not-me"
              form={form}
              className="min-h-11 rounded border-2 border-edge bg-sheet px-4 py-1 font-semibold hover:bg-tint print:hidden"
            >
              {view.foot.report}
            </button>
          )}
          <p>
            <Sentence>{view.foot.text}</Sentence>{" "}
            <a className="inline-block py-1 font-semibold underline-offset-4" href={telephone(view.foot.phone)}>
              <bdi>{view.foot.phone}</bdi>
            </a>
          </p>
        </div>
      </footer>
      {notice}
    </div>
  );
}

const telephone = (phone: string) => `tel:${phone.replace(/[^\d+]/g, "")}`;

/**
 * What Enter in a box presses is the first button of its form, wherever that stands. A disabled one presses nothing: nobody
 * agrees by Enter, and nobody changes the language by it.
 */
function EnterButton({ form, show }: { form: string; show: string | undefined }) {
  return show ? (
    <button type="submit" form={form} name="show" value={show} hidden />
  ) : (
    <button type="submit" form={form} disabled hidden />
  );
}
