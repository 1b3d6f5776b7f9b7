import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aRecord, type ProjectionWorld, projectionWorld, storyOf } from "#db/queries/consent-projection.harness";
import { createConsentWalk } from "#db/queries/drift-walk";
import { AuthorityError, type ConsentRecord } from "~/ports/authorization-server";
import { reconcileMissed } from "./reconcile-missed";
import { reconcilePage } from "./reconcile-page";
import { reconcileWalk } from "./reconcile-walk";
import { recordHolder } from "./record-holder.harness";

let world: ProjectionWorld;
let held: ReturnType<typeof recordHolder>;
beforeEach(async () => {
  world = await projectionWorld();
  held = recordHolder();
});
afterEach(() => world.stop());

const signal = new AbortController().signal;
const walkOn = (pages: number, authorizationServer: Pick<typeof held, "findConsent" | "listConsents"> = held) => {
  const walk = createConsentWalk(world.db, "test");
  const needs = { authorizationServer, upkeep: world.upkeep, walk };
  return reconcileWalk({ walk, reconcilePage: reconcilePage(needs), reconcileMissed: reconcileMissed(needs) })(
    pages,
    signal,
  );
};

/** So many consents, half of them made in the same millisecond. */
const many = (count: number): ConsentRecord[] =>
  Array.from({ length: count }, (_, at) => aRecord({ createdAt: new Date(1_780_000_000_000 + Math.floor(at / 2)) }));
const statusOf = async ({ id }: ConsentRecord) => (await storyOf(world, id)).row?.status;

describe("a walk", () => {
  test("takes in everything, goes on where it stopped, and confirms it the next time", async () => {
    held.put(...many(250));
    expect(await walkOn(1)).toMatchObject({ seen: 100, entered: 100, rounds: 0 });
    expect(await walkOn(1)).toMatchObject({ seen: 100, entered: 100, rounds: 0 });
    expect(await walkOn(2)).toMatchObject({ seen: 50, entered: 50, rounds: 1 });
    expect(await walkOn(10)).toMatchObject({ seen: 250, same: 250, entered: 0, rounds: 1, gone: 0 });
    const [row] = await world.db.execute(
      sql`select count(*)::int as n from assent.consent_projection where version = 1`,
    );
    expect(row).toEqual({ n: 250 });
  });

  test("repairs what changed in silence, and counts it", async () => {
    const [one, other, third] = many(3) as [ConsentRecord, ConsentRecord, ConsentRecord];
    held.put(one, other, third);
    await walkOn(10);
    held.put({ ...one, status: "revoked", revision: 3 }, { ...other, status: "suspended", revision: 3 });
    expect(await walkOn(10)).toMatchObject({ moved: 2, same: 1 });
    expect([await statusOf(one), await statusOf(other), await statusOf(third)]).toEqual([
      "terminated",
      "suspended",
      "authorised",
    ]);
    const found = await world.db.execute(sql`select lawful from assent.drift_finding where repaired_at is not null`);
    expect(found).toEqual([{ lawful: true }, { lawful: true }]);
  });

  test("one walks while ten try, and a killed walker holds it up for a minute at most", async () => {
    held.put(...many(5));
    const walks = await Promise.all(Array.from({ length: 10 }, () => walkOn(10)));
    expect(walks.filter((walked) => walked?.entered === 5)).toHaveLength(1);
    const walk = createConsentWalk(world.db, "test");
    expect(await walk.take()).toBeDefined();
    expect(await walk.take()).toBeUndefined();
    await world.db.execute(
      sql`update assent.reconcile_walk set leased_until = clock_timestamp() - interval '1 second'`,
    );
    expect(await walk.take()).toBeDefined();
  });

  test("an outage is waited for in the same place; a place that is gone begins the round anew", async () => {
    held.put(...many(150));
    await walkOn(1);
    const failing = (failure: AuthorityError["failure"]) => ({
      ...held,
      listConsents: async () => {
        throw new AuthorityError(failure, "no");
      },
    });
    const place = async () =>
      (await world.db.execute<{ after: string | null }>(sql`select after from assent.reconcile_walk`))[0]?.after;
    const before = await place();
    await expect(walkOn(1, failing("unavailable"))).rejects.toThrow();
    expect(await place()).toBe(before);
    await expect(walkOn(1, failing("handoff-unknown"))).rejects.toThrow();
    expect(await place()).toBeNull();
  });
});

