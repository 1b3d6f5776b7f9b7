import type { AccessSummary, ClusterUse, DayReads, ReadDay } from "~/domain/access/read-history";
import { READ_RESOURCES } from "~/domain/access/read-resource";
import type { BankAccount } from "~/domain/consent/offered-account";
import { CLUSTERS } from "~/domain/permissions/clusters";
import { dayOf, noonOf } from "~/domain/shared/bank-day";
import type { AccountId, ConsentId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { type Formats, formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import { nameInSentences } from "./consent-question/present-registration";
import { presentAccount } from "./present-account";
import { presentDashboard } from "./present-dashboard";
import type { Bank } from "./present-frame";
import type { FilterView, LinkView, ReadDayView, ReadRowView, ReadsView } from "./reads-view";

/** What there is to show of one consent's reads. */
export interface Reads {
  readonly consent: {
    readonly id: ConsentId;
    readonly clientName?: string;
    readonly accountIds: readonly string[];
    readonly isLive: boolean;
    /** Since when it could be used. */
    readonly changedAt: Date;
  };
  readonly days: readonly ReadDay[];
  readonly more: boolean;
  readonly accountIds: readonly AccountId[];
  readonly accounts: readonly BankAccount[];
  readonly used?: AccessSummary;
  readonly clusters: readonly ClusterUse[];
  readonly toldUntil?: Date;
}

export interface ReadsScene {
  readonly bank: Bank;
  readonly now: Date;
  /** The account that is looked at alone. */
  readonly account?: string;
  /** Where the page begins, if not with the newest day. */
  readonly before?: string;
}

/** The bank's gateways tell each second; after this long something is wrong on the way. */
const LATE_MS = 120_000;

const UNUSED_MS = 90 * 86_400_000;

/** What an app really read, day by day, and how sure it is that this is all (D-05, B-03). */
export function presentReads(reads: Reads, scene: ReadsScene, words: Words): ReadsView {
  const own = words.reads;
  const { consent, used, clusters, days } = reads;
  const name = plainText(consent.clientName);
  const app = name === undefined ? words.stop.theApp : isolated(nameInSentences(name));
  const { moment } = formatsFor(words.locale);
  return {
    ...presentDashboard(own.title(app), scene.bank, words, ""),
    back: { label: words.connectionDetail.backToDetails, href: paths.connection(consent.id) },
    intro: own.intro(app),
    ...presentTold(reads.toldUntil, scene.now, words),
    ...(used && {
      activity: { title: own.activity, weeks: used.weeks, label: weeksInWords(used.weeks, words) },
      last: {
        title: words.connectionDetail.use,
        items: clusters.map(({ cluster, lastAt }) => ({
          label: clusterName(cluster, words),
          value: moment(lastAt),
        })),
      },
    }),
    ...(liesUnused(reads, scene.now) && {
      unused: {
        text: words.connectionDetail.unused(app),
        stop: { label: words.connectionDetail.stop["account-access"], href: paths.stopConnection(consent.id) },
      },
    }),
    ...(reads.accountIds.length > 1 && { filter: presentFilter(reads, scene, words) }),
    daysTitle: own.days,
    days: days.map((day) => presentDay(day, reads.accounts, words)),
    ...(days.length === 0 && { nothing: presentNothing(reads, app, words) }),
    pages: presentPages(reads, scene, words),
    ...(used && { save: { label: own.save, href: paths.connectionReadsCsv(consent.id) } }),
  };
}

/** A group of data by the name that customers know it by. */
export function clusterName(cluster: ClusterUse["cluster"], { clusters, connectionDetail }: Words): string {
  if (cluster === "funds") return connectionDetail.funds;
  return cluster === "payments" ? connectionDetail.payments : clusters[cluster].title;
}

/** The drawing of the weeks in words. */
export function weeksInWords(weeks: readonly number[], words: Words): string {
  const count = weeks.filter((reads) => reads > 0).length;
  return count === 0 ? words.reads.noWeeks : words.reads.weeks(formatsFor(words.locale).count(count));
}

function presentTold(toldUntil: Date | undefined, now: Date, words: Words): Pick<ReadsView, "told" | "isLate"> {
  const own = words.reads;
  if (!toldUntil) return { told: own.silent, isLate: true };
  const isLate = now.getTime() - toldUntil.getTime() > LATE_MS;
  const when = formatsFor(words.locale).moment(toldUntil);
  return { told: isLate ? own.late(when) : own.upTo(when), isLate };
}

/** Nothing that nobody told us of is taken for nothing that was read. */
function liesUnused({ consent, used, toldUntil }: Reads, now: Date): boolean {
  if (!consent.isLive || !toldUntil || now.getTime() - toldUntil.getTime() > LATE_MS) return false;
  const since = Math.max(used?.lastAt.getTime() ?? 0, consent.changedAt.getTime());
  return now.getTime() - since > UNUSED_MS;
}

function presentFilter({ consent, accountIds, accounts }: Reads, { account }: ReadsScene, words: Words): FilterView {
  const own = words.reads;
  return {
    label: own.account,
    options: [
      { label: own.all, href: readsAt(consent.id, {}), isHere: account === undefined },
      ...accountIds.map((id) => ({
        label: accountName(id, accounts, words),
        href: readsAt(consent.id, { account: id }),
        isHere: id === account,
      })),
    ],
  };
}

function presentNothing({ accountIds }: Reads, app: string, words: Words): NonNullable<ReadsView["nothing"]> {
  const own = words.reads;
  return accountIds.length > 0 ? { text: own.noneHere } : { text: own.none, teach: own.teach(app) };
}

function presentPages({ consent, days, more }: Reads, { account, before }: ReadsScene, words: Words) {
  const here = account === undefined ? {} : { account };
  const last = days.at(-1)?.day;
  const pages: LinkView[] = [];
  if (before !== undefined) pages.push({ label: words.reads.newest, href: readsAt(consent.id, here) });
  if (more && last !== undefined) {
    pages.push({ label: words.reads.earlier, href: readsAt(consent.id, { ...here, before: last }) });
  }
  return pages;
}

function readsAt(consent: ConsentId, query: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams(query).toString();
  return paths.connectionReads(consent) + (asked === "" ? "" : `?${asked}`);
}

/** In the order in which the consent page has the groups of data; each with the customer before each without. */
function presentDay({ day, reads }: ReadDay, accounts: readonly BankAccount[], words: Words): ReadDayView {
  const formats = formatsFor(words.locale);
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const place = ({ resource }: DayReads) => CLUSTERS.findIndex((cluster) => cluster === READ_RESOURCES[resource]);
  return {
    day,
    title: formats.date(noonOf(dayOf(year, month, date))),
    reads: [...reads].sort((a, b) => place(a) - place(b)).map((read) => presentRow(read, accounts, formats, words)),
  };
}

function presentRow(read: DayReads, accounts: readonly BankAccount[], formats: Formats, words: Words): ReadRowView {
  const own = words.reads;
  const cluster = READ_RESOURCES[read.resource];
  const [from, to] = [formats.time(read.firstAt), formats.time(read.lastAt)];
  return {
    id: `${read.resource} ${read.account ?? ""} ${read.present}`,
    ...(cluster !== "funds" && cluster !== "payments" && { cluster }),
    what: own.resources[read.resource],
    ...(read.account !== undefined && { account: accountName(read.account, accounts, words) }),
    times: formats.enumeration([own.times(read.reads), from === to ? own.at(from) : own.between(from, to)]),
    ...(read.account !== undefined && {
      records: read.resource === "funds" ? own.yes(read.records) : own.records(read.records),
    }),
    how: read.present ? own.present : own.background,
  };
}

/** As the account is called everywhere, or that it cannot be named: its number here is nobody's business. */
export function accountName(id: AccountId, accounts: readonly BankAccount[], words: Words): string {
  const account = accounts.find((each) => each.id === id);
  if (!account) return words.reads.unnamed;
  const { nickname, number } = presentAccount(account, undefined, words, { withCurrency: false });
  return `${nickname} ${isolated(number)}`;
}
