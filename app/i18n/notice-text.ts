import { FAMILY, traitsOf } from "~/domain/consent-kinds/index";
import type { Notice } from "~/domain/notifications/notice";
import { directionOf } from "~/domain/shared/direction";
import { isolated } from "~/domain/shared/isolated-text";
import { parseMoney } from "~/domain/shared/money";
import { calendarSpan, type Formats, formatsFor } from "./formats";
import { wordsIn } from "./locale-lookup";
import type { Words } from "./words";

/** A notice in one language. */
export interface NoticeText {
  /** BCP 47. */
  readonly locale: string;
  /** One line. */
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

type Bank = { readonly name: string; readonly phone: string };

/**
 * As a mail, which strangers may read and fraudsters imitate.
 *
 * @param locale what the customer chose, as far as it is known.
 */
export function noticeText(notice: Notice, locale: string | undefined, bank: Bank): NoticeText {
  const words = wordsIn(locale);
  const { locale: spoken, notices: own } = words;
  const inOrder = orderIn(spoken);
  const [name, phone] = [inOrder(bank.name), inOrder(bank.phone)];
  const app = notice.app === undefined ? own.anApp : inOrder(unlinked(notice.app));
  const { subject, what, more } = noticeSaid(notice, { app, bank: name }, words);
  return {
    locale: spoken,
    subject,
    paragraphs: [
      what,
      // What is still to come has not happened.
      ...(notice.what === "ends-soon" ? [] : [own.when(formatsFor(spoken).moment(new Date(notice.at)))]),
      ...more,
      own.noLinks,
      notice.by === "customer" ? own.notYou(name, phone) : own.questions(name, phone),
    ],
  };
}

interface NoticeSaid {
  /** One line. */
  readonly subject: string;
  readonly what: string;
  readonly more: readonly string[];
}

/** As one of the customer's own pages says it. */
export function noticeOnPage(notice: Notice, words: Words, bank: Pick<Bank, "name">): NoticeSaid {
  const app = notice.app === undefined ? words.notices.anApp : isolated(notice.app);
  return noticeSaid(notice, { app, bank: isolated(bank.name) }, words);
}

/** @param named ready to be shown. */
function noticeSaid(notice: Notice, named: { readonly app: string; readonly bank: string }, words: Words): NoticeSaid {
  const formats = formatsFor(words.locale);
  const { capitalised } = formats;
  const { app, bank } = named;
  if (notice.what === "ends-soon") return endSaid(notice, app, words);
  if (notice.what === "app-held" || notice.what === "app-back") return holdSaid(notice, named, words);
  const { moves, lasts } = traitsOf(notice.kind);
  // What holds until it is stopped is a connection, whatever it moves.
  const payment = moves === "money" && !(lasts && notice.what === "authorised");
  const about = { app, bank, byCustomer: notice.by === "customer", payment };
  const { subject, what } = words.notices.kinds[notice.what];
  return {
    // "An app ended its connection".
    subject: capitalised(subject(about)),
    what: capitalised(answerAs(notice, app, words) ?? what(about)),
    more: answerIn(notice, words.notices, formats),
  };
}

function endSaid({ at, endsAt = at }: Notice, app: string, words: Words): NoticeSaid {
  const { soon } = words.reminders;
  const { capitalised, date, moment } = formatsFor(words.locale);
  const end = new Date(endsAt);
  const isSoon = calendarSpan(new Date(at), end).days < SOON_DAYS;
  return {
    subject: capitalised(soon.subject(app, date(end))),
    what: capitalised(soon.what(app, isSoon ? moment(end) : date(end))),
    more: [capitalised(soon.renew(app))],
  };
}

/** An app that the bank holds back, and that it lets go again. */
function holdSaid(
  { what, endsAt, paymentsAlone }: Notice,
  { app, bank }: { app: string; bank: string },
  words: Words,
): NoticeSaid {
  const { held, back } = words.tppHold;
  const { capitalised, moment } = formatsFor(words.locale);
  if (what === "app-back") {
    return { subject: capitalised(back.subject(app)), what: capitalised(back.what(app, bank)), more: [] };
  }
  const lasts = endsAt === undefined ? held.open : held.until(moment(new Date(endsAt)));
  return {
    subject: capitalised(held.subject(app, bank)),
    what: capitalised(paymentsAlone ? held.payments(app, bank) : held.all(app, bank)),
    more: [held.stays, lasts],
  };
}

/** In the words of the page that was answered, where "a payment" or "your accounts" would be less, or more, than was asked. */
function answerAs({ what, kind }: Notice, app: string, { stop }: Words): string | undefined {
  const family = FAMILY[kind];
  if (family === "account-access" || family === "payment") return undefined;
  const { allowed, refused } = stop.decided.happened[family];
  return what === "authorised" ? allowed(app) : what === "declined" ? refused(app) : undefined;
}

/** Sharing that ends within two days ends at an hour, not on a day; as on the page that was answered. */
const SOON_DAYS = 2;

/** What was allowed, or reported, so that it can be told from what was not. */
function answerIn({ answer, what, kind, at }: Notice, words: Words["notices"], formats: Formats): readonly string[] {
  if (!answer) return [];
  const { accounts, until, amount, reportReference } = answer;
  if (what === "declined") return reportReference === undefined ? [] : [words.report(isolated(reportReference))];
  if (what !== "authorised") return [];
  const paid = amount && parseMoney(amount.decimal, amount.currency);
  if (paid) return [words.amount(formats.money(paid))];
  const isAccess = FAMILY[kind] === "account-access";
  if (!traitsOf(kind).lasts || (isAccess && accounts === undefined)) return [];
  const end = until === undefined ? undefined : new Date(until);
  const isSoon = end && calendarSpan(new Date(at), end).days < SOON_DAYS;
  const ending = end ? words.until(isSoon ? formats.moment(end) : formats.date(end)) : words.openEnded;
  return [isAccess && accounts !== undefined ? `${words.accounts(accounts)} ${ending}` : ending];
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Isolates only where the order of words is at stake: old mail programs draw the marks as boxes. */
const orderIn = (locale: string) => (text: string) =>
  directionOf(locale) === "rtl" || RIGHT_TO_LEFT.test(text) ? isolated(text) : text;

const WORD_JOINER = "\u2060";

/**
 * A name that looks like an address would be made a link by the program that shows the mail, and a bank's mail must not
 * carry a link that a TPP wrote. What joins the parts is not seen, and no such program knows it.
 */
const unlinked = (name: string) => name.replace(/(?<=\S)[.:/@](?=\S)/g, (mark) => `${mark}${WORD_JOINER}`);