describe("what the authorization server does not hold any more", () => {
  test("is found at the end of a walk and ended, when there are few", async () => {
    const pending = aRecord({ status: "pending", revision: 1, accountIds: [] });
    const [kept, gone] = many(2) as [ConsentRecord, ConsentRecord];
    const declined = aRecord({ status: "rejected", revision: 2 });
    held.put(kept, gone, pending, declined);
    await walkOn(10);
    for (const { id } of [gone, pending, declined]) held.forget(id);
    expect(await walkOn(10)).toMatchObject({ gone: 2, closed: 2 });
    expect([await statusOf(kept), await statusOf(gone), await statusOf(pending)]).toEqual([
      "authorised",
      "terminated",
      "rejected",
    ]);
    const { told, versions } = await storyOf(world, gone.id);
    expect(told).toEqual(versions);
    const found = await world.db.execute(
      sql`select lawful, repaired_at is not null as repaired from assent.drift_finding`,
    );
    expect(found).toEqual([
      { lawful: false, repaired: true },
      { lawful: false, repaired: true },
    ]);
    expect(await walkOn(10)).toMatchObject({ gone: 0 });
  });

  test("stays as it is when there are many, and is settled once it is held again", async () => {
    const all = many(12);
    held.put(...all);
    await walkOn(10);
    for (const { id } of all.slice(1)) held.forget(id);
    expect(await walkOn(10)).toMatchObject({ gone: 11, closed: 0 });
    expect(await walkOn(10)).toMatchObject({ gone: 11, closed: 0 });
    const open = sql`select count(*)::int as n from assent.drift_finding where repaired_at is null`;
    expect(await world.db.execute(open)).toEqual([{ n: 11 }]);
    held.put(...all);
    await walkOn(10);
    expect(await world.db.execute(open)).toEqual([{ n: 0 }]);
    expect(await statusOf(all[5] as ConsentRecord)).toBe("authorised");
  });

  test("one that it holds after all, though no page showed it, is kept", async () => {
    const [one] = many(1) as [ConsentRecord];
    held.put(one);
    await walkOn(10);
    expect(await walkOn(10, { ...held, listConsents: async () => [] })).toMatchObject({ gone: 0 });
    expect(await statusOf(one)).toBe("authorised");
  });

  test("one that the authorization server cannot answer for holds up neither the others nor the next round", async () => {
    const [kept, gone, unclear] = many(3) as [ConsentRecord, ConsentRecord, ConsentRecord];
    held.put(kept, gone, unclear);
    await walkOn(10);
    held.forget(gone.id);
    held.forget(unclear.id);
    const failing: typeof held = {
      ...held,
      findConsent: async (consent) => {
        if (consent.id === unclear.id) throw new AuthorityError("unavailable", "rubbish");
        return held.findConsent(consent);
      },
    };
    await expect(walkOn(10, failing)).rejects.toThrow("rubbish");
    expect([await statusOf(gone), await statusOf(unclear)]).toEqual(["terminated", "authorised"]);
    held.put({ ...kept, status: "revoked", revision: 3 });
    await expect(walkOn(10, failing)).rejects.toThrow("rubbish");
    expect(await statusOf(kept)).toBe("terminated");
  });

  test("what has ended otherwise since is no finding any more, and does not count among the many", async () => {
    const all = many(13);
    held.put(...all);
    await walkOn(10);
    const lost = all.slice(0, 11).map(({ id }) => id);
    for (const id of lost) held.forget(id);
    expect(await walkOn(10)).toMatchObject({ gone: 11, closed: 0 });
    await world.owner.execute(sql`
      update assent.consent_projection set expires_at = clock_timestamp() where consent_id = any(${sql.param(lost)}::text[])`);
    held.forget((all[11] as ConsentRecord).id);
    expect(await walkOn(10)).toMatchObject({ gone: 1, closed: 1 });
    const open = sql`select count(*)::int as n from assent.drift_finding where repaired_at is null`;
    expect(await world.db.execute(open)).toEqual([{ n: 0 }]);
  });
});
