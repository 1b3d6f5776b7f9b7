import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asStaffId, type ConsentId } from "~/domain/shared/ids";
import { type RevocationWorld, startRevocationWorld } from "./bulk-revocation.harness";
import { aStop, CUSTOMER, STAFF } from "./change-consent.harness";

let the: RevocationWorld;
beforeAll(async () => {
  the = await startRevocationWorld();
});
afterAll(() => the.close());
// Each test has the job to itself.
beforeEach(() => the.asOwner(sql`delete from assent.bulk_revocation`));

const REVOKED_ONCE = {
  audit: ["change-intended", "change-settled", "consent-moved"],
  versions: ["terminate by staff"],
  queued: ["terminate"],
};
const evidenceOf = async (id: ConsentId) => {
  const { audit, ...rest } = await the.evidenceOf(id);
  return { audit: audit.toSorted(), ...rest };
};

describe("the list (A-04, B-09)", () => {
  test("has what lives and nothing else, and is known by what sha256sum makes of its ids", async () => {
    const { customer, ids } = await the.consents(4);
    const [over, stopped, paused, live] = ids as [ConsentId, ConsentId, ConsentId, ConsentId];
    await the.runOut(over);
    await the.rows(
      sql`update assent.consent_projection set status = 'revoked', version = version + 1 where consent_id = ${stopped}`,
    );
    await the.rows(sql`update assent.consent_projection set status = 'suspended', suspended_by = 'customer', version = version + 1
      where consent_id = ${paused}`);
    const list = await the.prepared(customer);
    const of = [paused, live].toSorted();
    expect(list).toMatchObject({ state: "prepared", count: 2, customers: 1, breakdown: [{ count: 2 }] });
    expect(list.setHash).toBe(
      createHash("sha256")
        .update(`${of.join("\n")}\n`)
        .digest("hex"),
    );
    expect(Object.keys(await the.resultsOf(list.id))).toEqual(of);
    expect((await the.revocations.sample(list.id, 1)).map(({ consentId }) => consentId)).toEqual([of[0]]);
  });

  test("I-03: nobody's consents are no list, and whose number was only typed comes into being by it nowhere", async () => {
    await the.consents(1);
    for (const nobody of ["cus-nobody", "cus-"]) {
      await expect(the.prepared(nobody as never)).rejects.toThrow("not listed: nothing");
      expect(await the.rows(sql`select from assent.customer_key where customer_id = ${nobody}`)).toEqual([]);
    }
  });

  test("of an account, and of an app; the same form twice is one list", async () => {
    const { ids } = await the.consents(2);
    const [one] = ids as [ConsentId];
    await the.rows(
      sql`update assent.consent_projection set account_ids = '{acc-x,acc-77}', client_id = 'tpp-x' where consent_id = ${one}`,
    );
    const key = randomUUID();
    const account = { scope: { by: "account", account: "acc-77" as never }, idempotencyKey: key } as const;
    const list = await the.prepared(undefined, account);
    expect(Object.keys(await the.resultsOf(list.id))).toEqual([one]);
    expect((await the.prepared(undefined, account)).id).toBe(list.id);
    const ofApp = await the.prepared(undefined, { scope: { by: "tpp", client: "tpp-x" as never } });
    expect(Object.keys(await the.resultsOf(ofApp.id))).toEqual([one]);
  });

  test("one that is too long is none", async () => {
    const { customer } = await the.consents(3);
    const id = await the.revocations.prepare({
      scope: { by: "customer", customer },
      reason: "fraud",
      by: STAFF.id,
      idempotencyKey: randomUUID(),
      correlationId: randomUUID(),
    });
    while (await the.revocations.find(id, 2));
    expect(await the.list(id)).toMatchObject({ state: "too-many" });
    expect(await the.start(await the.list(id))).toBe("not-found");
  });
});

describe("what was approved, and nothing else, runs (B-09, S13)", () => {
  test.each([
    ["another hash", { setHash: "0".repeat(64) }],
    ["another count", { count: 3 }],
    ["another reason", { reason: "fraud" as const }],
  ])("%s: it does not run, now or later", async (_, over) => {
    const { customer, ids } = await the.consents(2);
    const list = await the.prepared(customer);
    expect(await the.start(list, over)).toBe("set-changed");
    expect(await the.start(list)).toBe("not-found");
    expect(await the.round()).toBeUndefined();
    for (const id of ids) expect(await the.projectionOf(id)).toMatchObject({ status: "authorised" });
  });

  test("a list that somebody changed behind our back does not run", async () => {
    const { customer } = await the.consents(2);
    const { ids: others } = await the.consents(1);
    const list = await the.prepared(customer);
    await the.asOwner(sql`update assent.bulk_revocation_item set consent_id = ${others[0]}
      where (set_id, consent_id) in (select set_id, consent_id from assent.bulk_revocation_item where set_id = ${list.id}::uuid limit 1)`);
    expect(await the.start(list)).toBe("set-changed");
  });

  test("asked for by somebody else than whoever prepared it", async () => {
    const { customer } = await the.consents(1);
    expect(await the.start(await the.prepared(customer), { askedBy: asStaffId("another") })).toBe("not-found");
  });

  test("begun twice it runs once; by another approval not at all", async () => {
    const { customer, ids } = await the.consents(1);
    const list = await the.prepared(customer);
    const approval = { approvalId: randomUUID() };
    const begun = await Promise.all([the.start(list, approval), the.start(list, approval)]);
    expect(begun).toEqual(["started", "started"]);
    expect(await the.start(list)).toBe("not-found");
    await the.round();
    expect(await evidenceOf(ids[0] as ConsentId)).toEqual(REVOKED_ONCE);
    expect(await the.start(list, approval)).toBe("started");
    expect(await the.list(list.id)).toMatchObject({ state: "done", revoked: 1 });
  });
});

