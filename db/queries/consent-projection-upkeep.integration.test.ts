import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CONSENT_STATUSES, lawfulPairs } from "~/domain/consent/lifecycle";
import { asCustomerId } from "~/domain/shared/ids";
import { aVisit } from "~/ports/consent-desk.builders";
import { createConsentDesk } from "./consent-desk";
import {
  aConsentId,
  anEvent,
  aRecord,
  type ProjectionWorld,
  projectionWorld,
  SEAL,
  storyOf,
} from "./consent-projection.harness";
import { createConsentRegister } from "./consent-projection-register";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const pending = aRecord({ status: "pending", revision: 1, accountIds: [] });
const looked = async () => ({ since: await world.upkeep.now(), correlationId: "look" });

describe("the database agrees with the life cycle", () => {
  const write = (from: string, to: string, over: { version?: number; reason?: string } = {}) =>
    world.owner
      .execute(sql`
      with cleared as (delete from assent.consent_projection where consent_id = 'c-pairs'),
      found as (select)
      select from found`)
      .then(async () => {
        await world.owner.execute(sql`
        insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids,
          created_at, changed_at, suspended_by)
        values ('c-pairs', 'tpp', 'account-access', ${from}, 'as-found', 1, '{}', now(), now(),
          ${from === "suspended" ? "staff" : null})`);
        return world.owner.execute(sql`
        update assent.consent_projection set status = ${to}, version = ${over.version ?? 2},
          reason = ${over.reason ?? "resumed"}, suspended_by = ${to === "suspended" ? "staff" : null}
        where consent_id = 'c-pairs'`);
      });

  test("T1–T17: it takes exactly the pairs that some move connects", async () => {
    const lawful = new Set(lawfulPairs().map(([from, to]) => `${from} ${to}`));
    for (const from of CONSENT_STATUSES) {
      for (const to of CONSENT_STATUSES) {
        const taken = await write(from, to).then(
          () => true,
          () => false,
        );
        expect(taken, `${from} -> ${to}`).toBe(lawful.has(`${from} ${to}`));
        if (!taken) await expect(write(from, to, { reason: "as-found" }), "taken over").resolves.toBeDefined();
      }
    }
  });

  test.each([0, 1, 3])("version %i does not follow version 1", async (version) => {
    await expect(write("pending", "authorised", { version })).rejects.toThrow();
  });

  test("a consent begins at version 1, as one that is not yet answered or as it was found", async () => {
    const begin = (status: string, version: number, reason: string) =>
      world.owner.execute(sql`
        insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids,
          created_at, changed_at)
        values (${`c-${status}-${version}-${reason}`}, 'tpp', 'account-access', ${status}, ${reason}, ${version}, '{}', now(), now())`);
    await expect(begin("pending", 1, "imported")).resolves.toBeDefined();
    await expect(begin("authorised", 1, "as-found")).resolves.toBeDefined();
    await expect(begin("pending", 2, "imported")).rejects.toThrow();
    await expect(begin("authorised", 1, "customer-approved")).rejects.toThrow();
  });

  test("history is not rewritten, not even by the owner; only which accounts were chosen can be erased", async () => {
    const record = aRecord();
    await world.upkeep.takeEvent(anEvent(record, "authorised", "customer"));
    const of = sql`where consent_id = ${record.id}`;
    const version = sql`assent.consent_version_projection`;
    await expect(world.owner.execute(sql`update ${version} set reason = 'used' ${of}`)).rejects.toThrow();
    await expect(world.owner.execute(sql`delete from ${version} ${of}`)).rejects.toThrow();
    await expect(world.owner.execute(sql`truncate ${version}`)).rejects.toThrow();
    await world.owner.execute(sql`update ${version} set difference = difference - 'accountIds' ${of}`);
    const [row] = await world.owner.execute<{ difference: object }>(
      sql`select difference from ${version} ${of} and version = 2`,
    );
    expect(Object.keys(row?.difference ?? {})).toEqual(["status"]);
    await expect(
      world.db.execute(sql`set local assent.rebuilding = 'on'; delete from ${version} ${of}`),
    ).rejects.toThrow();
  });
});

