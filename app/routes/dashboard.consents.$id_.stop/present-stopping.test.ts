import { describe, expect, test } from "vitest";
import type { ChangeMove } from "~/domain/consent/change";
import { CONSENT_KINDS } from "~/domain/consent-kinds/index";
import { asAccountId, asBatchId, asCaseId, asConsentId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import { MANY } from "~/ui/gallery-cast.harness";
import { aChange, aRegistered, aStopping } from "~/ui/stopping/stopping-exhibits.harness";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import { presentBatch, presentMany } from "./present-many";
import { presentPause } from "./present-pause";
import { presentReport } from "./present-report";
import { presentResume } from "./present-resume";
import { presentStopAccount } from "./present-stop-account";
import { presentStopQuestion } from "./present-stop-question";

const scene = {
  bank: { name: "Northlight Bank", phone: "0800 555 0199" },
  words: enGB,
  key: "a-key",
  now: new Date("2026-05-03T09:02:00Z"),
};
/** Everything that the page says, without what only keeps directions of reading apart. */
const textOf = (view: StoppingPageView | undefined) => withoutIsolates(JSON.stringify(view));
const PAUSED = { status: "suspended", reason: "customer-pause", suspendedBy: "customer" } as const;

describe("to stop one consent (D-07)", () => {
  test("says which accounts, that services may stop, what happens to what was seen, and how to start again", () => {
    const view = presentStopQuestion(aStopping(), scene);
    const text = textOf(view);
    expect(withoutIsolates(view.title)).toBe("Stop sharing with Budget Beacon?");
    for (const said of [
      "From now Budget Beacon gets nothing new from:",
      "Main account",
      "Household",
      "Check with Budget Beacon first.",
      "Ask Budget Beacon to delete it.",
      "To start again later, begin in Budget Beacon.",
      "call Northlight Bank on 0800",
    ]) {
      expect(text).toContain(said);
    }
  });

  test("says who else holds an account, where somebody does", () => {
    expect(textOf(presentStopQuestion(aStopping(), scene))).toContain("You hold an account here with Tomasz Silva.");
    const own = aStopping({ consent: aRegistered({ accountIds: ["acc-1"] }) });
    expect(textOf(presentStopQuestion(own, scene))).not.toContain("Tomasz");
  });

  test.each(CONSENT_KINDS)("%s: of money it says what goes on, of data what stays", (kind) => {
    const text = textOf(presentStopQuestion(aStopping({ consent: aRegistered({ kind }) }), scene));
    const isData = kind === "account-access" || kind === "funds-confirmation";
    expect(text.includes("One that has started goes on.")).toBe(!isData);
    expect(text.includes("stays under its own rules")).toBe(isData);
  });

  test("asks for no reason that has to be given, and chooses none", () => {
    const { form } = presentStopQuestion(aStopping(), scene);
    expect(form?.choice?.title).toBe("Why? You need not say.");
    expect(JSON.stringify(form)).not.toContain("checked");
  });

  test("stands while the bank is away, and says how many accounts", () => {
    const { accounts: _, ...away } = aStopping();
    expect(presentStopQuestion(away, scene).accounts).toBe("2 accounts");
  });

  test("is under way until it is settled, and never called stopped before", () => {
    const underWay = { move: "stop", by: "customer", since: scene.now } as const;
    const view = presentStopQuestion(aStopping({ underWay }), scene);
    expect(view).toMatchObject({ is: "under-way", title: "We are stopping it" });
    expect(view.form).toBeUndefined();
  });

  test.each([
    [{ version: 3, is: "told", at: new Date("2026-05-03T09:02:00Z") } as const, "Yes, at 10:02"],
    [{ version: 3, is: "waiting" } as const, "Not yet."],
    [{ version: 3, is: "not-told" } as const, "No. We could not reach it."],
  ])("D-23: says whether the app heard: %o", (told, said) => {
    const consent = aRegistered({ status: "revoked", reason: "customer-stopped", version: 3 });
    const newest = aChange({ endedAt: new Date("2026-05-03T09:02:00Z") });
    const view = presentStopQuestion(aStopping({ consent, newest, told }), scene);
    expect(view.title.replaceAll("\u00a0", " ")).toBe("Stopped at 10:02 on 3 May 2026");
    expect(textOf(view)).toContain(said);
  });

  test("an end that was not the customer's is not said to be theirs (D-03)", () => {
    const consent = aRegistered({ status: "revoked", reason: "tpp-deleted" });
    const text = textOf(presentStopQuestion(aStopping({ consent }), scene));
    expect(text).toContain("The app ended it");
    expect(text).not.toContain("Stopped by");
  });

  test("nor is an end that was another's by the time theirs arrived (D-03)", () => {
    const consent = aRegistered({ status: "revoked", reason: "tpp-deleted" });
    const text = textOf(presentStopQuestion(aStopping({ consent, newest: aChange() }), scene));
    expect(text).toContain("The app ended it");
    expect(text).not.toContain("Stopped by");
    const found = aRegistered({ status: "revoked", reason: "as-found" });
    expect(textOf(presentStopQuestion(aStopping({ consent: found, newest: aChange() }), scene))).toContain(
      "Stopped by",
    );
  });

  test("what the authorization server had as ended already is being stopped until it says by whom", () => {
    const changedAt = new Date("2026-01-14T10:00:00Z");
    const stopping = aStopping({ consent: aRegistered({ changedAt }), newest: aChange() });
    for (const view of [
      presentStopQuestion(stopping, scene),
      presentPause(stopping, scene),
      presentResume(stopping, { ...scene, isFresh: true }),
    ]) {
      expect(view).toMatchObject({ is: "under-way", title: "We are stopping it" });
    }
    // Allowed again since then (T17).
    const again = aStopping({
      consent: aRegistered({ changedAt: new Date("2027-01-14T10:00:00Z") }),
      newest: aChange(),
    });
    expect(presentStopQuestion(again, scene)).toMatchObject({ is: "question" });
  });

  test.each(["pending", "awaiting-upload", "partially-authorised"] as const)(
    "what is %s has nothing to stop, and is not said to have ended",
    (status) => {
      const stopping = aStopping({ consent: aRegistered({ status }) });
      for (const view of [
        presentStopQuestion(stopping, scene),
        presentPause(stopping, scene),
        presentResume(stopping, { ...scene, isFresh: true }),
        presentStopAccount(stopping, asAccountId("acc-1"), scene),
      ]) {
        expect(view).toMatchObject({ is: "message", title: "There is nothing to stop" });
        expect(textOf(view)).not.toContain("ended");
      }
      const report = textOf(presentReport(stopping, scene));
      expect(report).not.toContain("has ended");
      expect(report).not.toContain("We stop it at once");
    },
  );
});

describe("what the authorization server did not take, after its customer had left (X-09)", () => {
  const LATER = new Date("2027-01-01T00:00:00Z");
  const refused = { state: "closed", closedBecause: "not-allowed", endedAt: LATER } as const;
  const problemOf = (view: StoppingPageView | undefined) => view?.problem?.title;

  test("a stop, an account, a pause and its end: the page says that it did not work", () => {
    const once = (move: ChangeMove, over: object = {}) =>
      aStopping({
        newest: aChange({ ...refused, move, ...over }),
        ...(move === "resume" && { consent: aRegistered(PAUSED) }),
      });
    const [first = ""] = aRegistered().accountIds;
    for (const view of [
      presentStopQuestion(once("stop"), scene),
      presentStopAccount(once("remove-account", { accountId: first }), asAccountId(first), scene),
      presentPause(once("suspend"), scene),
      presentResume(once("resume"), { ...scene, isFresh: true }),
    ]) {
      expect(problemOf(view)).toBe("It did not work");
    }
  });

  test("nothing is said of another wish, of one that was overtaken, or once the consent has moved on", () => {
    for (const over of [
      {},
      { newest: aChange({ ...refused, move: "suspend" }) },
      { newest: aChange({ ...refused, closedBecause: "spent" }) },
      { newest: aChange(refused), consent: aRegistered({ changedAt: LATER }) },
    ] as const) {
      expect(problemOf(presentStopQuestion(aStopping(over), scene))).toBeUndefined();
    }
  });
});

describe("to stop one account (D-08)", () => {
  const of = (account: string, over = {}) => presentStopAccount(aStopping(over), asAccountId(account), scene);

  test("names it, and those that are left", () => {
    const view = of("acc-2");
    expect(withoutIsolates(view?.title ?? "")).toMatch(/^Stop sharing Household ••••\d{4} with Budget Beacon\?$/);
    expect(view?.accounts).toMatchObject({ rows: [{ id: "acc-1" }] });
  });

  test("the last one leads to the whole, and one that is not in it is not there", () => {
    const view = of("acc-1", { consent: aRegistered({ accountIds: ["acc-1"] }) });
    expect(view).toMatchObject({ is: "message", links: [{ href: "/dashboard/consents/aac-1/stop" }, {}] });
    expect(of(MANY[3]?.id ?? "")).toBeUndefined();
  });
});

describe("a pause (D-09)", () => {
  test("has three lengths, and says when each ends", () => {
    const options = presentPause(aStopping(), scene).form?.choice?.options ?? [];
    expect(options.map(({ label }) => label.replaceAll("\u00a0", " "))).toEqual([
      "1 day, until 4 May 2026 at 10:02",
      "7 days, until 10 May 2026 at 10:02",
      "Until I start it again",
    ]);
  });

  test("is not offered where the system cannot, which says so", () => {
    const view = presentPause(aStopping({ can: { pause: false, removeAccount: true } }), scene);
    expect(view).toMatchObject({ is: "message", lead: "Our system cannot pause this. You can stop it instead." });
  });

  test("of the bank's is nobody's to end but the bank's (T10)", () => {
    const consent = aRegistered({ ...PAUSED, suspendedBy: "staff" });
    const view = presentResume(aStopping({ consent }), { ...scene, isFresh: true });
    expect(withoutIsolates(view.title)).toBe("Northlight Bank has paused this");
    expect(view.form).toBeUndefined();
  });

  test("says when it ends by itself, whatever was asked for since; and that it does not, where nothing ends it", () => {
    const paused = { consent: aRegistered(PAUSED), newest: aChange({ move: "resume", state: "closed" }) };
    const until = { ...paused, pausedUntil: new Date("2026-05-04T09:02:00Z") };
    expect(textOf(presentPause(aStopping(until), scene)).replaceAll("\u00a0", " ")).toContain("on 4 May 2026 at 10:02");
    expect(textOf(presentPause(aStopping(paused), scene))).toContain("It stays paused until you start it again.");
    expect(presentPause(aStopping(paused), scene).facts).toMatchObject([{ label: "What" }]);
  });

  test("is being ended, or begun, wherever it is looked at from", () => {
    const change = { by: "customer", since: scene.now } as const;
    const ending = aStopping({ consent: aRegistered(PAUSED), underWay: { ...change, move: "resume" } });
    expect(presentPause(ending, scene)).toMatchObject({ is: "under-way", title: "We are starting it again" });
    const beginning = aStopping({ underWay: { ...change, move: "suspend" } });
    const view = presentResume(beginning, { ...scene, isFresh: true });
    expect(view).toMatchObject({ is: "under-way", title: "We are pausing it" });
  });

  test("D-28: says beforehand that to end it takes another sign-in", () => {
    const stopping = aStopping({ consent: aRegistered(PAUSED) });
    expect(textOf(presentResume(stopping, { ...scene, isFresh: false }))).toContain("sign in again first");
    expect(textOf(presentResume(stopping, { ...scene, isFresh: true }))).not.toContain("sign in again first");
  });
});

describe("many at once (D-10)", () => {
  test("says how many, and asks for a tick where there is more than one", () => {
    const both = [aRegistered(), aRegistered({ clientName: "Tallybook" })];
    expect(presentMany(both, { ...scene, ofApp: false })).toMatchObject({
      lead: "This stops 2 things that you agreed to:",
      form: { tick: "Yes, stop all 2" },
    });
    expect(presentMany(both.slice(0, 1), { ...scene, ofApp: false }).form).not.toHaveProperty("tick");
  });

  test("not everything is said to be stopped where something is not", () => {
    const gone = aRegistered({ id: asConsentId("aac-2"), status: "revoked", reason: "customer-stopped" });
    const stopped = { consent: gone, change: aChange() };
    const closed = { consent: aRegistered(), change: aChange({ state: "closed" }) };
    const batch = (of: readonly (typeof stopped)[]) => ({
      batch: { id: asBatchId("batch-1"), at: scene.now, changes: of.map(({ change }) => change) },
      stopped: of,
    });
    expect(presentBatch(batch([stopped, closed]), "/", scene).title).toBe("Not everything is stopped");
    const expired = { ...closed, consent: aRegistered({ status: "expired", reason: "end-date" }) };
    expect(presentBatch(batch([stopped, expired]), "/", scene).title).toBe("Everything is stopped");
  });

  test("what was stopped of one app is not said to be all", () => {
    const stopped = { consent: aRegistered({ status: "revoked", reason: "customer-stopped" }), change: aChange() };
    const batch = { id: asBatchId("batch-1"), at: scene.now, clientId: stopped.consent.clientId };
    const titleOf = (change: typeof stopped.change) =>
      withoutIsolates(
        presentBatch({ batch: { ...batch, changes: [change] }, stopped: [{ ...stopped, change }] }, "/", scene).title,
      );
    expect(titleOf(stopped.change)).toBe("Everything with Budget Beacon is stopped");
    expect(titleOf(aChange({ state: "intended" }))).toBe("We are stopping everything with Budget Beacon");
    expect(presentMany([aRegistered()], { ...scene, ofApp: true }).links).toContainEqual({
      label: "Stop everything with all apps",
      href: "/dashboard/stop-everything",
    });
  });
});

test("D-24: what was not recognised says that it stops, only where there is something to stop", () => {
  expect(textOf(presentReport(aStopping(), scene))).toContain("We stop it at once");
  const ended = aRegistered({ status: "expired", reason: "end-date" });
  expect(textOf(presentReport(aStopping({ consent: ended }), scene))).not.toContain("We stop it at once");
});

test("D-24: what was reported and goes on again can be reported again, and is not said to be being stopped", () => {
  const report = { id: asCaseId("case-1"), kind: "not-recognised", reference: "K7QM-3F0A" } as const;
  const again = presentReport(aStopping({ report }), scene);
  expect(again).toMatchObject({ is: "question" });
  expect(textOf(again)).not.toContain("We have your wish");
  const underWay = { move: "stop", by: "customer", since: scene.now } as const;
  expect(presentReport(aStopping({ report, underWay }), scene)).toMatchObject({ is: "under-way" });
});
