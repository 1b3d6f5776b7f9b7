import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import { asAccountId } from "~/domain/shared/ids";
import { aVisit } from "~/ports/consent-desk.builders";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createConsentDesk } from "./consent-desk";

const reversed = async (text: string) => [...text].reverse().join("");
const allow: Decision = { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: ["openid", "accounts"] };
const refuse: Decision = { outcome: "refused", reason: "customer-declined" };

describe("the consent desk", () => {
  let server: TestDatabase;
  let database: OpenDatabase;
  const desk = () => createConsentDesk(database.db, { seal: reversed, open: reversed });
  const eventsOf = async (consentId: string) => {
    const rows = await database.db.execute<{ type: string; actor_id: string | null }>(
      sql`select type, actor_id from assent.audit_event where consent_id = ${consentId} order by at`,
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

  test("a hand-off belongs to the first who opens it, even when twenty try at once", async () => {
    const visit = aVisit();
    const opened = await Promise.all(Array.from({ length: 20 }, () => desk().openVisit(visit)));
    expect(opened.filter(Boolean)).toHaveLength(1);
    expect(await eventsOf(visit.consentId)).toEqual(["request-opened"]);
  });

  test("allow against refuse: one decision stays and both are told which", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => desk().intend(visit, at % 2 === 0 ? allow : refuse)),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.decision.outcome)).size).toBe(1);
    expect(await eventsOf(visit.consentId)).toEqual(["request-opened", "decision-intended"]);
  });

  test("a decision settles once; the next hop is kept sealed and read back", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const intended = await desk().intend(visit, allow);
    const to = new URL("https://as.example/resume?answer=one-time");
    await Promise.all([desk().settle(visit, intended, { to }), desk().settle(visit, intended, { to })]);
    const settled = await desk().decisionOf(visit.id);
    expect(settled).toMatchObject({ state: "settled", decision: allow, nextHop: { to } });
    expect(await eventsOf(visit.consentId)).toEqual(["request-opened", "decision-intended", "decision-settled"]);
    const kept = await database.db.execute(sql`select sealed_visit, sealed_next_hop from assent.consent_decision`);
    expect(JSON.stringify(kept)).not.toContain("one-time");
    expect(JSON.stringify(kept)).not.toContain(visit.handoff.proof);
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
    await desk().settle(visit, intended, { to: new URL("https://as.example/") });
    expect((await desk().decisionOf(visit.id))?.state).toBe("closed");
    expect(await eventsOf(visit.consentId)).toEqual(["request-opened", "decision-intended", "decision-not-accepted"]);
  });
});