describe("what the authorization server told", () => {
  test("T1, T3, T9, T10, T11: each event is a version, told and audited once", async () => {
    const { id } = pending;
    const at = (status: typeof pending.status, revision: number) => aRecord({ id, status, revision });
    const story = [
      anEvent(pending, "created", "tpp"),
      anEvent(at("authorised", 2), "authorised", "customer"),
      anEvent(at("suspended", 3), "suspended", "staff"),
      anEvent(at("authorised", 4), "resumed", "staff"),
      anEvent(at("revoked", 5), "revoked", "customer"),
    ];
    for (const event of story) expect(await world.upkeep.takeEvent(event)).toMatch(/entered|moved/);
    for (const event of story.slice(0, -1)) expect(await world.upkeep.takeEvent(event)).toBe("older");
    const told = await storyOf(world, id);
    expect(told.moves).toEqual([
      "import tpp imported",
      "authorise customer customer-approved",
      "suspend staff as-found",
      "resume staff resumed",
      "stop customer customer-stopped",
    ]);
    expect(told.versions).toEqual([1, 2, 3, 4, 5]);
    expect(told.told).toEqual(told.versions);
    expect(told.audited).toEqual(told.versions);
  });

  test("what was missed is made up for in the same order", async () => {
    const record = aRecord({ status: "revoked", revision: 3 });
    expect(await world.upkeep.takeEvent(anEvent(record, "deleted", "tpp"))).toBe("entered");
    expect((await storyOf(world, record.id)).moves).toEqual([
      "import tpp imported",
      "authorise customer customer-approved",
      "withdraw tpp tpp-deleted",
    ]);
  });

  test("what nobody can follow is asked about, then taken over and kept as a finding", async () => {
    const declined = aRecord({ status: "rejected", revision: 2 });
    await world.upkeep.takeEvent(anEvent(declined, "rejected", "customer"));
    const yes = aRecord({ id: declined.id, revision: 3 });
    const event = anEvent(yes, "authorised", "customer");
    expect(await world.upkeep.takeEvent(event)).toBe("ask");
    expect(await world.upkeep.takeEventAsHeld(event, yes, await looked())).toBe("repaired");
    const { row, moves } = await storyOf(world, declined.id);
    expect(row).toMatchObject({ status: "authorised", version: 3, reason: "as-found" });
    expect(moves.at(-1)).toBe("authorise customer as-found");
    const found = await world.db.execute(
      sql`select lawful, ours, theirs from assent.drift_finding where consent_id = ${declined.id}`,
    );
    expect(found).toEqual([
      {
        lawful: false,
        ours: { status: "rejected", version: 2, revision: 2 },
        theirs: { status: "authorised", revision: 3 },
      },
    ]);
  });
});

describe("moves of our own", () => {
  const decided = async () => {
    const visit = aVisit();
    const desk = createConsentDesk(world.db, { tenant: "test", seal: SEAL, vault: world.vault });
    await desk.openVisit(visit);
    const intend = () => desk.intend(visit, { outcome: "allowed", accountIds: [], scopes: [] });
    return { visit, desk, intend, record: aRecord({ id: visit.consentId, revision: 2, accountIds: [] }) };
  };

  test("an event waits while a decision is on its way, and then says nothing new", async () => {
    const { visit, desk, intend, record } = await decided();
    const recorded = await intend();
    const event = anEvent(record, "authorised", "customer");
    expect(await world.upkeep.takeEvent(event)).toBe("busy");
    await desk.settle(visit, recorded, undefined);
    expect(await world.upkeep.takeEvent(event)).toBe("same");
    expect((await storyOf(world, record.id)).versions).toEqual([1, 2]);
  });

  test("an event from before our own newest move does not undo it: the authorization server is asked", async () => {
    const { visit, desk, intend, record } = await decided();
    await desk.settle(visit, await intend(), undefined);
    await world.db.execute(sql`
      with moved as (
        update assent.consent_projection set status = 'suspended', suspended_by = 'staff', reason = 'fraud-suspected',
          version = version + 1, changed_at = clock_timestamp() where consent_id = ${record.id} returning *)
      insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason,
        source, difference, correlation_id)
      select consent_id, version, changed_at, 'suspend', status, 'staff', reason, 'assent', '{}', 'c' from moved`);
    const event = anEvent(record, "authorised", "customer");
    expect(await world.upkeep.takeEvent(event)).toBe("ask");
    const held = aRecord({ ...record, status: "suspended", revision: 3 });
    expect(await world.upkeep.takeEventAsHeld(event, held, await looked())).toBe("same");
    expect((await storyOf(world, record.id)).row).toMatchObject({
      status: "suspended",
      version: 3,
      authority_revision: 3,
    });
  });

  test("an answer that was given before we moved is no news", async () => {
    const record = aRecord();
    const before = await looked();
    await world.upkeep.takeRecord(record, await looked());
    expect(await world.upkeep.takeRecord(aRecord({ ...record, status: "revoked" }), before)).toBe("busy");
  });
});

