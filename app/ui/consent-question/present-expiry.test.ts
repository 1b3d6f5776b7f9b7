import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aConsentRequest, anAccountAccess } from "~/domain/consent/builders";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import { accessOf, question, stop } from "./present.harness";

/** The server's clock in the harness. */
const NOW = new Date("2026-03-14T10:00:00Z");
const asking = (over: Partial<AccountAccess>) => ({ request: aConsentRequest({ subject: anAccountAccess(over) }) });
const howLong = (expiresAt: Date) => accessOf(question(asking({ expiresAt }))).howLong;
const date = (text: string) => new Date(text);

describe("P-14, E-01: until when", () => {
  test.each([
    ["2027-03-14T00:00:00Z", "Until 14\u00a0March\u00a02027", "12 months"],
    ["2026-06-12T12:00:00Z", "Until 12\u00a0June\u00a02026", "About 3 months"],
    ["2026-04-01T12:00:00Z", "Until 1\u00a0April\u00a02026", "18 days"],
    ["2026-03-14T18:00:00Z", "Until 14\u00a0March\u00a02026 at\u00a018:00", ""],
  ])("%s is %s", (expiresAt, until, note) => {
    expect(howLong(date(expiresAt))).toMatchObject({ until });
    expect(howLong(date(expiresAt)).note.toLowerCase()).toBe(note.toLowerCase());
  });

  test("without an end it says so plainly, and promises none", () => {
    const { expiresAt: _, ...open } = anAccountAccess();
    const view = question({ request: aConsentRequest({ subject: open }) });
    expect(accessOf(view).howLong).toMatchObject({ until: "Until you stop it", note: "There is no end date." });
    expect(withoutIsolates(view.summary)).toMatch(/, until you stop it\.$/);
  });

  test("E-02: the day that is shown is the TPP's own, whichever it is", () => {
    const days = fc.date({ min: date("2026-03-17"), max: date("2120-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (expiresAt) => {
        const written = formatsFor("en-GB").date(expiresAt);
        const view = question(asking({ expiresAt }));
        expect(accessOf(view).howLong.until).toBe(`Until ${written}`);
        expect(view.summary).toContain(`until ${written}`);
      }),
    );
  });

  test("E-03: nobody promises to renew it", () => {
    expect(JSON.stringify(question(asking({})))).not.toMatch(/renew|90 days|extend/i);
  });
});

describe("P-14: dates that nobody can agree to stop the page, and are not mended", () => {
  test.each<[string, Partial<AccountAccess>]>([
    ["an end that has passed", { expiresAt: date("2026-03-14T09:59:59Z") }],
    ["an end at this very moment", { expiresAt: NOW }],
    ["an end in another age", { expiresAt: date("9999-12-31T23:59:59Z") }],
    ["an end that is no date", { expiresAt: date("never") }],
    ["a past that ends before it begins", { history: { from: date("2026-02-01"), to: date("2026-01-01") } }],
    ["a past that begins at no date", { history: { from: date("once") } }],
  ])("%s", (_, over) => {
    expect(stop(asking(over))).toMatchObject({ is: "not-understood", way: { by: "refusing" } });
  });

  test.each<[string, Partial<AccountAccess>]>([
    ["an end in a second", { expiresAt: date("2026-03-14T10:00:01Z") }],
    ["a past of one moment", { history: { from: date("2026-01-01"), to: date("2026-01-01") } }],
    ["a past that has not come yet", { history: { to: date("2030-01-01") } }],
  ])("%s is asked about", (_, over) => {
    expect(question(asking(over)).state).toBe("question");
  });
});

describe("P-14: of which days", () => {
  const historyOf = (history: AccountAccess["history"]) => {
    const permissions = new Set([
      "ReadAccountsBasic",
      "ReadTransactionsBasic",
      "ReadTransactionsDebits",
      "ReadStatementsBasic",
    ] as const);
    const { clusters } = accessOf(question(asking({ permissions, history })));
    return clusters.flatMap((cluster) => cluster.history ?? []);
  };

  test.each<[AccountAccess["history"], string]>([
    [{ from: date("2025-03-14"), to: date("2026-03-01") }, "From 14\u00a0March\u00a02025 to 1\u00a0March\u00a02026"],
    [{ from: date("2025-03-14") }, "Since 14\u00a0March\u00a02025"],
    [{ to: date("2026-03-01") }, "Everything we keep up to 1\u00a0March\u00a02026"],
  ])("transactions of %j, and of statements those that lie within", (history, days) => {
    expect(historyOf(history)).toEqual([days, `${days}. Only statements that lie wholly within those days.`]);
  });

  test("without a span it is everything", () => {
    expect(new Set(historyOf({}))).toEqual(new Set(["As far back as we keep them"]));
  });
});

describe("P-13: why", () => {
  const why = (purpose: string | undefined) => {
    const { purpose: _, ...requester } = aConsentRequest().requester;
    return accessOf(
      question({
        request: aConsentRequest({ requester: { ...requester, ...(purpose !== undefined && { purpose }) } }),
      }),
    ).why;
  };

  test("a purpose of ten thousand characters is shown in short, and can be read whole", () => {
    const purpose = `${"To show you where it goes. ".repeat(400)}And to sell it.`;
    const { text, whole } = why(purpose);
    expect(text.length).toBeLessThan(520);
    expect(text).toContain("…");
    expect(whole?.title).toBe("Read all of it");
    expect(withoutIsolates(whole?.text ?? "")).toBe(purpose);
  });

  test("one that fits is shown once", () => {
    expect(why("To show you where it goes.")).not.toHaveProperty("whole");
    expect(why(undefined)).not.toHaveProperty("caption");
  });
});
