import type { Notice, NoticeKind } from "~/domain/notifications/notice";
import { NO_PREFERENCES, type NoticePreferences } from "~/domain/notifications/notice-preferences";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { KeptNotice } from "~/ports/customer-notices";
import type { Exhibit } from "./exhibit";
import { HOSTILE, LONG } from "./gallery-cast.harness";
import { presentExport, presentNoticeSettings, presentNotices } from "./present-notices";

const kept = (nth: number, what: NoticeKind, over: Partial<Notice> = {}): KeptNotice => ({
  id: `0190c2c0-0000-7000-8000-0000000000${10 + nth}`,
  notice: {
    what,
    kind: "account-access",
    app: "Budget Beacon",
    by: "customer",
    at: `2026-03-${20 - nth}T10:00:00Z`,
    ...over,
  },
  read: nth > 1,
  ...(nth !== 3 && { consent: asConsentId("aac-1") }),
});

const notices = (name: string, all: readonly KeptNotice[], size = 20, isLater = false): Exhibit => ({
  name,
  screen: ({ words, bank }) => ({
    page: "notices",
    view: presentNotices({ notices: all, size, unread: all.filter(({ read }) => !read).length, isLater }, bank, words),
  }),
});

const settings = (name: string, over: Partial<Parameters<typeof presentNoticeSettings>[0]> = {}): Exhibit => ({
  name,
  keepsTicks: true,
  screen: ({ words, bank }) => ({
    page: "notice-settings",
    view: presentNoticeSettings({ preferences: NO_PREFERENCES, apps: [], ...over }, bank, words),
  }),
});

const CHOSEN: NoticePreferences = {
  off: ["endings:e-mail", "requests:in-app"],
  quiet: { from: 21, until: 8 },
  mutedApps: [asClientId("tally")],
};
const APPS = [
  { clientId: asClientId("beacon"), name: "Budget Beacon" },
  { clientId: asClientId("tally"), name: "Tallybook" },
];
const SOON = { by: "system", endsAt: "2026-03-27T10:00:00Z" } as const;

const takeData: Exhibit = {
  name: "take-data",
  screen: ({ words, bank }) => ({ page: "take-data", view: presentExport(bank, words) }),
};

/** What customers are told, and how they choose to hear. */
export const NOTICES_EXHIBITS: readonly Exhibit[] = [
  notices("notices-none", []),
  notices("notices", [
    kept(0, "ends-soon", SOON),
    kept(1, "authorised", { answer: { accounts: 2, until: "2026-06-20T10:00:00Z" } }),
    kept(2, "withdrawn", { by: "tpp" }),
    kept(3, "signature-asked", { by: "system", kind: "domestic-payment" }),
    kept(4, "declined", { answer: { reportReference: "K7QM-3F0A" } }),
  ]),
  notices("notices-later", [kept(5, "stopped"), kept(6, "paused", { by: "staff" })], 1, true),
  notices("notices-held", [
    kept(0, "app-back", { by: "staff" }),
    kept(1, "app-held", { by: "staff", endsAt: "2026-03-27T10:00:00Z" }),
    kept(2, "app-held", { by: "staff", kind: "domestic-vrp", paymentsAlone: true }),
  ]),
  notices("notices-hostile", [
    kept(0, "ends-soon", { ...SOON, app: HOSTILE }),
    kept(1, "stopped", { app: LONG }),
    kept(2, "expired", { by: "system", app: "دفتر الحسابات" }),
  ]),
  settings("notice-settings"),
  settings("notice-settings-chosen", { preferences: CHOSEN, apps: APPS, saved: true }),
  settings("notice-settings-same-hours", { preferences: { ...CHOSEN, quiet: { from: 7, until: 7 } }, sameHours: true }),
  settings("notice-settings-hostile", {
    apps: [
      { clientId: asClientId("a"), name: HOSTILE },
      { clientId: asClientId("b"), name: LONG },
      { clientId: asClientId("c") },
    ],
  }),
  takeData,
];
