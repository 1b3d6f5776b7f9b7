import { describe, expect, test } from "vitest";
import {
  aBankAccount,
  aConsentRequest,
  anAccountAccess,
  anAgain,
  anInsteadOf,
  anOffer,
} from "~/domain/consent/builders";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Mode } from "~/domain/consent/mode";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp, aFundsConfirmation } from "~/domain/consent-kinds/builders";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { asAccountId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import type { DomesticVrpView } from "../consent-kinds/domestic-vrp-view";
import type { FundsConfirmationView } from "../consent-kinds/funds-confirmation-view";
import type { ChangeTag } from "../facts-view";
import { choosableOn } from "./accounts-shown";
import { accessOf, question, rowsOf, stop } from "./present.harness";

const TWO = [anOffer({ id: asAccountId("acc-1") }), anOffer({ id: asAccountId("acc-2"), nickname: "Bills" })];
const both = [asAccountId("acc-1"), asAccountId("acc-2")];
const again = (over: Parameters<typeof anAgain>[0] = {}) =>
  aConsentRequest({ mode: anAgain({ accounts: both, ...over }) });
const plain = (text: string | undefined) => withoutIsolates(text ?? "");

describe("P-10: asked for the same again", () => {
  test("E-05: the page is short: its own question, that nothing changes, and what is asked folded away", () => {
    const view = question({ request: again(), offered: TWO });
    expect(plain(view.again?.question)).toBe("Keep sharing with Budget Beacon?");
    expect(plain(view.documentTitle)).toContain("Keep sharing with Budget Beacon?");
    expect(view.again?.note).toEqual({
      title: "Nothing changes",
      text: "You allowed this on 14\u00a0March\u00a02025. Nothing in it is different now.",
    });
    expect(plain(view.summary)).toBe(
      "If you allow this, Budget Beacon can see the same as before, until 14\u00a0March\u00a02027.",
    );
    expect(view.ifNot).toBe("If you don’t allow it, all stays as it is now.");
    expect(plain(view.again?.inShort.title)).toBe("What Budget Beacon will see");
    expect(view.again?.inShort.items).toEqual(accessOf(view).clusters.map(({ title }) => title));
    expect(view.again?.inShort.items).toEqual(["Account details"]);
  });

  test("S-03: every account of it is on the page, locked, and can be granted; nothing is to be chosen", () => {
    const view = question({ request: again(), offered: TWO });
    expect(view.accounts).toMatchObject({ choice: "locked", title: "The same accounts as before" });
    expect(choosableOn(view)).toEqual(["acc-1", "acc-2"]);
    expect(view.accounts).not.toHaveProperty("search");
    expect(view.accounts).not.toHaveProperty("profiles");
  });

  test("P-09: in two capacities too, of which none is asked", () => {
    const offered = [anOffer({ id: both[0] as never, profile: "business" }), anOffer({ id: both[1] as never })];
    expect(choosableOn(question({ request: again(), offered }))).toEqual(["acc-1", "acc-2"]);
  });

  test("one that is gone is named, and the others are to be chosen, none of them ticked", () => {
    const closed = {
      account: aBankAccount({ id: asAccountId("acc-2"), nickname: "Bills" }),
      unavailable: "closed",
    } as const;
    const request = again({ accounts: [...both, asAccountId("acc-9")] });
    const view = question({ request, offered: [TWO[0] as never, closed] });
    expect(view.again?.note.title).toBe("Not every account can be used now");
    expect(plain(view.again?.note.text)).toBe(
      "You allowed this on 14\u00a0March\u00a02025. You can no longer use Bills for this. 1 account from before is no longer yours.",
    );
    expect(view.accounts.choice).toBe("any");
    expect(rowsOf(view).map(({ id, chosen }) => [id, chosen])).toEqual([["acc-1", false]]);
  });

  test("T17: after it was stopped it is another question, and a no leaves it stopped", () => {
    const view = question({ request: again({ wasStopped: true }), offered: TWO });
    expect(plain(view.again?.question)).toBe("Share with Budget Beacon again?");
    expect(view.again?.note.text).toContain("it was stopped later");
    expect(view.ifNot).toBe("If you don’t allow it, it stays stopped.");
  });

  test.each([
    [
      aDomesticVrp(),
      [
        "No more than £100.00 each time",
        "No more than £300.00 each calendar month",
        "To \u2068Grace Okoye Savings\u2069",
      ],
    ],
    [aFundsConfirmation(), [expect.stringMatching(/^Only yes or no/)]],
  ] as const)("U-09: what it is stands in the open: %#", (subject, items) => {
    const mode = anAgain();
    const view = question({
      request: aConsentRequest({ subject, mode }),
      offered: offerAccounts([aBankAccount()], subject),
    });
    expect(view.again?.inShort.items).toEqual(items);
    expect(view.accounts.title).toBe("The same account as before");
  });

  test("a page that stops says that what was allowed before stays", () => {
    const answers = stop({ request: { ...again(), open: false }, offered: TWO }).answers.map(({ answer }) => answer);
    expect(answers.join(" ")).toContain("What you allowed before stays as it was.");
  });
});

describe("P-11: asked in place of another", () => {
  const instead = (subject: ConsentSubject, earlier: ConsentSubject) => {
    const mode: Mode = anInsteadOf({ subject: earlier });
    const accounts = [aBankAccount()];
    return question({ request: aConsentRequest({ subject, mode }), offered: offerAccounts(accounts, subject) });
  };
  const tagged = (parts: readonly { readonly text?: string; readonly value?: string; readonly tag?: ChangeTag }[]) =>
    parts.flatMap(({ text, value, tag }) => (tag ? [[tag.is, plain(text ?? value), plain(tag.before)]] : []));

  test("it is said first, with what becomes of the earlier one", () => {
    const view = instead(anAccountAccess(), anAccountAccess());
    expect(view.inItsPlace?.title).toBe("This takes the place of what you allowed before");
    expect(view.ifNot).toBe("If you don’t allow it, all stays as it is now.");
    expect(view.again).toBeUndefined();
  });

  test("each line is new, changed with what it was, or removed; the end has both dates", () => {
    const earlier = anAccountAccess({
      permissions: new Set(["ReadAccountsBasic", "ReadOffers"]),
      expiresAt: new Date("2026-09-14T00:00:00Z"),
    });
    const { clusters, noLonger, howLong } = accessOf(instead(anAccountAccess(), earlier));
    expect(tagged(clusters.flatMap(({ lines }) => lines)).map(([is]) => is)).toEqual(["changed", "new"]);
    expect(clusters.map(({ id, tag, open }) => [id, tag?.is, open])).toEqual([["account-details", "changed", true]]);
    expect(tagged(noLonger?.lines ?? []).map(([is]) => is)).toEqual(["removed"]);
    expect([plain(howLong.until), plain(howLong.tag?.before)]).toEqual([
      "Until 14\u00a0March\u00a02027",
      "Before: Until 14\u00a0September\u00a02026",
    ]);
  });

  test("other days are a change though the line is the same", () => {
    const permissions = new Set(["ReadTransactionsDetail", "ReadTransactionsCredits"] as const);
    const from = (day: string) => anAccountAccess({ permissions, history: { from: new Date(day) } });
    const { clusters } = accessOf(instead(from("2025-01-01T00:00:00Z"), from("2026-01-01T00:00:00Z")));
    expect(clusters.map(({ tag }) => [tag?.is, plain(tag?.before)])).toEqual([
      ["changed", "Before: Since 1\u00a0January\u00a02026"],
    ]);
  });

  test("nothing has a tag where nothing differs", () => {
    const { clusters, noLonger, howLong } = accessOf(instead(anAccountAccess(), anAccountAccess()));
    expect([...clusters, ...clusters.flatMap(({ lines }) => lines), howLong].some((part) => "tag" in part)).toBe(false);
    expect(noLonger).toBeUndefined();
  });

  test("P-20: every limit that is new, changed or gone, and every fact", () => {
    const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
    const { reference: _, ...unnamed } = aDomesticVrp({
      mostEachTime: gbp(5_000n),
      limits: [{ period: "week", alignment: "consent", amount: gbp(10_000n) }],
    });
    const view = instead(aDomesticVrp(), unnamed);
    expect(view.inItsPlace?.text).toMatch(/under the limits from before does not count towards these\.$/);
    const { limits, facts } = view.subject as DomesticVrpView;
    expect(tagged(limits.items)).toEqual([
      ["changed", "No more than £100.00 each time", "Before: No more than £50.00 each time"],
      ["new", "No more than £300.00 each calendar month", ""],
      ["removed", expect.stringContaining("£100.00 each week"), ""],
    ]);
    expect(tagged(facts).map(([is, value]) => [is, value])).toEqual([["changed", "Sweep"]]);
  });

  test("P-20: how much was taken under the earlier limits, since the beginning of the longest time, and not after one factor", () => {
    const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
    const use = (period: "week" | "year", day: string, minor: bigint) =>
      ({
        period,
        alignment: "calendar",
        from: new Date(day),
        to: new Date("2027-01-01T00:00:00Z"),
        used: gbp(minor),
      }) as const;
    const usedBefore = [use("week", "2026-03-09T00:00:00Z", 1_500n), use("year", "2026-01-01T00:00:00Z", 24_000n)];
    const textOf = (over: Partial<ConsentRequest> = {}) => {
      const request = aConsentRequest({
        subject: aDomesticVrp(),
        mode: anInsteadOf({ subject: aDomesticVrp() }),
        ...over,
      });
      const view = question({ request, offered: offerAccounts([aBankAccount()], aDomesticVrp()), usedBefore });
      return plain(view.inItsPlace?.text);
    };
    expect(textOf()).toContain(
      "Since 1\u00a0January\u00a02026, Budget Beacon has taken £240.00 under the limits from before.",
    );
    expect(textOf({ authentication: { acr: "urn:openbanking:psd2:ca", amr: ["pwd"] } })).not.toContain("£240.00");
  });

  test("U-07: what was chosen before is said to be, in the number that there is of it", () => {
    const hint = (subject: ConsentSubject) => {
      const mode = anInsteadOf({ subject, accounts: [asAccountId("acc-1")] });
      const offered = offerAccounts([aBankAccount()], subject);
      return question({ request: aConsentRequest({ subject, mode }), offered }).accounts.hint;
    };
    expect(hint(aDomesticVrp())).toContain("The account from before is chosen. You can change that.");
    expect(hint(anAccountAccess())).toContain("The accounts from before are ticked. You can change that.");
  });

  test("funds: until when", () => {
    const asked = aFundsConfirmation();
    const { expiresAt: _, ...openEnded } = asked;
    const { facts } = instead(asked, openEnded).subject as FundsConfirmationView;
    expect(tagged(facts).map(([is]) => is)).toEqual(["changed"]);
  });
});
