import type { ReactNode } from "react";
import { BankMark } from "./bank-mark";
import type { FrameView } from "./frame-view";
import { Icon } from "./icon";
import { LanguageSwitch } from "./language-switch";
import { Sentence } from "./sentence";

interface PageFrameProps {
  readonly view: FrameView;
  /** The id of the form whose choices are not to be lost when the language is changed. */
  readonly form?: string;
  /** What Enter in a box of that form shows; nothing unless said. */
  readonly onEnter?: string | undefined;
  /** Seen there alone, at the end. */
  readonly onPaper?: string | undefined;
  /** What comes up at the lower edge of the window, wherever the page is scrolled to. */
  readonly notice?: ReactNode;
  /** For lists, in the place of one column to be read. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The bank's strip, one sheet, and the way out. No menu: nothing on it leads away from the question (U-01). */
export function PageFrame({ view, form, onEnter, onPaper, notice, wide, children }: PageFrameProps) {
  return (
    <div className={wide ? "letter wide" : "letter"}>
      {form && <EnterButton form={form} show={onEnter} />}
      <header>
        <div>
          <span className="bank">
            <BankMark />
            <bdi>{view.bank}</bdi>
          </span>
          <span>
            <span className="secure">
              <Icon of="lock" />
              {view.secure}
            </span>
            <LanguageSwitch form={form} />
          </span>
        </div>
      </header>
      <main>
        {children}
        {onPaper && (
          <p className="on-paper">
            <Sentence>{onPaper}</Sentence>
          </p>
        )}
      </main>
      {view.foot && <Foot view={view.foot} form={form} />}
      {notice}
    </div>
  );
}

function Foot({ view, form }: { view: NonNullable<FrameView["foot"]>; form: string | undefined }) {
  return (
    <footer>
      <div>
        <strong>{view.question}</strong>
        {view.report && (
          <button type="submit" name="choice" value="refuse:not-me" form={form}>
            {view.report}
          </button>
        )}
        <p>
          <span className={view.onPaper && "print:hidden"}>
            <Sentence>{view.text}</Sentence>
          </span>
          {view.onPaper && (
            <span className="hidden print:inline">
              <Sentence>{view.onPaper}</Sentence>
            </span>
          )}{" "}
          <a href={telephone(view.phone)}>
            <bdi>{view.phone}</bdi>
          </a>
        </p>
      </div>
    </footer>
  );
}

/** The address that a number is called by. */
export const telephone = (phone: string) => `tel:${phone.replace(/[^\d+]/g, "")}`;

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
