import { expect, test } from "vitest";
import { aConsentRequest, anAgain } from "~/domain/consent/builders";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { presentStop } from "../present-stop";
import { question } from "./present.harness";

const asked = (shows: string | undefined, over = {}) =>
  question({ request: aConsentRequest({ otherScreen: { shows }, ...over }) }).otherScreen;

test("P-24: the page repeats what the other screen must show, also where it asks for the same again", () => {
  for (const over of [{}, { mode: anAgain() }]) {
    expect(withoutIsolates(asked("K7-42", over)?.text ?? "")).toContain("It must show K7-42.");
  }
});

test("what the app writes there is plain text of a name's kind: nothing in it turns the sentence round", () => {
  expect(asked("K7\u202E-42")?.text).toContain("\u2068K7-42\u2069");
});

test.each([undefined, "", " \u200B"])("nothing is said where it shows %j", (shows) => {
  expect(asked(shows)).toBeUndefined();
});

test("nor of a request that came by a redirect", () => {
  expect(question({ request: aConsentRequest() }).otherScreen).toBeUndefined();
});

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };
const leaving = { is: "leaving", kind: "account-access", requester: "Skein", to: "https://as.example/" } as const;

test.each(LOCALES)("P-24, %s: who answered for another screen is taken nowhere, and told where to go on", (locale) => {
  const words = CATALOGUES[locale];
  const here = words.stop.leaving.title("\u2068Skein\u2069");
  const go = words.stop.goTo("\u2068Skein\u2069");
  for (const outcome of ["allowed", "refused", "timed-out"] as const) {
    const view = presentStop({ ...leaving, outcome, decoupled: true }, { bank: BANK }, words);
    expect(JSON.stringify(view)).not.toContain(here);
    expect(view.way).toMatchObject({ label: words.secondDevice.decoupled.finish, href: leaving.to });
    expect(view.answers.at(-1)?.answer).toContain(words.secondDevice.decoupled.carryOn("\u2068Skein\u2069"));
    const direct = presentStop({ ...leaving, outcome }, { bank: BANK }, words);
    expect([direct.title, direct.way]).toEqual([here, { by: "link", label: go, href: leaving.to }]);
  }
});

test("P-24: no button says that it leads to the app, and a request that cannot be asked is ended", () => {
  const words = CATALOGUES["en-GB"];
  const about = { kind: "account-access", requester: "Skein", decoupled: true } as const;
  const wayOf = (stop: Parameters<typeof presentStop>[0]) => presentStop(stop, { bank: BANK }, words).way;
  expect(wayOf({ ...about, is: "already-decided", outcome: "allowed", canGoOn: true })?.label).toBe("Finish here");
  expect(wayOf({ ...about, is: "no-account", offered: [] })?.label).toBe("End this request");
  expect(wayOf({ ...about, is: "unavailable", retry: "/again" })?.label).toBe("Try again");
});
