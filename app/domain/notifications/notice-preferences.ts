import { BANK_TIME_ZONE } from "../shared/bank-day";
import type { ClientId } from "../shared/ids";
import type { NoticeKind } from "./notice";

/**
 * What customers can choose about. Everything else tells them of new access or of its end by hand: they hear of it at
 * once and by every way, because whoever has taken over their pages would switch off first what gives them away (D-26).
 */
export const NOTICE_TOPICS = ["reminders", "endings", "requests"] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

export const NOTICE_CHANNELS = ["in-app", "e-mail"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** One thing that a customer does not want. */
export type Unwanted = `${NoticeTopic}:${NoticeChannel}`;

/** How one customer wants to hear of what happens. */
export interface NoticePreferences {
  readonly off: readonly Unwanted[];
  /** Hours of the bank's day, from 0 to 23; over midnight where it begins later than it ends. */
  readonly quiet?: QuietHours;
  /** Apps of whose ends they are not reminded. */
  readonly mutedApps: readonly ClientId[];
}

export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** Of whoever has chosen nothing: everything, at once. */
export const NO_PREFERENCES: NoticePreferences = { off: [], mutedApps: [] };

const TOPIC = {
  authorised: "security",
  declined: "security",
  renewed: "security",
  "account-stopped": "security",
  reconnected: "security",
  paused: "security",
  resumed: "security",
  stopped: "security",
  ended: "security",
  withdrawn: "endings",
  expired: "endings",
  "account-left": "endings",
  failed: "requests",
  "signature-asked": "requests",
  "not-signed": "requests",
  "ends-soon": "reminders",
  "app-held": "security",
  "app-back": "security",
} as const satisfies Record<NoticeKind, NoticeTopic | "security">;

/** By which ways a notice goes to one customer. */
export interface NoticeWays {
  readonly inApp: boolean;
  /** When, at the earliest; false for no mail. */
  readonly mail: Date | false;
}

/** @param at now, by the database's clock. */
export function noticeWays(what: NoticeKind, client: ClientId, wishes: NoticePreferences, at: Date): NoticeWays {
  const topic = TOPIC[what];
  if (topic === "security") return { inApp: true, mail: at };
  if (topic === "reminders" && wishes.mutedApps.includes(client)) return { inApp: false, mail: false };
  return {
    inApp: !wishes.off.includes(`${topic}:in-app`),
    mail: !wishes.off.includes(`${topic}:e-mail`) && afterQuiet(at, wishes.quiet),
  };
}

const HOUR_MS = 3_600_000;

/** Hour by hour and not by arithmetic: a night of the clock change has an hour more, or one less. */
function afterQuiet(at: Date, quiet: QuietHours | undefined): Date {
  if (!quiet) return at;
  let then = at;
  while (isQuiet(hourOf(then), quiet)) then = new Date(Math.floor(then.getTime() / HOUR_MS + 1) * HOUR_MS);
  return then;
}

const isQuiet = (hour: number, { from, until }: QuietHours): boolean =>
  from < until ? hour >= from && hour < until : from !== until && (hour >= from || hour < until);

const hours = new Intl.DateTimeFormat("en-GB", { hour: "numeric", hourCycle: "h23", timeZone: BANK_TIME_ZONE });

const hourOf = (instant: Date): number => Number(hours.format(instant));
