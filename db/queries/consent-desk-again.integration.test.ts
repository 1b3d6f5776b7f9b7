import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Allowance, Decision } from "~/domain/consent/decision";
import type { ModeInShort } from "~/domain/consent/mode";
import { asAccountId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createConsentDesk } from "./consent-desk";
import { createConsentRegister } from "./consent-projection-register";
import { createCustomerVault } from "./customer-vault";

const reversed = async (text: string) => [...text].reverse().join("");
const seal = { seal: reversed, open: reversed };
const allow = (...ids: string[]): Allowance => ({
  outcome: "allowed",
  accountIds: ids.map(asAccountId),
  scopes: ["openid", "accounts"],
});
const refuse: Decision = { outcome: "refused", reason: "customer-declined" };
const AGAIN: ModeInShort = { is: "again", revision: 2 };

describe("P-10: a consent that is asked for again", () => {
  let server: TestDatabase;
  let database: OpenDatabase;
  const desk = () =>
    createConsentDesk(database.db, { tenant: "test", seal, vault: createCustomerVault(database.db, seal) });

  beforeAll(async () => {
    server = await createTestDatabase();
    await migrate(server.url);
    database = openDatabase(server.url);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  async function answered(visit: Visit, decision: Decision) {
    await desk().openVisit(visit);
    return desk().settle(visit, await desk().intend(visit, decision), undefined);
  }
  const given = async () => {
    const visit = aVisit();
    await answered(visit, allow("acc-1", "acc-2"));
    return (mode: ModeInShort) => aVisit({ consentId: visit.consentId, mode });
  };
  const revoked = ({ consentId }: Visit) =>
    database.db.execute(sql`
      update assent.consent_projection set status = 'revoked', reason = 'customer-stopped', version = version + 1
      where consent_id = ${consentId}`);
  const versionsOf = async ({ consentId }: Visit) =>
    (await createConsentRegister(database.db).versionsOf(consentId, "bank")).map(
      ({ move, by, reason, to, version }) => `${version} ${move} ${by} ${reason} ${to}`,
    );
  const BEFORE = ["1 import tpp imported pending", "2 authorise customer customer-approved authorised"];

  test("T8: a yes is one version more of it, audited and told", async () => {
    const visit = (await given())(AGAIN);
    const { id } = await answered(visit, { ...allow("acc-1"), differs: "account-removed" });
    expect(await versionsOf(visit)).toEqual([...BEFORE, "3 renew customer account-removed authorised"]);
    const found = await createConsentRegister(database.db).find(visit.consentId, "bank");
    expect(found).toMatchObject({ status: "authorised", accountIds: ["acc-1"] });
    const [told] = await database.db.execute(sql`
      select detail ->> 'decisionId' as decision from assent.audit_event
      where consent_id = ${visit.consentId} and detail ->> 'move' = 'renew'`);
    expect(told).toEqual({ decision: id });
    const queued = await database.db.execute(sql`
      select move from assent.outbox_event where consent_id = ${visit.consentId} order by version`);
    expect(queued.map(({ move }) => move)).toEqual(["import", "authorise", "renew"]);
  });

  test("T8: where nothing is different it says so", async () => {
    const visit = (await given())(AGAIN);
    await answered(visit, allow("acc-1", "acc-2"));
    expect((await versionsOf(visit)).at(-1)).toBe("3 renew customer reauthorised authorised");
  });

  test("T17: a yes after it was revoked takes it up again, under its own id", async () => {
    const visit = (await given())({ ...AGAIN, wasStopped: true });
    await revoked(visit);
    await answered(visit, allow("acc-1", "acc-2"));
    expect((await versionsOf(visit)).at(-1)).toBe("4 reconnect customer reauthorised-after-stop authorised");
  });

  test.each([
    ["authorised", AGAIN],
    ["revoked", { ...AGAIN, wasStopped: true }],
  ] as const)("a no leaves it %s, and is on record all the same", async (status, mode) => {
    const visit = (await given())(mode);
    if (status === "revoked") await revoked(visit);
    expect(await answered(visit, refuse)).toMatchObject({ state: "settled", decision: refuse });
    expect(await versionsOf(visit)).toEqual(BEFORE);
    expect(await createConsentRegister(database.db).find(visit.consentId, "bank")).toMatchObject({ status });
  });

  test("a no to one whose earlier yes nobody has told us of yet does not refuse it", async () => {
    const visit = aVisit({ mode: AGAIN });
    await answered(visit, refuse);
    expect(await versionsOf(visit)).toEqual([BEFORE[0]]);
  });

  test("P-11: one in place of another is a consent of its own", async () => {
    const earlier = aVisit();
    await answered(earlier, allow("acc-1"));
    const visit = aVisit({ mode: { is: "instead-of", consentId: earlier.consentId } });
    await answered(visit, allow("acc-1"));
    expect(await versionsOf(visit)).toEqual(BEFORE);
    const refused = aVisit({ mode: { is: "instead-of", consentId: earlier.consentId } });
    await answered(refused, refuse);
    expect((await versionsOf(refused)).at(-1)).toBe("2 decline customer customer-declined rejected");
  });
});
