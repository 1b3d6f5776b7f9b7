import { NOTICE_CHANNELS, NOTICE_TOPICS, type NoticePreferences } from "~/domain/notifications/notice-preferences";
import { asClientId } from "~/domain/shared/ids";

export interface AskedFor {
  readonly preferences: NoticePreferences;
  /** They want quiet hours that have no end. */
  readonly sameHours: boolean;
}

/**
 * What the form says. Only what stood on the page is decided about: an app that was not there stays as it was.
 *
 * @param before what held until now.
 * @param known apps that this customer has.
 */
export function readSettings(form: FormData, before: NoticePreferences, known: readonly string[]): AskedFor {
  const wanted = new Set(form.getAll("wanted"));
  const shown = new Set(form.getAll("app").filter((app) => typeof app === "string" && known.includes(app)));
  const reminded = new Set(form.getAll("remind"));
  const [from, until] = [hourIn(form.get("quiet-from")), hourIn(form.get("quiet-until"))];
  const wantsQuiet = form.get("quiet") === "on" && from !== undefined && until !== undefined;
  return {
    preferences: {
      off: NOTICE_TOPICS.flatMap((topic) =>
        NOTICE_CHANNELS.map((channel) => `${topic}:${channel}` as const).filter((each) => !wanted.has(each)),
      ),
      ...(wantsQuiet && { quiet: { from, until } }),
      mutedApps: [
        ...before.mutedApps.filter((app) => !shown.has(app)),
        ...[...shown].filter((app) => !reminded.has(app)).map((app) => asClientId(String(app))),
      ],
    },
    sameHours: wantsQuiet && from === until,
  };
}

function hourIn(value: FormDataEntryValue | null): number | undefined {
  return typeof value === "string" && /^(?:1?\d|2[0-3])$/.test(value) ? Number(value) : undefined;
}
