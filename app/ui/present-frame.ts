import { isolated } from "~/domain/shared/isolated-text";
import { SIGNATURE_DAYS } from "~/domain/signers/signature-days";
import type { Words } from "~/i18n/words";
import type { FrameView } from "./frame-view";

/** The bank as its customers know it. */
export interface Bank {
  readonly name: string;
  /** As it is printed on a card: "0800 555 0199". */
  readonly phone: string;
  /** What it calls a customer's own pages, by language, where it has a name of its own for them (D-02). */
  readonly dashboardName?: Readonly<Record<string, string>>;
  /** How long it waits for those who sign after the first; {@link SIGNATURE_DAYS} unless it says so. */
  readonly signatureDays?: number;
}

/** A number that is to be dialled stays on one line. */
export const unbroken = (phone: string) => phone.replaceAll(" ", "\u00a0");

/** How long those have who sign after the first, in words. */
export const signatureTime = ({ signatureDays = SIGNATURE_DAYS }: Bank, words: Words): string =>
  words.span.days(signatureDays);

interface FrameOptions {
  /** The page has a form by which the request can be refused and reported. */
  readonly reportable?: boolean;
  /** That was done: nobody is asked again. */
  readonly reported?: boolean;
}

/** The bank's strip and the way out, around whatever the page says. */
export function presentFrame(bank: Bank, words: Words, { reportable, reported }: FrameOptions = {}): FrameView {
  const { secure, notExpected, call } = words.frame;
  const name = isolated(bank.name);
  return {
    bank: bank.name,
    secure,
    ...(!reported && {
      foot: {
        question: notExpected,
        ...(reportable
          ? { report: words.report.button, text: words.report.orCall(name), onPaper: call(name) }
          : { text: call(name) }),
        phone: unbroken(bank.phone),
      },
    }),
  };
}
