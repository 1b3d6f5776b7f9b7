import type { Notice } from "~/domain/notifications/notice";
import {
  NOTICE_CHANNELS,
  NOTICE_TOPICS,
  type NoticePreferences,
  type QuietHours,
} from "~/domain/notifications/notice-preferences";
import type { ClientId, ConsentId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import { noticeOnPage } from "~/i18n/notice-text";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { DashboardView } from "./dashboard-view";
import type { ExportView, HourView, NoticeSettingsView, NoticesView, NoticeView } from "./notices-view";
import { presentDashboard } from "./present-dashboard";
import type { Bank } from "./present-frame";

interface NoticeTold {
  readonly id: string;
  readonly notice: Notice;
  readonly read: boolean;
  /** Where it is the customer's own. */
  readonly consent?: ConsentId;
  /** What they are asked to sign. */
  readonly signing?: string;
}

interface NoticesFound {
  /** One more than the page has room for, where there is more. */
  readonly notices: readonly NoticeTold[];
  readonly size: number;
  readonly unread: number;
  /** The page is not the first. */
  readonly isLater: boolean;
}

/** What a customer was told. */
export function presentNotices(
  { notices, size, unread, isLater }: NoticesFound,
  bank: Bank,
  words: Words,
): NoticesView {
  const own = words.reminders;
  const shown = notices.slice(0, size);
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    ...presentDashboard(words.dashboard.notices, bank, words, paths.notices),
    notices: shown.map((notice) => presentNotice(notice, bank, words)),
    ...(!first && { nothing: { text: own.list.none, teach: own.list.teach } }),
    ...(first &&
      unread > 0 &&
      !isLater && { unread: { count: own.list.unread(unread), upTo: first.id, markAll: own.list.markAll } }),
    ...(last && notices.length > size && { older: { href: paths.noticesAfter(last.id), label: own.list.older } }),
    ...(isLater && { newest: { href: paths.notices, label: own.list.newest } }),
    settings: { href: paths.noticeSettings, label: own.settings.title },
  };
}

function presentNotice({ id, notice, read, consent, signing }: NoticeTold, bank: Bank, words: Words): NoticeView {
  const { subject, what, more } = noticeOnPage(notice, words, bank);
  const href =
    notice.what === "signature-asked" && signing !== undefined
      ? paths.signature(signing)
      : consent === undefined
        ? undefined
        : paths.connection(consent);
  return {
    id,
    subject,
    ...(href !== undefined && { href }),
    text: [what, ...more],
    when: formatsFor(words.locale).moment(new Date(notice.at)),
    ...(!read && { isNew: words.reminders.list.isNew }),
  };
}

/** The page with what is new told in its menu. */
export function withUnread<View extends DashboardView>(view: View, unread: number, words: Words): View {
  if (!view.menu || unread === 0) return view;
  const news = words.reminders.list.news(unread);
  const items = view.menu.items.map((item) => (item.href === paths.notices ? { ...item, news } : item));
  return { ...view, menu: { ...view.menu, items } };
}

interface SettingsFound {
  readonly preferences: NoticePreferences;
  readonly apps: readonly { readonly clientId: ClientId; readonly name?: string }[];
  readonly saved?: boolean;
  /** The hours that were chosen are one and the same. */
  readonly sameHours?: boolean;
}

/** Where nothing was chosen yet: the night. */
const USUAL_QUIET: QuietHours = { from: 22, until: 7 };

/** How a customer wants to hear of what can be chosen, and what cannot. */
export function presentNoticeSettings(found: SettingsFound, bank: Bank, words: Words): NoticeSettingsView {
  const { settings: own, take } = words.reminders;
  const { preferences, apps, saved, sameHours } = found;
  const { off, mutedApps, quiet } = preferences;
  return {
    ...presentDashboard(own.title, bank, words, ""),
    ...(saved && { saved: own.saved }),
    ...(sameHours && {
      problem: { title: words.problems.title, message: own.quiet.same, href: "#quiet-from" },
    }),
    always: { title: own.always, text: own.alwaysText },
    topics: NOTICE_TOPICS.map((topic) => ({
      id: topic,
      title: own.topics[topic].title,
      hint: own.topics[topic].hint,
      boxes: NOTICE_CHANNELS.map((channel) => ({
        name: "wanted",
        value: `${topic}:${channel}`,
        label: own.ways[channel],
        ticked: !off.includes(`${topic}:${channel}`),
      })),
    })),
    quiet: {
      title: own.quiet.title,
      hint: own.quiet.hint,
      box: { name: "quiet", value: "on", label: own.quiet.use, ticked: quiet !== undefined },
      from: hourView("quiet-from", own.quiet.from, (quiet ?? USUAL_QUIET).from, words),
      until: hourView("quiet-until", own.quiet.until, (quiet ?? USUAL_QUIET).until, words),
    },
    ...(apps.length > 0 && {
      apps: {
        title: own.apps.title,
        hint: own.apps.hint,
        boxes: apps.map(({ clientId, name }) => ({
          name: "remind",
          value: clientId,
          label: own.apps.remind(nameOf(name, words)),
          ticked: !mutedApps.includes(clientId),
        })),
      },
    }),
    save: own.save,
    take: { href: paths.takeData, label: take.title },
  };
}

/** What a customer can take along (D-27). */
export function presentExport(bank: Bank, words: Words): ExportView {
  const { take } = words.reminders;
  return {
    ...presentDashboard(take.title, bank, words, ""),
    text: take.text,
    keepSafe: take.keepSafe,
    files: (["csv", "json"] as const).map((format) => ({ href: paths.takeDataAs(format), label: take[format] })),
  };
}

function nameOf(name: string | undefined, words: Words): string {
  const shown = plainText(name);
  return shown === undefined ? words.stop.theApp : isolated(shown);
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** 1 January 2024 was in winter: the bank's hours were those of UTC. */
const atHour = (hour: number) => new Date(Date.UTC(2024, 0, 1, hour));

const hourView = (name: string, label: string, chosen: number, { locale }: Words): HourView => ({
  name,
  label,
  chosen: String(chosen),
  hours: HOURS.map((hour) => ({ value: String(hour), label: formatsFor(locale).time(atHour(hour)) })),
});
