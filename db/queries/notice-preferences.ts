import type { NoticePreferences, Unwanted } from "~/domain/notifications/notice-preferences";
import { asClientId } from "~/domain/shared/ids";

/** A row of `notice_preference`, however it was read. */
export interface PreferencesRow {
  readonly off: readonly string[];
  readonly quiet_from: number | null;
  readonly quiet_until: number | null;
  readonly muted_apps: readonly string[];
}

/** How a customer wants to hear, as their row says it. */
export const preferencesFrom = ({ off, quiet_from, quiet_until, muted_apps }: PreferencesRow): NoticePreferences => ({
  off: off as readonly Unwanted[],
  ...(quiet_from !== null && quiet_until !== null && { quiet: { from: quiet_from, until: quiet_until } }),
  mutedApps: muted_apps.map(asClientId),
});