describe("the run (A-04)", () => {
  test("ends each of them once, here and at the authorization server, with all its evidence", async () => {
    const { customer, ids } = await the.consents(5);
    const list = await the.prepared(customer);
    await the.start(list);
    expect(await the.round()).toEqual({ begun: 5, endedBefore: 0, ended: 5, over: true });
    expect(await the.list(list.id)).toMatchObject({ state: "done", count: 5, begun: 5, revoked: 5, notRevoked: 0 });
    for (const id of ids) {
      expect(await the.projectionOf(id)).toMatchObject({ status: "terminated", reason: "customer-deceased" });
      expect(await evidenceOf(id)).toEqual(REVOKED_ONCE);
    }
    expect(await the.round()).toBeUndefined();
  });

  test("what has ended by itself since is a result of its own, and no fault", async () => {
    const { customer, ids } = await the.consents(3);
    const [ran, ended, live] = ids as [ConsentId, ConsentId, ConsentId];
    const list = await the.prepared(customer);
    await the.runOut(ran);
    await the.rows(
      sql`update assent.consent_projection set status = 'revoked', version = version + 1 where consent_id = ${ended}`,
    );
    await the.start(list);
    await the.round();
    expect(await the.resultsOf(list.id)).toEqual({ [ran]: "ended-before", [ended]: "ended-before", [live]: "revoked" });
    expect(await the.list(list.id)).toMatchObject({ state: "done", revoked: 1, endedBefore: 2 });
  });

  test("a customer who stops one meanwhile: it ends once; a pause under way is overtaken", async () => {
    const { customer, ids } = await the.consents(2);
    const [stopping, pausing] = ids as [ConsentId, ConsentId];
    const actor = { ...CUSTOMER, id: customer };
    const list = await the.prepared(customer);
    const stop = await the.changes.intend(aStop(stopping, { actor }));
    const pause = await the.changes.intend(aStop(pausing, { actor, move: "suspend", reason: "customer-pause" }));
    if (!stop.ok || !pause.ok) throw new Error("not intended");
    await the.start(list);
    expect(await the.round()).toMatchObject({ begun: 1, over: false });
    expect(await the.changes.again(pause.value)).toMatchObject({ state: "closed", closedBecause: "spent" });
    await the.changes.settle(stop.value, {});
    expect(await the.round()).toMatchObject({ endedBefore: 1, over: true });
    expect(await the.resultsOf(list.id)).toEqual({ [stopping]: "ended-before", [pausing]: "revoked" });
  });

  test("what somebody works on at this moment waits, and holds up no other", async () => {
    const { customer, ids } = await the.consents(3);
    const list = await the.prepared(customer);
    await the.start(list);
    const held = sql`select from assent.consent_projection where consent_id = ${ids[0]} for share`;
    await the.whileHeld(held, async () => {
      expect(await the.round()).toMatchObject({ begun: 2, over: false });
    });
    expect(await the.round()).toMatchObject({ begun: 1, over: true });
  });

  test("a stop leaves alone what has not begun, and what has begun is brought to its end", async () => {
    const { customer, ids } = await the.consents(3);
    const list = await the.prepared(customer);
    await the.start(list);
    const runner = await the.runs.claim(randomUUID());
    if (!runner) throw new Error("nothing to run");
    await the.runs.begin(runner, 1);
    expect(await the.revocations.stop(list.id, STAFF.id, "c")).toBe(true);
    expect((await the.runs.begin(runner, 10)).begun).toEqual([]);
    await the.runs.release(runner);
    expect(await the.round()).toMatchObject({ ended: 1, over: true });
    expect(await the.list(list.id)).toMatchObject({ state: "stopped", begun: 1, revoked: 1, stopAskedBy: STAFF.id });
    expect(Object.values(await the.resultsOf(list.id)).toSorted()).toEqual(["revoked", "waiting", "waiting"]);
    const live = await Promise.all(ids.map((id) => the.projectionOf(id)));
    expect(live.filter((consent) => consent?.status === "authorised")).toHaveLength(2);
    expect(await the.revocations.stop(list.id, STAFF.id, "c")).toBe(false);
  });

  test("what the authorization server does not end is told with its reason", async () => {
    const { customer, ids } = await the.consents(2);
    const list = await the.prepared(customer);
    the.refused.add(ids[0] as ConsentId);
    await the.start(list);
    await the.round();
    expect(await the.list(list.id)).toMatchObject({ state: "done", revoked: 1, notRevoked: 1 });
    const { rows } = await the.revocations.items(list.id, { size: 10, state: "not-revoked" });
    expect(rows).toMatchObject([{ consentId: ids[0], because: "not-allowed" }]);
  });
});
