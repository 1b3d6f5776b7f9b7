import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId } from "~/domain/shared/ids";
import { DeskUnavailable } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createConsentDesk } from "./consent-desk";
import { createCustomerVault } from "./customer-vault";

const reversed = async (text: string) => [...text].reverse().join("");
const allow: Decision = { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: ["openid", "accounts"] };
const refuse: Decision = { outcome: "refused", reason: "customer-declined" };

describe("the consent desk", () => {
  let server: TestDatabase;
  let database: OpenDatabase;
  const seal = { seal: reversed, open: reversed };
  const desk = () =>
    createConsentDesk(database.db, { tenant: "test", seal, vault: createCustomerVault(database.db, seal) });
  const eventsOf = async (consentId: string) => {
    const rows = await database.db.execute<{ type: string }>(
      sql`select type from assent.audit_event where consent_id = ${consentId} order by id`,
    );
    return rows.map((row) => row.type);
  };

  beforeAll(async () => {
    server = await createTestDatabase();
    await Promise.all([migrate(server.url), migrate(server.url)]);
    database = openDatabase(server.url);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  test("what was done on a page is there again for its own request, until there is an answer (WCAG 3.3.7)", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    expect(await desk().standing(visit)).toEqual({});
    await desk().keepDraft(visit, { chosen: ["a"] }, "never-shown");
    expect(await desk().standing(visit)).toEqual({});

    await desk().keepShown(visit, { ...aShownPage(), shownHash: "page", payloadHash: "request" });
    await desk().keepDraft(visit, { chosen: ["a"], find: "r" }, "page");
    await desk().keepDraft(visit, { chosen: ["b"] }, "page");
    expect(await desk().standing(visit)).toEqual({ draft: { draft: { chosen: ["b"] }, payloadHash: "request" } });

    const recorded = await desk().intend(visit, refuse);
    expect(await desk().standing(visit)).toEqual({ recorded });
  });

  test("N-10: what an answer can rest on is what this visit was shown, and nothing of another", async () => {
    const [visit, other] = [aVisit(), aVisit()];
    await Promise.all([desk().openVisit(visit), desk().openVisit(other)]);
    const page = { ...aShownPage(), shownHash: "page", payloadHash: "request" };
    await desk().keepShown(visit, page);
    expect(await desk().pageShown(visit, "page")).toEqual({
      payloadHash: "request",
      choosable: page.shown.choosable,
    });
    expect(page.shown.choosable).not.toEqual([]);
    expect(await desk().pageShown(visit, "another")).toBeUndefined();
    expect(await desk().pageShown(other, "page")).toBeUndefined();
  });

  test("a hand-off belongs to the first who opens it, even when twenty try at once", async () => {
    const visit = aVisit();
    const opened = await Promise.all(Array.from({ length: 20 }, () => desk().openVisit(visit)));
    expect(opened.filter(Boolean)).toHaveLength(1);
    expect(await eventsOf(visit.consentId)).toEqual(["request-opened", "consent-moved"]);
  });

  test("visits of one consent that open at once all open, whoever tells of the consent meanwhile", async () => {
    for (let round = 0; round < 40; round++) {
      const { consentId } = aVisit();
      const visits = Array.from({ length: 8 }, () => desk().openVisit(aVisit({ consentId })));
      expect(await Promise.all(visits)).toEqual(Array(8).fill(true));
      expect((await eventsOf(consentId)).filter((type) => type === "consent-moved")).toHaveLength(1);
    }
  });

  test("allow against refuse: one decision stays and both are told which", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => desk().intend(visit, at % 2 === 0 ? allow : refuse)),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.decision.outcome)).size).toBe(1);
    expect(await eventsOf(visit.consentId)).toEqual(["request-opened", "consent-moved", "decision-intended"]);
  });

  test("a decision settles once; the next hop is kept sealed and read back", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const intended = await desk().intend(visit, allow);
    const to = new URL("https://as.example/resume?answer=one-time");
    await Promise.all([desk().settle(visit, intended, { to }), desk().settle(visit, intended, { to })]);
    const settled = await desk().decisionOf(visit.id);
    expect(settled).toMatchObject({ state: "settled", decision: allow, nextHop: { to } });
    expect(await eventsOf(visit.consentId)).toEqual([
      "request-opened",
      "consent-moved",
      "decision-intended",
      "consent-moved",
      "decision-settled",
    ]);
    const kept = await database.db.execute(sql`select sealed_visit, sealed_next_hop from assent.consent_decision`);
    expect(JSON.stringify(kept)).not.toContain("one-time");
    expect(JSON.stringify(kept)).not.toContain(visit.handoff.proof);
  });

  test("whoever answers is the customer, also of a consent that we knew before it was anybody's", async () => {
    for (const decision of [allow, refuse]) {
      const visit = aVisit();
      await database.db.execute(sql`
        insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids,
          created_at, changed_at)
        values (${visit.consentId}, ${visit.clientId}, ${visit.kind}, 'pending', 'imported', 1, '{}', now(), now())`);
      await desk().openVisit(visit);
      await desk().settle(visit, await desk().intend(visit, decision), undefined);
      const [told] = await database.db.execute(
        sql`select customer_id from assent.outbox_event where consent_id = ${visit.consentId} order by version desc`,
      );
      expect(told).toEqual({ customer_id: visit.customer });
    }
  });

  test.each([
    ["customer-declined", "decline", "customer"],
    ["no-eligible-account", "fail", "system"],
    ["tpp-not-authorised", "fail", "system"],
    ["technical", "fail", "system"],
  ] as const)("T6, T7: the history says who ended it and why: %s", async (reason, move, by) => {
    const visit = aVisit();
    await desk().openVisit(visit);
    await desk().settle(visit, await desk().intend(visit, { outcome: "refused", reason }), undefined);
    const told = await database.db.execute(sql`
      select move, reason, actor_type, to_status from assent.consent_version_projection
      where consent_id = ${visit.consentId} order by version desc limit 1`);
    expect([...told]).toEqual([{ move, reason, actor_type: by, to_status: "rejected" }]);
    const audited = await database.db.execute(sql`
      select detail ->> 'reason' as reason from assent.audit_event
      where consent_id = ${visit.consentId} and type in ('decision-intended', 'consent-moved') order by id desc limit 2`);
    expect([...audited]).toEqual([{ reason }, { reason }]);
  });

  test("one at a time may send; given back or lapsed, the next may", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const intended = await desk().intend(visit, allow);
    const taken = await Promise.all(Array.from({ length: 10 }, () => desk().takeToSend(intended)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    await desk().giveBack(intended);
    expect(await desk().takeToSend(intended)).toBe(true);
    await database.db.execute(
      sql`update assent.consent_decision set sending_until = now() - interval '1 second' where id = ${intended.id}`,
    );
    expect(await desk().takeToSend(intended)).toBe(true);
    await desk().settle(visit, intended, undefined);
    await desk().giveBack(intended);
    expect(await desk().takeToSend(intended)).toBe(false);
  });

  test("what a crash left in between is found after a while, with all that is needed to finish it", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const intended = await desk().intend(visit, allow);
    const mine = async () => {
      const found = (await desk().unfinished(100)).filter(({ recorded }) => recorded.id === intended.id);
      return Promise.all(found.map(async (one) => ({ ...one, visit: await one.visit() })));
    };
    expect(await mine()).toEqual([]);
    await database.db.execute(
      sql`update assent.consent_decision set intended_at = now() - interval '1 minute' where id = ${intended.id}`,
    );
    expect(await mine()).toEqual([{ visit, recorded: intended, waitingSeconds: 60 }]);
    await desk().takeToSend(intended);
    expect(await mine()).toEqual([]);
    await desk().giveBack(intended);
    await desk().settle(visit, intended, undefined);
    expect(await mine()).toEqual([]);
  });

  test("a decision that cannot be brought to its end comes after those that were not tried", async () => {
    const [one, other] = [aVisit(), aVisit()];
    const ids: string[] = [];
    for (const visit of [one, other]) {
      await desk().openVisit(visit);
      ids.push((await desk().intend(visit, refuse)).id);
    }
    const waiting = async () => {
      const found = await desk().unfinished(100);
      return found.filter(({ recorded }) => ids.includes(recorded.id));
    };
    await database.db.execute(sql`
      update assent.consent_decision set intended_at = now() - interval '1 minute' where id = ${ids[0]}`);
    await database.db.execute(sql`
      update assent.consent_decision set intended_at = now() - interval '30 seconds' where id = ${ids[1]}`);
    const [first] = await waiting();
    expect(first?.recorded.id).toBe(ids[0]);

    await desk().giveBack(first?.recorded as never);
    expect((await waiting()).map(({ recorded }) => recorded.id)).toEqual([ids[1], ids[0]]);

    // What was sealed with a key that is gone is this one's trouble alone.
    await database.db.execute(sql`update assent.consent_decision set sealed_visit = 'broken' where id = ${ids[1]}`);
    const opening = { seal: reversed, open: (text: string) => (text === "broken" ? Promise.reject() : reversed(text)) };
    const vault = createCustomerVault(database.db, opening);
    const found = await createConsentDesk(database.db, { tenant: "test", seal: opening, vault }).unfinished(100);
    const [broken, whole] = found.filter(({ recorded }) => ids.includes(recorded.id));
    await expect(broken?.visit()).rejects.toThrow(/SESSION_KEYS/);
    expect(await whole?.visit()).toEqual(one);
    expect((await waiting()).map(({ recorded }) => recorded.id)).toEqual(ids);
  });

  test("a renewed address may be followed once more; a forgotten one is gone", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const settled = await desk().settle(visit, await desk().intend(visit, allow), {
      to: new URL("https://as.example/1"),
    });
    await desk().follow(settled);
    const to = new URL("https://as.example/2");
    await desk().renewNextHop(settled, { to });
    expect(await desk().decisionOf(visit.id)).toMatchObject({ nextHop: { to } });
    expect(await desk().follow(settled)).toBe(true);
    await desk().forgetNextHop(settled);
    expect((await desk().decisionOf(visit.id))?.nextHop).toBeUndefined();
    expect(await desk().follow(settled)).toBe(false);
  });

  test("C-22: no audit event can be changed or removed", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    for (const change of [
      sql`update assent.audit_event set type = 'nothing'`,
      sql`delete from assent.audit_event`,
      sql`truncate assent.audit_event`,
    ]) {
      await expect(database.db.execute(change)).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    }
  });

  test("a database that refuses is told apart from a fault, without SQL and values", async () => {
    const error = await desk()
      .intend(aVisit({ requesterName: "Secret Name" }), allow)
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DeskUnavailable);
    expect(String(error)).toMatch(/23502/);
    expect(String(error)).not.toMatch(/insert|Secret|proof/i);
  });

  test("a database that hangs is given up", async () => {
    await database.db.transaction(async (other) => {
      const visit = aVisit();
      await desk().openVisit(visit);
      const intended = await desk().intend(visit, allow);
      await other.execute(sql`select 1 from assent.consent_decision where id = ${intended.id} for update`);
      await expect(desk().takeToSend(intended)).rejects.toBeInstanceOf(DeskUnavailable);
    });
  });

  test("the browser is sent on by itself once, and not before there is somewhere to go", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const intended = await desk().intend(visit, allow);
    expect(await desk().follow(intended)).toBe(false);
    await desk().settle(visit, intended, { to: new URL("https://as.example/") });
    const sent = await Promise.all(Array.from({ length: 5 }, () => desk().follow(intended)));
    expect(sent.filter(Boolean)).toHaveLength(1);
  });

  test("what was settled cannot be closed, and what was closed cannot be settled", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const intended = await desk().intend(visit, allow);
    await desk().close(visit, intended, "not-allowed");
    const settled = await desk().settle(visit, intended, { to: new URL("https://as.example/") });
    expect(settled).toMatchObject({ state: "closed", closedBecause: "not-allowed" });
    expect(await desk().decisionOf(visit.id)).toEqual(settled);
    expect(await eventsOf(visit.consentId)).toEqual([
      "request-opened",
      "consent-moved",
      "decision-intended",
      "decision-not-accepted",
    ]);
  });
});
