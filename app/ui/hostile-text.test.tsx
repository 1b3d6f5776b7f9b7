import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { aBankAccount, aConsentRequest, aDomesticPayment, anAccountAccess, anOffer } from "~/domain/consent/builders";
import { canBePaid } from "~/domain/consent-kinds/domestic-payment";
import type { AccountReference } from "~/domain/consent-kinds/payment-terms";
import { aShownPage } from "~/domain/receipts/builders";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { asAccountId, asClientId, asCustomerId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import { CATALOGUES } from "~/i18n/catalogues";
import { type Exhibit, renderScreen } from "./exhibit";
import { consent, stopped } from "./exhibits.harness";
import { receipt } from "./receipt-exhibits.harness";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };

const toNumber = (identification: string, scheme: AccountReference["scheme"] = "other") =>
  aDomesticPayment({ payee: { name: "Harbour Books Ltd", scheme, identification } });

/** Some numbers are read digit by digit, which is not how the others stand on the page. */
const isPaidAsWritten = (text: string) => canBePaid(toNumber(text)) && !/^[\w\s-]+$/.test(text);

/** Every page that shows what somebody else wrote, with the same text in each field that they can fill. */
function pagesWith(text: string): readonly Exhibit[] {
  const requester = {
    clientId: asClientId("c"),
    name: text,
    agent: text,
    legalName: `${text} Ltd`,
    organisationId: text,
    website: text,
    purpose: text,
  };
  const holders = [
    { customer: asCustomerId("cus-1"), name: "Grace Okoye" },
    { customer: asCustomerId("cus-2"), name: text },
  ];
  const offered = [
    anOffer({ nickname: text, holders }),
    {
      account: aBankAccount({ id: asAccountId("acc-2"), nickname: text, open: false }),
      unavailable: "closed" as const,
    },
  ];
  const access = aConsentRequest({ subject: anAccountAccess(), requester, otherScreen: { shows: text } });
  const payment = aConsentRequest({
    subject: aDomesticPayment({
      payee: { name: text, scheme: "other", identification: isPaidAsWritten(text) ? text : "(1)" },
      reference: text,
    }),
    requester,
  });
  const payeeCheck = { result: "close-match", name: text } as const;
  const about = { kind: "account-access", requester: text } as const;
  return [
    consent("access", { request: access, offered }),
    consent("payment", { request: payment, offered, payeeCheck }),
    consent("no-account", { request: access, offered: offered.slice(1) }),
    stopped("leaving", { ...about, is: "leaving", outcome: "allowed", to: "https://as.example/" }),
    stopped("not-understood", { ...about, is: "not-understood", refusable: true }),
    stopped("withdrawn", { ...about, is: "withdrawn" }),
    receipt("receipt", { page: aShownPage({ request: access, offered }) }),
    receipt("receipt-payment", { kind: "domestic-payment", page: aShownPage({ request: payment, offered }) }),
  ];
}

const drawn = (text: string, locale: "en-GB" | "ar") =>
  pagesWith(text).map(({ name, screen }) => ({
    name,
    html: renderToStaticMarkup(renderScreen(screen({ words: CATALOGUES[locale], bank: BANK }))),
  }));

