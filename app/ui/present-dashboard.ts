import type { Device } from "~/domain/customer-session/device";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { DashboardView, EntryView, MenuView, PlaceView, SessionsView } from "./dashboard-view";
import { type Bank, unbroken } from "./present-frame";

interface Place {
  readonly id: string;
  readonly device: Device;
  readonly beganAt: Date;
}

/** Every browser in which the customer is signed in, this one first. */
export function presentSessions(places: readonly Place[], here: string, bank: Bank, words: Words): SessionsView {
  const own = words.dashboard.where;
  const ordered = [...places.filter(({ id }) => id === here), ...places.filter(({ id }) => id !== here)];
  return {
    ...presentDashboard(words.dashboard.sessions, bank, words, paths.sessions),
    text: own.text(isolated(bank.name)),
    places: ordered.map((place) => presentPlace(place, here, words)),
    everywhere: { label: own.everywhere, hint: own.everywhereHint },
  };
}

function presentPlace({ id, device, beganAt }: Place, here: string, words: Words): PlaceView {
  const own = words.dashboard.where;
  const name = deviceName(device, words);
  return {
    id,
    device: name,
    since: own.since(formatsFor(words.locale).moment(beganAt)),
    end: own.end(name),
    ...(id === here && { here: own.here }),
  };
}

function deviceName({ browser, platform }: Device, words: Words): string {
  const own = words.dashboard.where;
  if (browser && platform) return own.device(isolated(browser), isolated(platform));
  const known = browser ?? platform;
  return known === undefined ? own.unknown : isolated(known);
}

/** Why nobody is signed in, or how to be no longer. */
export type Entry =
  | { readonly is: "signed-out" | "still-in" }
  /** @param to the way to sign in again. */
  | { readonly is: "cancelled" | "failed" | "unavailable"; readonly to: string };

export function presentEntry(entry: Entry, bank: Bank, words: Words): EntryView {
  const { signedOut: own, notSignedIn, signOut } = words.dashboard;
  switch (entry.is) {
    case "signed-out":
      return {
        ...presentDashboard(own.title, bank, words),
        is: entry.is,
        text: own.text,
        way: { by: "link", href: paths.dashboard, label: own.signIn },
      };
    case "still-in":
      return {
        ...presentDashboard(own.stillIn, bank, words),
        is: entry.is,
        text: own.stillInText,
        way: { by: "signing-out", label: signOut },
      };
    default: {
      const { title, text } = notSignedIn[entry.is];
      return {
        ...presentDashboard(title, bank, words),
        is: entry.is,
        text,
        way: { by: "link", href: entry.to, label: notSignedIn.again },
      };
    }
  }
}

/**
 * The frame of one of a customer's own pages.
 *
 * @param here the page's address, where somebody is signed in: the menu marks it.
 */
export function presentDashboard(title: string, bank: Bank, words: Words, here?: string): DashboardView {
  return {
    documentTitle: words.frame.titleOf(withoutIsolates(title), bank.name),
    frame: {
      bank: bank.name,
      secure: words.frame.secure,
      foot: {
        question: words.dashboard.help,
        text: words.frame.call(isolated(bank.name)),
        phone: unbroken(bank.phone),
      },
    },
    title,
    ...(here !== undefined && { menu: menuAt(here, words) }),
  };
}

function menuAt(here: string, { dashboard: own }: Words): MenuView {
  const items = [
    { label: own.overview, href: paths.dashboard },
    { label: own.notices, href: paths.notices },
    { label: own.sessions, href: paths.sessions },
  ];
  return {
    label: own.nav,
    items: items.map((item) => ({ ...item, isHere: item.href === here })),
    signOut: own.signOut,
  };
}
