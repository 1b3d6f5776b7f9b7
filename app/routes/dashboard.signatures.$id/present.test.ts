import { describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, aDomesticPayment, anAccountAccess } from "~/domain/consent/builders";
import { aDomesticVrp, aFundsConfirmation } from "~/domain/consent-kinds/builders";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { CATALOGUES } from "~/i18n/catalogues";
import type { Signing } from "~/ports/signing-desk";
import type { SigningView } from "~/use-cases/view-signing";
import { presentSigning, signingMade } from "./present";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };
const words = CATALOGUES["en-GB"];
const [ada, ben, cy] = ["Ada", "Ben", "Cy"].map((name) => ({ customer: asCustomerId(name), name, group: "A" }));
const signers = [ada, ben, cy].flatMap((each) => each ?? []);

interface Stage {
  readonly stoppedBy?: SigningView["stoppedBy"];
  readonly subject?: ConsentSubject;
  readonly can?: SigningView["shown"]["can"];
  readonly signed?: number;
  readonly over?: Partial<Signing>;
  readonly question?: undefined;
}

/** To Ben, of three who all have to sign. */
function page({ subject = aDomesticPayment(), can = "sign", signed = 1, over = {}, stoppedBy, ...rest }: Stage = {}) {
  const dueAt = new Date("2026-03-21T10:00:00Z");
  const account = aBankAccount({ mandate: { signers, pay: [{ anyOf: [{ A: 3 }] }], vulnerable: [] } });
  const request = aConsentRequest({ subject });
  const question = { request, offered: [{ account }], payloadHash: "p", payeeCheck: { result: "no-match" } } as const;
  const view: SigningView = {
    signing: {
      id: "s",
      consentId: asConsentId("c"),
      clientId: asClientId("t"),
      kind: subject.kind,
      accountIds: [asAccountId("acc-1")],
      decisionId: "d",
      correlationId: "i",
      state: "awaiting",
      required: 3,
      version: 1,
      changedAt: dueAt,
      dueAt,
      signers: [],
      ...over,
    },
    page: aShownPage({ request }),
    ...(!("question" in rest) && { question }),
    accounts: [account],
    lostMandate: false,
    ...(stoppedBy && { stoppedBy }),
    shown: {
      customer: asCustomerId("Ben"),
      can,
      signers: signers.map((each, at) => ({ ...each, hasSigned: at < signed })),
      required: 3,
      next: signers.slice(signed),
      dueAt,
    },
  };
  const made = signingMade(view, { bank: BANK, now: new Date("2026-03-14T10:00:00Z") });
  return presentSigning(view, made, BANK, words);
}
const factsOf = (of: ReturnType<typeof page>) => {
  const subject = of.request?.subject;
  const facts = subject && "facts" in subject ? subject.facts : [];
  return Object.fromEntries(facts.map(({ id, value }) => [id, withoutIsolates(value)]));
};

test("P-08: of data it offers no example, and says when sharing starts", () => {
  const of = page({ subject: anAccountAccess() });
  expect(of.request?.subject.kind).toBe("account-access");
  expect(JSON.stringify(of)).not.toContain("example:");
  expect(of.answer?.after).toContain("sharing starts");
  expect(of.request?.account.title).toBe("What you hold together");
});

test("P-08: of whether there is enough it says what is answered, and of nothing that is paid", () => {
  const of = page({ subject: aFundsConfirmation() });
  expect(of.answer?.after).toMatch(/we answer yes or no when we are asked.*nothing is answered/);
  expect(of.request?.account.title).toBe("What you hold together");
  const over = page({
    subject: aFundsConfirmation(),
    can: "nothing",
    over: { state: "rejected", because: "timed-out" },
  });
  expect(over.message?.text).toBe("Not enough of you signed in time. Nothing is shared.");
  expect(JSON.stringify([of, over])).not.toMatch(/[Nn]othing is paid/);
});

describe("P-28: the page of a signer says all that the first one's did", () => {
  test("the button says what is signed, and what goes at once goes when enough have signed", () => {
    const of = page();
    expect(of.answer?.sign).toBe("Sign: Pay £42.50");
    expect(factsOf(of)["when"]).toBe("Once, as soon as enough of you have signed");
    expect(JSON.stringify(of)).not.toContain("as soon as you agree");
  });

  test("whose request it is, who said yes, and what was found of the payee's name", () => {
    const of = page();
    expect(withoutIsolates(of.request?.intro ?? "")).toMatch(/^Ada said yes to this request from Budget Beacon\./);
    expect(factsOf(of)["name-check"]).toBe(words.domesticPayment.nameCheck.noMatch);
  });

  test("of payments within limits too", () => {
    expect(page({ subject: aDomesticVrp() }).answer?.sign).toMatch(/^Sign: /);
  });
});

describe("what became of it", () => {
  test("T6: who has signed is told who is waited for, and can take it back and nothing else", () => {
    const of = page({ can: "wait", signed: 2 });
    expect(withoutIsolates(of.message?.text ?? "")).toContain("Can sign next: Cy.");
    const { takeBack, takeBackAfter } = words.signers.page;
    expect(of.answer).toEqual({ refuse: takeBack, after: takeBackAfter });
    expect(of.request?.intro).toBeUndefined();
  });

  test("once all have signed it still says what was signed", () => {
    const of = page({ can: "nothing", signed: 3, over: { state: "complete" } });
    expect(of.title).toBe("Enough of you have signed");
    expect(factsOf(of)["amount"]).toBe("£42.50");
    expect(of.request?.who.people).toHaveLength(3);
    expect(of.answer).toBeUndefined();
  });

  test.each([
    ["signer-declined", "One of you said no"],
    ["timed-out", "Not enough of you signed in time"],
    ["ended", "It was taken back or ended"],
  ] as const)("%s: a message and nothing else", (because, text) => {
    const of = page({ can: "nothing", over: { state: "rejected", because } });
    expect(of.message?.text).toContain(text);
    expect(of.request).toBeUndefined();
  });

  test.each([
    ["register", "The official list of firms says that Budget Beacon may not offer this."],
    ["bank", "Northlight Bank isn’t letting requests from Budget Beacon through for now."],
  ] as const)("A-05, A-06: nothing is asked for an app that the %s stops, and why is said", (stoppedBy, text) => {
    const of = page({ can: "nothing", stoppedBy });
    expect(withoutIsolates(of.title)).toBe("Budget Beacon can’t ask for this now");
    expect(withoutIsolates(of.message?.text ?? "")).toContain(text);
    expect([of.request, of.answer]).toEqual([undefined, undefined]);
  });

  test("without the account there is nothing to show", () => {
    expect(page({ question: undefined }).request).toBeUndefined();
  });
});