/** Names of elements, and names of their attributes, that our own pages have. */
const namesIn = (html: string) =>
  [...html.matchAll(/<([^\s<>]*)((?:\s+[^\s"=<>]+(?:="[^"]*")?)*)\s*\/?>/g)].flatMap(
    ([, element = "", attributes = ""]) => [
      element,
      ...[...attributes.matchAll(/([^\s"=]+)(?:="[^"]*")?/g)].map(([, name]) => `${element} ${name}`),
    ],
  );

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#x27": "'" };
const unescaped = (html: string) => html.replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole);

const BDI = /<bdi[^>]*>[^<]*<\/bdi>/g;

/** Everything that stands outside of an isolate. */
const around = (html: string) => html.replace(BDI, "<bdi>");

const isolates = (html: string) =>
  [...html.matchAll(/<bdi[^>]*>([^<]*)<\/bdi>/g)].map(([, text = ""]) => unescaped(text));

const ours = new Set(
  (["en-GB", "ar"] as const).flatMap((locale) =>
    [...drawn("Budget Beacon & Co.", locale), ...drawn("word ".repeat(2000), locale)].flatMap(({ html }) =>
      namesIn(html),
    ),
  ),
);

/** From here on it may be shown shortened. */
const LONG = 60;

/** Controls but the line break of a textarea, halves of characters, and marks that change an order; isolates are ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
const UNSEEN = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2028\u2029]|\p{Cs}/u;

test("S12: the corpus has three hundred strings and more", () => {
  expect(HOSTILE_CORPUS.length).toBeGreaterThanOrEqual(300);
});

/** What is wrong with the pages that show this text. */
function findingsOf(text: string, locale: "en-GB" | "ar", benign: ReadonlyMap<string, string>): readonly string[] {
  const shown = plainText(text);
  const isLong = shown !== undefined && [...shown].length > LONG;
  return drawn(text, locale).flatMap(({ name, html }) => {
    const found = [
      ...namesIn(html).filter((each) => !ours.has(each)),
      ...(UNSEEN.exec(html)
        ?.slice(0, 1)
        .map((unseen) => `shows ${JSON.stringify(unseen)}`) ?? []),
    ];
    if (shown === undefined) return found;
    const outside = around(html);
    if (isLong && outside.includes([...shown].slice(0, LONG).join(""))) found.push("shows it outside of an isolate");
    if (!isLong && outside !== benign.get(name))
      found.push(`reads differently ${differenceOf(benign.get(name) ?? "", outside)}`);
    if (!isolates(html).includes(shown)) found.push("does not show it");
    return found.map((what) => `${name} with ${JSON.stringify(text).slice(0, 60)} ${what}`);
  });
}

function differenceOf(one: string, other: string): string {
  const at = [...one].findIndex((_, index) => one[index] !== other[index]);
  return `at ${other.slice(at - 60, at + 90)}`;
}

test.each([
  ["en-GB", HOSTILE_CORPUS],
  ["ar", HOSTILE_CORPUS.filter((_, index) => index % 4 === 0)],
] as const)(
  "S12: text from outside stays text, inside its isolates, on every page in %s",
  (locale, corpus) => {
    const benign = new Map(drawn("Budget Beacon & Co.", locale).map(({ name, html }) => [name, around(html)]));
    expect(corpus.flatMap((text) => findingsOf(text, locale, benign))).toEqual([]);
  },
  60_000,
);

test("C-05: money goes to no account whose number reads like another", () => {
  const schemes = ["sort-code-account-number", "iban", "card", "other"] as const;
  const paid = HOSTILE_CORPUS.flatMap((text) =>
    schemes.filter((scheme) => canBePaid(toNumber(text, scheme))).map((scheme) => [scheme, text] as const),
  );
  // Digits of other scripts are letters that look like digits to a bank's systems.
  expect(paid.filter(([scheme]) => scheme !== "other")).toEqual([
    ["sort-code-account-number", "20-40-50 12345678"],
    ["card", "20-40-50 12345678"],
    ["sort-code-account-number", "20405012345678"],
    ["card", "20405012345678"],
    ["iban", "GB94NLGT20405022334404"],
    ["card", "4929 4200 0000 1234"],
  ]);
  expect(paid.filter(([, text]) => plainText(text) !== text)).toEqual([]);
});

test("C-05: nothing is paid where there is nothing to pay, or more fees than anybody reads", () => {
  expect(canBePaid(aDomesticPayment())).toBe(true);
  expect(canBePaid(aDomesticPayment({ amount: { minor: 0n, currency: "GBP" } }))).toBe(false);
  const charge = { bearer: "you", amount: { minor: 1n, currency: "GBP" } } as const;
  expect(canBePaid(aDomesticPayment({ charges: Array.from({ length: 21 }, () => charge) }))).toBe(false);
});
