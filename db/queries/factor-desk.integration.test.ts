import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCK_SECONDS, MOST_WRONG } from "~/domain/factor/code";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createConsentDesk } from "./consent-desk";
import { createCustomerVault } from "./customer-vault";
import { createFactorDesk } from "./factor-desk";

const reversed = async (text: string) => [...text].reverse().join("");
const accountIds = [asAccountId("acc-1")];

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

function desks() {
  const seal = { seal: reversed, open: reversed };
  const vault = createCustomerVault(database.db, seal);
  return {
    desk: createConsentDesk(database.db, { tenant: "test", seal, vault }),
    factors: createFactorDesk(database.db, { tenant: "test", vault }),
  };
}

let customers = 0;
const somebody = () => asCustomerId(`cus-${++customers}`);

/** A visit of which a factor is asked; each of somebody else unless told whose. */
async function aVisitAsked(customer = somebody()): Promise<Visit> {
  const { desk, factors } = desks();
  const visit = aVisit({ customer });
  await desk.openVisit(visit);
  await desk.keepShown(visit, { ...aShownPage(), shownHash: "page" });
  await factors.ask(visit, { nonce: "n", challenge: "c", shownHash: "page", accountIds });
  return visit;
}

const met = (visit: Visit, challenge = "c") =>
  desks().desk.intendConfirmed(visit, { outcome: "allowed", accountIds, scopes: [] }, "page", {
    by: "code",
    challenge,
  });

const set = (visit: Visit, assignment: ReturnType<typeof sql>) =>
  database.db.execute(sql`update assent.factor_request set ${assignment} where visit_id = ${visit.id}`);

describe("P-22: the record itself lets a factor be used once, in its time, for what it is bound to", () => {
  test("a decision rests on an open factor", async () => {
    const visit = await aVisitAsked();
    expect(await met(visit)).toMatchObject({ state: "intended" });
    expect(await desks().factors.of(visit)).toMatchObject({ state: "met" });
  });

  test.each([
    ["was met before", sql`state = 'met'`],
    ["is locked", sql`state = 'locked'`],
    ["has run out", sql`expires_at = clock_timestamp()`],
    ["is bound to something else", sql`challenge = 'd'`],
  ])("and on none that %s", async (_, assignment) => {
    const visit = await aVisitAsked();
    await set(visit, assignment);
    expect(await met(visit)).toBeUndefined();
    expect(await desks().desk.decisionOf(visit.id)).toBeUndefined();
  });

  test("nor on that of another visit", async () => {
    const [visit, other] = [await aVisitAsked(), aVisit()];
    await desks().desk.openVisit(other);
    expect(await met(other)).toBeUndefined();
    expect(await desks().factors.of(visit)).toMatchObject({ state: "open" });
  });

  test.each([
    ["locked", sql`state = 'locked'`, false],
    ["met", sql`state = 'met'`, false],
    ["over", sql`expires_at = clock_timestamp()`, true],
  ])("one that is %s is asked for again only where its time was over", async (_, assignment, again) => {
    const visit = await aVisitAsked();
    await set(visit, assignment);
    expect(await desks().factors.ask(visit, { nonce: "m", challenge: "d", shownHash: "page", accountIds })).toBe(again);
  });

  test("no code is sent and no try counted for one that is not open", async () => {
    const { factors } = desks();
    for (const assignment of [sql`state = 'met'`, sql`expires_at = clock_timestamp()`]) {
      const visit = await aVisitAsked();
      await set(visit, assignment);
      expect(await factors.sendCode(visit, "c", { mac: "m", reference: "R" })).toBe(false);
      expect(await factors.failed(visit, "c", "code")).toBeUndefined();
    }
  });

  test("twenty wrong tries at once are five, and the last of them locks", async () => {
    const visit = await aVisitAsked();
    const left = await Promise.all(Array.from({ length: 20 }, () => desks().factors.failed(visit, "c", "code")));
    expect(left.filter((each) => each)).toHaveLength(MOST_WRONG);
    expect(new Set(left.map((each) => each?.left))).toEqual(new Set([4, 3, 2, 1, 0, undefined]));
    const rows = await database.db.execute<{ locks: boolean }>(
      sql`select (detail->>'locks')::boolean as locks from assent.audit_event
        where type = 'factor-failed' and consent_id = ${visit.consentId} order by id`,
    );
    expect(rows.map(({ locks }) => locks).sort()).toEqual([false, false, false, false, true]);
    expect(await desks().factors.of(visit)).toMatchObject({ state: "locked" });
  });

  test("a code lasts no longer than what it is for", async () => {
    const visit = await aVisitAsked();
    await set(visit, sql`expires_at = clock_timestamp() + interval '20 seconds'`);
    await desks().factors.sendCode(visit, "c", { mac: "m", reference: "R" });
    const asked = await desks().factors.of(visit);
    expect(asked?.code?.expiresAt).toEqual(asked?.expiresAt);
  });

  test("what was chosen is read under its customer's key alone", async () => {
    const visit = await aVisitAsked();
    const [row] = await database.db.execute<{ chosen: string }>(
      sql`select chosen from assent.factor_request where visit_id = ${visit.id}`,
    );
    expect(row?.chosen).not.toContain("acc-1");
    expect(await desks().factors.of(visit)).toMatchObject({ accountIds });
  });
});

