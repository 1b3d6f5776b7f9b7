import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eraseCustomer } from "#db/erase-customer";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { createRetention } from "#db/queries/retention";
import { type ShownPage, shownText } from "~/domain/evidence/shown-page";
import type { CustomerId, VisitId } from "~/domain/shared/ids";
import { CATALOGUES, LOCALES, type Locale } from "~/i18n/catalogues";
import { wordsIn } from "~/i18n/locale-lookup";
import { sweeps } from "~/jobs/sweep";
import { signerVisitId } from "~/use-cases/agree-to-sign";
import { createSigningWorld } from "~/use-cases/signing-world.harness";
import { presentRequest, presentSigning, saidOn, signingMade } from "./present";

/** B-01, B-02, P-33: what whoever signs after the first was shown is evidence, as what the first was shown is. */

let world: ProjectionWorld;
let several: ReturnType<typeof createSigningWorld>;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  several = createSigningWorld(world.db, world.vault);
});

const BANK = { name: "Northlight Bank", phone: "0800 555 0199", signatureDays: 5 };

/** The page as the route shows it, and the name under which it is kept. */
async function shownTo(customer: CustomerId, id: string, locale: Locale = "en-GB", problem?: "request-changed") {
  const words = CATALOGUES[locale];
  const view = await several.view(id, customer);
  const made = view && signingMade(view, { bank: BANK, now: new Date(), ...(problem && { problem }) });
  if (!view || !made) throw new Error("there is nothing to sign");
  const said = saidOn(presentSigning(view, made, BANK, words));
  const named = { locale, catalogueVersion: words.version, payloadHash: view.page.payloadHash };
  const signer = several.here(id, customer);
  const seen = await several.keep(view, signer, { ...named, made, said, choosable: view.signing.accountIds });
  return { signer, seen, visit: signerVisitId(signer) };
}

/** The page made anew from what was kept, in the language that was kept with it: nothing else is asked. */
function shownAgain({ shown: { made }, payloadHash, locale }: ShownPage): string {
  const words = wordsIn(locale);
  const page = made.signing && presentRequest({ ...made, signing: made.signing }, words);
  const said = page && saidOn(page);
  const text = shownText({ locale: words.locale, catalogueVersion: words.version, payloadHash, said });
  return createHash("sha256").update(text).digest("base64url");
}

describe("the page that was answered, made again from what was kept, has the hash that it had", () => {
  test.each(LOCALES)("in %s: who signed on it, and who refused on one that said it had changed", async (locale) => {
    several.bank.payeeCheck = { result: "close-match", name: "Harbour Books Limited" };
    const { id } = await several.opened(2);
    const { signer, seen } = await shownTo(several.ben, id, locale);
    expect(await several.signSeen(signer, seen)).toBe("signed");
    const page = await several.signing.pageAnswered(id, several.ben);
    expect(page?.shownHash).toBe(seen);
    expect(page && shownAgain(page)).toBe(seen);

    const other = await several.opened(2);
    const changed = await shownTo(several.cy, other.id, locale, "request-changed");
    expect(changed.seen).not.toBe(seen);
    await several.declineSeen(changed.signer, changed.seen);
    const refused = await several.signing.pageAnswered(other.id, several.cy);
    expect(refused && shownAgain(refused)).toBe(changed.seen);
  });

  test("what it says is what the hash names: another name, another hash", async () => {
    const { id } = await several.opened(2);
    const { signer, seen } = await shownTo(several.ben, id);
    await several.signSeen(signer, seen);
    const page = await several.signing.pageAnswered(id, several.ben);
    if (!page?.shown.made.signing) throw new Error("no page was kept");
    const { signing } = page.shown.made;
    const signers = signing.signers.map((each) => ({ ...each, name: "Somebody else" }));
    const made = { ...page.shown.made, signing: { ...signing, signers } };
    expect(shownAgain({ ...page, shown: { ...page.shown, made } })).not.toBe(seen);
  });
});

describe("visits of signers, which no decision comes of", () => {
  const KEPT = {
    pages: "P30D",
    visits: "P30D",
    records: "P6Y",
    notices: "P1Y",
    deliveries: "P90D",
    findings: "P1Y",
    reads: "P25M",
  };
  const sweep = async () => {
    for (const job of sweeps({ retention: createRetention(world.db, KEPT) })) {
      while ((await job.round(new AbortController().signal)).more);
    }
  };
  const age = async (visits: readonly VisitId[], by: string) => {
    const these = sql`any(${sql.param([...visits])}::text[])`;
    await world.owner.execute(
      sql`update assent.consent_visit set opened_at = opened_at - ${by}::interval where id = ${these}`,
    );
    await world.owner.execute(sql`update assent.shown_page set at = at - ${by}::interval where visit_id = ${these}`);
    await world.owner.execute(
      sql`update assent.consent_decision set ended_at = ended_at - ${by}::interval where visit_id = ${these}`,
    );
  };
  const pagesOf = async (visit: VisitId) =>
    (
      await world.db.execute<{ seen: string }>(
        sql`select shown_hash as seen from assent.shown_page where visit_id = ${visit}`,
      )
    ).map(({ seen }) => seen);
  const isThere = async (visit: VisitId) =>
    (await world.db.execute(sql`select from assent.consent_visit where id = ${visit}`)).length === 1;

  test("one that was answered stays with the page that was, and goes when its signing goes", async () => {
    const { id, visit } = await several.opened(2);
    const beside = await shownTo(several.ben, id, "fr");
    const { signer, seen, visit: own } = await shownTo(several.ben, id);
    await several.signSeen(signer, seen);
    expect((await pagesOf(own)).sort()).toEqual([beside.seen, seen].sort());
    await age([visit.id, own], "5 years");
    await sweep();
    expect(await pagesOf(own)).toEqual([seen]);

    await age([visit.id, own], "2 years");
    await world.owner.execute(sql`delete from assent.consent_projection where consent_id = ${visit.consentId}`);
    await world.owner.execute(sql`
      insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids,
        created_at, changed_at)
      select ${visit.consentId}, 'tpp-beacon', 'domestic-payment', 'consumed', 'as-found', max(version) + 1, '{}', now(),
        now() - interval '7 years' from assent.outbox_event where consent_id = ${visit.consentId}`);
    await sweep();
    await sweep();
    expect([await isThere(visit.id), await isThere(own)]).toEqual([false, false]);
  });

  test("one that was only read goes as every visit does that nobody answered", async () => {
    const { id, visit } = await several.opened(2);
    const read = await shownTo(several.cy, id);
    await age([read.visit], "31 days");
    await sweep();
    expect([await isThere(visit.id), await isThere(read.visit)]).toEqual([true, false]);
  });

  test("of a signer who is forgotten the page stays, and nobody can read it", async () => {
    const { id } = await several.opened(2);
    const { signer, seen, visit } = await shownTo(several.ben, id);
    await several.signSeen(signer, seen);
    expect(await eraseCustomer({ databaseUrl: world.url, customer: several.ben, tenant: "test" })).toBe(true);
    expect(await pagesOf(visit)).toEqual([seen]);
    expect(await several.signing.pageAnswered(id, several.ben)).toBeUndefined();
    const [row] = await world.db.execute<{ customer: string }>(
      sql`select customer_id as customer from assent.consent_visit where id = ${visit}`,
    );
    expect(row?.customer).not.toBe(several.ben);
  });
});
