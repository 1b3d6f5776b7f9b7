import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createConsentDesk } from "#db/queries/consent-desk";
import { createCustomerVault } from "#db/queries/customer-vault";
import { createEvidence } from "#db/queries/shown-page";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import {
  A_SUBJECT_OF,
  aBankAccount,
  aConsentRequest,
  aDomesticPayment,
  anAccountAccess,
} from "~/domain/consent/builders";
import { type AllowProblem, refuse } from "~/domain/consent/decision";
import { PROFILES } from "~/domain/consent/draft";
import { offerAccounts } from "~/domain/consent/offered-account";
import type { Risk } from "~/domain/consent/risk";
import { CONSENT_KINDS } from "~/domain/consent-kinds/index";
import { type MadeOf, payloadText, type ShownPage, shownText } from "~/domain/evidence/shown-page";
import { CLUSTERS } from "~/domain/permissions/clusters";
import { asAccountId, asClientId, asConsentId } from "~/domain/shared/ids";
import type { Resemblance } from "~/domain/tpp/resemblance";
import { CATALOGUES, LOCALES, type Locale } from "~/i18n/catalogues";
import { wordsIn } from "~/i18n/locale-lookup";
import { aVisit } from "~/ports/consent-desk.builders";
import { choosableOn } from "~/ui/consent-question/accounts-shown";
import { presentConsent } from "~/ui/consent-question/present";
import { keepShown } from "~/use-cases/keep-shown";

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
const named = (locale: Locale) => ({ locale, catalogueVersion: CATALOGUES[locale].version });