describe("RTS Art. 4(3)(b): wrong tries are a customer's, and no visit more gives any more", () => {
  const tryOn = (visit: Visit) => desks().factors.failed(visit, "c", "code");
  /** Somebody who was wrong on a visit as often as anybody may be. */
  async function lockedOut() {
    const customer = somebody();
    const visit = await aVisitAsked(customer);
    for (let each = 0; each < MOST_WRONG; each++) await tryOn(visit);
    return { customer, visit };
  }
  const askOn = (visit: Visit) =>
    desks().factors.ask(visit, { nonce: "m", challenge: "d", shownHash: "page", accountIds });

  test("on many visits at the same moment five are counted, and after them not even what is right is taken", async () => {
    const customer = somebody();
    const visits = await Promise.all(Array.from({ length: 12 }, () => aVisitAsked(customer)));
    const left = await Promise.all(visits.map(tryOn));
    expect(left.filter((each) => each)).toHaveLength(MOST_WRONG);
    expect(new Set(left.map((each) => each?.left))).toEqual(new Set([4, 3, 2, 1, 0, undefined]));
    for (const visit of visits) {
      expect(await desks().factors.of(visit)).toMatchObject({ state: "locked" });
      expect(await met(visit)).toBeUndefined();
      expect(await desks().factors.sendCode(visit, "c", { mac: "m", reference: "R" })).toBe(false);
    }
  });

  test("nobody is asked again on a visit of their own, and everybody else is", async () => {
    const { customer } = await lockedOut();
    const next = aVisit({ customer });
    await desks().desk.openVisit(next);
    expect(await askOn(next)).toBe(false);
    expect(await desks().factors.of(await aVisitAsked())).toMatchObject({ state: "open" });
  });

  test("it is over in half an hour, of other visits", async () => {
    const { customer, visit } = await lockedOut();
    await set(visit, sql`expires_at = clock_timestamp() - make_interval(secs => ${LOCK_SECONDS})`);
    const next = await aVisitAsked(customer);
    expect(await desks().factors.of(next)).toMatchObject({ state: "open" });
    expect(await met(next)).toMatchObject({ state: "intended" });
    expect(await askOn(visit)).toBe(false);
  });

  test("whoever was wrong and then right has all their tries again", async () => {
    const customer = somebody();
    const visit = await aVisitAsked(customer);
    for (let each = 1; each < MOST_WRONG; each++) await tryOn(visit);
    await met(visit);
    expect(await tryOn(await aVisitAsked(customer))).toEqual({ left: MOST_WRONG - 1 });
  });
});
