import { isolated } from "~/domain/shared/isolated-text";
import type { Words } from "~/i18n/words";
import type { FrameView } from "./consent-page-view";

/** The bank as its customers know it. */
export interface Bank {
  readonly name: string;
  /** As it is printed on a card: "0800 555 0199". */
  readonly phone: string;
}

/** A number that is to be dialled stays on one line. */
export const unbroken = (phone: string) => phone.replaceAll(" ", "\u00a0");

/** @param refuse the words on the button that says no, on pages that have one. */
export function presentFrame(bank: Bank, words: Words, refuse?: string): FrameView {
  const { secure, notExpected, refuseThenCall, call } = words.frame;
  const name = isolated(bank.name);
  return {
    bank: bank.name,
    secure,
    foot: {
      question: notExpected,
      text: refuse === undefined ? call(name) : refuseThenCall(refuse, name),
      phone: unbroken(bank.phone),
    },
  };
}
