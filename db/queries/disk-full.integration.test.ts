import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import { asAccountId } from "~/domain/shared/ids";
import { DeskUnavailable } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createRecord, type TestRecord } from "../verification/record.harness";
import { createConsentDesk } from "./consent-desk";
import { createCustomerVault } from "./customer-vault";

const reversed = async (text: string) => [...text].reverse().join("");
const seal = { seal: reversed, open: reversed };
const allow: Decision = { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: ["openid", "accounts"] };
const to = new URL("https://as.example/next");

describe("no room on the disk for evidence", () => {
  let server: TestDatabase;
  let record: TestRecord;

  beforeAll(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url);
    await record.attacker.unsafe(`create function assent.no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`);
  });
  afterAll(async () => {
    await record.close();
    await server.drop();
  });

  const desk = () =>
    createConsentDesk(record.database.db, {
      tenant: "test",
      seal,
      vault: createCustomerVault(record.database.db, seal),
    });

  async function withoutRoom(table: string, work: () => Promise<void>): Promise<void> {
    await record.attacker.unsafe(
      `create trigger no_room before insert on assent.${table} for each row execute function assent.no_room();
       alter table assent.${table} enable always trigger no_room`,
    );
    try {
      await work();
    } finally {
      await record.attacker.unsafe(`drop trigger no_room on assent.${table}`);
    }
  }

  /** Everything that could have been left behind, counted. */
  async function held(): Promise<Record<string, number>> {
    const tables = [
      "audit_event",
      "audit_unsealed",
      "consent_visit",
      "consent_decision",
      "consent_projection",
      "consent_version_projection",
      "outbox_event",
      "receipt",
    ];
    const counts = tables.map((table) => `(select count(*)::int from assent.${table}) as ${table}`);
    const [row] = await record.attacker.unsafe(`select ${counts.join(", ")}`);
    return row as Record<string, number>;
  }

  // The queue of the sealer is filled in the same statement: when it cannot take the event, nobody has decided either.
  test.each(["audit_event", "audit_unsealed"])(
    "with no room in %s, nothing is decided and nothing is left behind",
    async (table) => {
      const visit = aVisit();
      const unopened = aVisit();
      await desk().openVisit(visit);
      const before = await held();
      await withoutRoom(table, async () => {
        for (const attempt of [() => desk().openVisit(unopened), () => desk().intend(visit, allow, "page")]) {
          const error = await attempt().catch((thrown) => thrown);
          expect(error).toBeInstanceOf(DeskUnavailable);
          expect(String(error)).toContain("53100");
        }
      });
      expect(await held()).toEqual(before);
      expect(await desk().decisionOf(visit.id)).toBeUndefined();
      expect(await desk().openVisit(unopened)).toBe(true);
      expect((await desk().intend(visit, allow, "page")).state).toBe("intended");
    },
  );

  test("what the authorization server has taken meanwhile stays to be settled, and is settled once there is room", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    const intended = await desk().intend(visit, allow, "page");
    const before = await held();
    await withoutRoom("audit_event", async () => {
      await expect(desk().settle(visit, intended, { to })).rejects.toThrow(DeskUnavailable);
      expect(await desk().decisionOf(visit.id)).toMatchObject({ state: "intended" });
    });
    expect(await held()).toEqual(before);
    expect(await desk().settle(visit, intended, { to })).toMatchObject({ state: "settled" });
    await record.seal();
    expect((await record.verify()).findings).toEqual([]);
  });

  test("with no room for links, customers go on deciding, and everything is sealed once there is room", async () => {
    const visit = aVisit();
    await withoutRoom("audit_link", async () => {
      await desk().openVisit(visit);
      await desk().intend(visit, allow, "page");
      await expect(record.seal()).rejects.toThrow(/53100/);
    });
    expect((await held())["audit_unsealed"]).toBeGreaterThan(0);
    await record.seal();
    expect(await record.verify()).toMatchObject({ findings: [], coverage: { waiting: 0 } });
  });
});