let server: TestDatabase;
let database: OpenDatabase;
beforeAll(async () => {
  server = await createTestDatabase();
  await migrate(server.url);
  database = openDatabase(server.url);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

function world() {
  const seal = { seal: async (text: string) => text, open: async (text: string) => text };
  const vault = createCustomerVault(database.db, seal);
  const desk = createConsentDesk(database.db, { tenant: "test", seal, vault });
  return { desk, evidence: createEvidence(database.db, vault), keep: keepShown({ desk }) };
}

/** Shows a page, answers it, and reads back what the decision rests on. */
async function decidedOn(
  made: MadeOf,
  locale: Locale = "en-GB",
): Promise<{ seen: string; kept: ShownPage | undefined }> {
  const { desk, evidence, keep } = world();
  const visit = aVisit();
  await desk.openVisit(visit);
  const said = presentConsent(made, CATALOGUES[locale]);
  const choosable = choosableOn(said);
  const page = { ...named(locale), payloadHash: digest(payloadText(made.request)), made, said, choosable };
  const seen = await keep(visit, page);
  const decision = await desk.intend(visit, refuse("customer-declined"), seen);
  return { seen, kept: await evidence.ofDecision(decision.id) };
}

/** The page made anew from what was kept, in the language that was kept with it: nothing else is asked. */
function shownAgain({ shown: { made }, payloadHash, locale }: ShownPage): string {
  const words = wordsIn(locale);
  const said = presentConsent(made, words);
  return digest(shownText({ locale: words.locale, catalogueVersion: words.version, payloadHash, said }));
}

const name = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
const subject = fc.oneof(
  fc
    .record({ expiresAt: fc.date({ min: new Date("2026-04-01"), max: new Date("2030-01-01"), noInvalidDate: true }) })
    .map((over) => anAccountAccess(over)),
  fc.constantFrom(...CONSENT_KINDS).map((kind) => A_SUBJECT_OF[kind]()),
  fc.record({ minor: fc.bigInt({ min: 1n, max: 10n ** 20n }), payee: name }).map(({ minor, payee }) =>
    aDomesticPayment({
      amount: { minor, currency: "GBP" },
      payee: { name: payee, scheme: "sort-code-account-number", identification: "20405012345678" },
    }),
  ),
);

/** The moment before the question, the question in which capacity, and what comes after either. */
const circumstances = fc.record(
  {
    risk: fc.constantFrom<Risk>("normal", "high", "unknown"),
    resembles: fc.constantFrom<Resemblance>(
      { to: "bank" },
      { to: "app", name: "Budget Beacon", clientId: asClientId("tpp-1") },
      { to: "letters-of-two-alphabets" },
    ),
    problem: fc.constantFrom<AllowProblem>("choose-an-account", "account-not-offered", "request-closed"),
    draft: fc.record(
      {
        chosen: fc.constant(["acc-1"]),
        find: name,
        parts: fc.nat({ max: 3 }),
        profile: fc.constantFrom(...PROFILES),
        example: fc.constantFrom(...CLUSTERS),
        tookMoment: fc.constant(true as const),
      },
      { requiredKeys: ["chosen"] },
    ),
  },
  { requiredKeys: [] },
);

test("B-01: every page, made again from what was kept, has the hash that it had", async () => {
  await fc.assert(
    fc.asyncProperty(
      subject,
      name,
      name,
      fc.constantFrom(...LOCALES),
      circumstances,
      async (asked, app, nickname, locale, more) => {
        const request = aConsentRequest({ subject: asked });
        const made: MadeOf = {
          request: { ...request, requester: { ...request.requester, name: app } },
          offered: offerAccounts(
            [
              aBankAccount({ nickname }),
              aBankAccount({ id: asAccountId("b"), open: false }),
              aBankAccount({ id: asAccountId("c"), profile: "business" }),
            ],
            asked,
          ),
          bank: { name: "Northlight Bank", phone: "0800 555 0199" },
          now: new Date("2026-03-14T23:59:59.999Z"),
          ...more,
          ...("payee" in asked && { payeeCheck: { result: "close-match", name: app } }),
          connection: {
            lastAgreedAt: new Date("2026-01-01T00:00:00Z"),
            sharing: [
              {
                id: asConsentId("aac-0"),
                since: new Date("2026-01-01"),
                permissions: ["ReadBalances"],
                accountIds: [asAccountId("b")],
              },
            ],
          },
        };
        const { seen, kept } = await decidedOn(made, locale);
        if (!kept) throw new Error("kept");
        expect(kept).toMatchObject({
          ...named(locale),
          shownHash: seen,
          payloadHash: digest(payloadText(kept.shown.made.request)),
        });
        expect(digest(shownText({ ...kept, said: kept.shown.said }))).toBe(seen);
        expect(shownAgain(kept)).toBe(seen);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test("a page that was made of something else has another hash", async () => {
  const made = { request: aConsentRequest(), offered: [], bank: { name: "B", phone: "0" }, now: new Date(0) };
  const { seen, kept } = await decidedOn(made);
  if (!kept) throw new Error("kept");
  const { shown } = kept;
  const other = { ...kept, shown: { ...shown, made: { ...shown.made, bank: { name: "C", phone: "0" } } } };
  expect(shownAgain(other)).not.toBe(seen);
});

test("P-17: what was found of the payee's name is on record, in words and as it came", async () => {
  const made: MadeOf = {
    request: aConsentRequest({ subject: aDomesticPayment() }),
    offered: offerAccounts([aBankAccount()], aDomesticPayment()),
    bank: { name: "B", phone: "0" },
    now: new Date(0),
    payeeCheck: { result: "close-match", name: "Harbour Books & Prints" },
  };
  const { kept } = await decidedOn(made);
  expect(kept?.shown.made.payeeCheck).toEqual(made.payeeCheck);
  expect(JSON.stringify(kept?.shown.said)).toContain("Harbour Books & Prints");
});

test("P-05: that an example was open is on record", async () => {
  const access = anAccountAccess({ permissions: new Set(["ReadAccountsBasic"]) });
  const made: MadeOf = {
    request: aConsentRequest({ subject: access }),
    offered: offerAccounts([aBankAccount()], access),
    bank: { name: "B", phone: "0" },
    now: new Date(0),
    draft: { chosen: [], example: "account-details" },
  };
  const { kept } = await decidedOn(made);
  expect(kept?.shown.made.draft).toEqual(made.draft);
  expect(kept?.shown.said).toMatchObject({ subject: { clusters: [{ example: { isOpen: true } }] } });
});

test("C-24, N-10: which accounts could be chosen is on record: those that a search left on the page, and the ticked", async () => {
  const accounts = Array.from({ length: 12 }, (_, at) =>
    aBankAccount({ id: asAccountId(`acc-${at}`), nickname: at < 2 ? "Holiday" : "Other" }),
  );
  const made: MadeOf = {
    request: aConsentRequest(),
    offered: offerAccounts(accounts, anAccountAccess()),
    bank: { name: "B", phone: "0" },
    now: new Date(0),
    draft: { chosen: ["acc-7", "acc-of-nobody"], find: "holiday" },
  };
  const { kept } = await decidedOn(made);
  expect(kept?.shown.choosable).toEqual(["acc-0", "acc-1", "acc-7"]);
});

test("X-13: the same question in another language is another page, and says which", async () => {
  const made = { request: aConsentRequest(), offered: [], bank: { name: "B", phone: "0" }, now: new Date(0) };
  const pages = await Promise.all(LOCALES.map((locale) => decidedOn(made, locale)));
  expect(pages.map(({ kept }) => kept?.locale)).toEqual(LOCALES);
  expect(new Set(pages.map(({ seen }) => seen)).size).toBe(LOCALES.length);
});

test("a decision does not rest on a page that its visit was never shown", async () => {
  const { desk, evidence } = world();
  const visit = aVisit();
  await desk.openVisit(visit);
  const decision = await desk.intend(visit, refuse("customer-declined"), "made-up");
  expect(await evidence.ofDecision(decision.id)).toBeUndefined();
});
