import { describe, expect, test } from "vitest";
import { aConsentRequest, aDomesticPayment, anOffer } from "~/domain/consent/builders";
import { TOLD_REASONS } from "~/domain/consent/decision";
import { asClientId } from "~/domain/shared/ids";
import { CATALOGUES } from "~/i18n/catalogues";
import { enGB } from "~/i18n/en-GB/index";
import type { MomentView } from "../consent-page-view";
import { presentConsent } from "./present";
import type { ConsentPageInput } from "./present-context";
import { secondsLeft } from "./present-time";

const now = new Date("2026-03-14T10:00:00Z");
const shown = (over: Partial<ConsentPageInput> = {}, words: Parameters<typeof presentConsent>[1] = enGB) =>
  presentConsent(
    { request: aConsentRequest(), offered: [anOffer()], bank: { name: "Test Bank", phone: "0800 1" }, now, ...over },
    words,
  );
const until = (answerBy: Date, extensible = false) => shown({ request: aConsentRequest({ answerBy, extensible }) });

describe("P-25: every language offers every reason, each once", () => {
  test.each(Object.values(CATALOGUES).map((words) => [words.locale, words] as const))("%s", (_, words) => {
    const view = shown({}, words);
    if (view.state !== "question") throw new Error(view.state);
    const reasons = view.reasons.reasons;
    expect(reasons.map(({ id }) => id)).toEqual(TOLD_REASONS);
    expect(new Set(reasons.map(({ label }) => label)).size).toBe(TOLD_REASONS.length);
  });
});

describe("P-26: until when", () => {
  test("by the bank's clock: the hour, and the day too where it is not today", () => {
    expect(until(new Date("2026-03-14T10:09:00Z"))).toMatchObject({
      time: { until: "You can answer until 10:09.", nearlyOver: "Your time to answer ends at 10:09." },
    });
    expect(until(new Date("2026-03-16T10:09:00Z"))).toMatchObject({
      time: { until: "You can answer until 16\u00a0March\u00a02026 at\u00a010:09." },
    });
  });

  test("more is offered only where there is more", () => {
    expect(until(new Date("2026-03-14T10:09:00Z"), true)).toMatchObject({ time: { more: "I need more time" } });
    expect(until(new Date("2026-03-14T10:09:00Z"))).not.toHaveProperty("time.more");
  });

  test("nothing is said where the authorization server does not say", () => {
    expect(shown({ request: aConsentRequest() })).not.toHaveProperty("time");
  });

  test("what is left is no part of what the page says: a reload shows the same page", () => {
    const request = aConsentRequest({ answerBy: new Date("2026-03-14T10:09:00Z") });
    const later = new Date(now.getTime() + 30_000);
    expect(shown({ request, now: later })).toEqual(shown({ request }));
    expect(secondsLeft({ request, now: later })).toBe(510);
  });
});

describe("P-16: a moment before the question", () => {
  const someoneElse = aConsentRequest({
    requester: { clientId: asClientId("x"), name: "Another App", purpose: "Why" },
  });

  test("comes when the bank's checks ask for it, and once", () => {
    expect(shown({ risk: "high" }).state).toBe("moment");
    expect(shown({ risk: "high", draft: { chosen: [], tookMoment: true } }).state).toBe("question");
    expect(shown({ risk: "normal" }).state).toBe("question");
    expect(shown({ risk: "unknown" }).state).toBe("question");
  });

  test("says what it is about: what is asked, and who asks", () => {
    expect(shown({ risk: "high", request: someoneElse })).toMatchObject({
      about: [
        { title: "What you are asked", text: "Share your account information with \u2068Another App\u2069?" },
        { title: "Who asks", text: "\u2068Another App\u2069" },
      ],
    });
    expect(shown({ risk: "high", request: aConsentRequest({ subject: aDomesticPayment() }) })).toMatchObject({
      about: [{ text: expect.stringMatching(/^Pay £42\.50 to \u2068.+\u2069\?$/) }, {}],
    });
  });

  test("N-07: beside that it says the same of every app", () => {
    const { about, ...rest } = shown({ risk: "high" }) as MomentView;
    expect(about).toHaveLength(2);
    expect(shown({ risk: "high", request: someoneElse })).toMatchObject(rest);
    expect(JSON.stringify(rest)).not.toContain(aConsentRequest().requester.name);
  });

  test("whoever is not the one who logged in finds the way to another log-in", () => {
    const loginRepeatable = aConsentRequest({ loginRepeatable: true });
    expect(shown({ risk: "high", request: loginRepeatable })).toHaveProperty("signedIn.other");
    const nothing = [{ ...anOffer(), unavailable: "closed" as const }];
    expect(shown({ request: loginRepeatable, offered: nothing })).toHaveProperty("stop.signedIn.other");
    const over = aConsentRequest({ loginRepeatable: true, open: false });
    expect(shown({ request: over })).not.toHaveProperty("stop.signedIn");
  });

  test("stands before nothing that cannot be answered anyway", () => {
    expect(shown({ risk: "high", request: aConsentRequest({ open: false }) }).state).toBe("stopped");
  });
});
