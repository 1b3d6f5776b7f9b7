import type { Notice } from "~/domain/notifications/notice";
import { enGB } from "./en-GB/index";
import { formatsFor } from "./formats";

/** A notice in one language. */
export interface NoticeText {
  /** BCP 47. */
  readonly locale: string;
  /** One line. */
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** By language; the first is for everybody whose language we do not have. */
const LANGUAGES = { "en-GB": enGB.notices } as const;

/** @param locale what the customer chose, as far as it is known. */
export function noticeText(
  notice: Notice,
  locale: string | undefined,
  bank: { readonly name: string; readonly phone: string },
): NoticeText {
  const chosen =
    locale !== undefined && Object.hasOwn(LANGUAGES, locale) ? (locale as keyof typeof LANGUAGES) : "en-GB";
  const words = LANGUAGES[chosen];
  const app = notice.app === undefined ? words.anApp : unlinked(notice.app);
  const byCustomer = notice.by === "customer";
  const about = { app, bank: bank.name, byCustomer, payment: notice.kind === "domestic-payment" };
  const { subject, what } = words.kinds[notice.what];
  return {
    locale: chosen,
    subject: capital(subject(about)),
    paragraphs: [
      capital(what(about)),
      words.when(formatsFor(chosen).moment(new Date(notice.at))),
      words.whereToLook(bank.name),
      byCustomer ? words.notYou(bank.name, bank.phone) : words.questions(bank.name, bank.phone),
    ],
  };
}

const WORD_JOINER = "\u2060";

/**
 * A name that looks like an address would be made a link by the program that shows the mail, and a bank's mail must not
 * carry a link that a TPP wrote. What joins the parts is not seen, and no such program knows it.
 */
const unlinked = (name: string) => name.replace(/(?<=\S)[.:/@](?=\S)/g, (mark) => `${mark}${WORD_JOINER}`);

/** "An app ended its connection". */
const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
