import type { Device } from "~/domain/customer-session/device";
import type { Exhibit, Scene, Screen } from "./exhibit";
import { type Entry, presentEntry, presentSessions } from "./present-dashboard";
import { SHELF_EXHIBITS } from "./shelf-exhibits.harness";

const place = (id: string, device: Device, at: number) => ({
  id,
  device,
  beganAt: new Date(Date.UTC(2026, 2, 14, 9, 58 - at)),
});

/** Looked at from the second place, so that it has to be put first; from the only one where there is no other. */
const sessions = (name: string, ...places: readonly Device[]): Exhibit => ({
  name,
  screen: ({ words, bank }) => ({
    page: "dashboard-sessions",
    view: presentSessions(
      places.map((device, index) => place(`s${index}`, device, index)),
      places.length > 1 ? "s1" : "s0",
      bank,
      words,
    ),
  }),
});

const entry = (said: Entry): Exhibit => ({
  name: `dashboard-${said.is}`,
  screen: ({ words, bank }: Scene): Screen => ({ page: "dashboard-entry", view: presentEntry(said, bank, words) }),
});

const LAPTOP = { browser: "Chrome", platform: "Windows" };
const PHONE = { browser: "Safari", platform: "iPhone" };

/** A customer's own pages. */
export const DASHBOARD_EXHIBITS: readonly Exhibit[] = [
  ...SHELF_EXHIBITS,
  sessions("dashboard-sessions-one", LAPTOP),
  sessions("dashboard-sessions", PHONE, LAPTOP, {}, { platform: "Android" }, { browser: "Firefox" }),
  sessions("dashboard-sessions-alike", LAPTOP, LAPTOP, LAPTOP),
  entry({ is: "signed-out" }),
  entry({ is: "still-in" }),
  ...(["cancelled", "failed", "unavailable"] as const).map((is) => entry({ is, to: "/dashboard/log-in" })),
];