describe("looking", () => {
  beforeEach(async () => {
    await world.db.execute(
      sql`update assent.drift_finding set repaired_at = clock_timestamp() where repaired_at is null`,
    );
  });

  test("confirms what agrees, fills in what only the authorization server knows, and hands back the rest", async () => {
    const desk = createConsentDesk(world.db, { tenant: "test", seal: SEAL, vault: world.vault });
    const visit = aVisit({ requesterName: undefined });
    await desk.openVisit(visit);
    const brought = aRecord({ id: visit.consentId, status: "pending", revision: 1, accountIds: [] });
    const gone = aRecord();
    await world.upkeep.takeRecord(gone, await looked());
    const unknown = aRecord();
    const now = aRecord({ ...gone, status: "revoked", revision: 9 });
    const rest = await world.upkeep.confirm([brought, now, unknown], await looked());
    expect(rest.map(({ id }) => id)).toEqual([gone.id, unknown.id]);
    const { row } = await storyOf(world, brought.id);
    expect(row).toMatchObject({
      version: 1,
      client_name: "Budget Beacon",
      permissions: ["ReadBalances"],
      authority_revision: 1,
      customer_id: visit.customer,
      confirmed_at: expect.any(String),
    });
    expect(new Date((row as unknown as { created_at: string }).created_at)).toEqual(brought.createdAt);
  });

  test("P-11: what took its place is kept, also where it is not said again", async () => {
    const record = aRecord();
    const [customer, supersededBy] = [asCustomerId("cus-1"), aConsentId()];
    const ended = aRecord({ ...record, status: "revoked", reason: "superseded", supersededBy, revision: 4 });
    await world.upkeep.takeRecord(record, await looked());
    const register = createConsentRegister(world.db);
    expect(await register.find(record.id, { customer })).not.toHaveProperty("supersededBy");
    expect(await world.upkeep.takeEvent(anEvent(ended, "revoked", "customer"))).toBe("moved");
    const { supersededBy: _, ...silent } = ended;
    await world.upkeep.confirm([silent], await looked());
    expect(await register.find(record.id, { customer })).toMatchObject({ reason: "superseded", supersededBy });
  });

  test("a silent change is repaired by the move that it was, and kept as a finding", async () => {
    const record = aRecord();
    await world.upkeep.takeRecord(record, await looked());
    expect(await world.upkeep.takeRecord(aRecord({ ...record, status: "revoked", revision: 4 }), await looked())).toBe(
      "moved",
    );
    expect((await storyOf(world, record.id)).moves.at(-1)).toBe("terminate system as-found");
    const [finding] = await world.db.execute(
      sql`select lawful, repaired_at is not null as repaired from assent.drift_finding where consent_id = ${record.id}`,
    );
    expect(finding).toEqual({ lawful: true, repaired: true });
  });

  test("an older answer that comes late lets in no event that is older still", async () => {
    const record = aRecord({ revision: 3 });
    await world.upkeep.takeRecord(record, await looked());
    const before = await looked();
    expect(await world.upkeep.takeEvent(anEvent({ ...record, revision: 5 }, "resumed", "staff"))).toBe("same");
    await world.upkeep.confirm([record], before);
    const late = anEvent({ ...record, status: "suspended", revision: 4 }, "suspended", "staff");
    expect(await world.upkeep.takeEvent(late)).toBe("older");
    expect((await storyOf(world, record.id)).row).toMatchObject({ status: "authorised", authority_revision: 5 });
  });

  test("ten who look at once leave one version", async () => {
    const record = aRecord();
    const at = await looked();
    await Promise.all(Array.from({ length: 10 }, () => world.upkeep.takeRecord(record, at)));
    const { versions, told } = await storyOf(world, record.id);
    expect(versions).toEqual([1]);
    expect(told).toEqual([1]);
  });
});
