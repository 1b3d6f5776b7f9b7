import { expect, test } from "vitest";
import { aStop } from "~/domain/notifications/builders";
import { noticeOf } from "~/domain/notifications/notice";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { noticeText } from "~/i18n/notice-text";
import { mailHtml } from "./mail-html";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };

/** Element names, and names of their attributes. */
const namesIn = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));

function mailOf(clientName: string, locale: string) {
  const notice = noticeOf(aStop({ clientName }));
  if (!notice) throw new Error("customers are told of a stop");
  const text = noticeText(notice, locale, BANK);
  return { text, html: mailHtml(text) };
}

test.each(["en-GB", "ar"])("S12: a mail in %s carries what a TPP wrote as one short line of text", (locale) => {
  const own = namesIn(mailOf("Budget Beacon", locale).html);
  for (const name of HOSTILE_CORPUS) {
    const { text, html } = mailOf(name, locale);
    expect(namesIn(html)).toEqual(own);
    expect(`${text.subject}${html}`).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2028\u2029]/u);
    expect(text.subject.length).toBeLessThan(400);
    // No program makes a link of it.
    expect(text.paragraphs.join(" ")).not.toMatch(/[a-z]:\/\/|\w\.invalid|\w@\w/i);
  }
});
