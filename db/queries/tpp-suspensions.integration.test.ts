import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SuspendTpp } from "~/domain/approvals/act";
import { asClientId, asStaffId } from "~/domain/shared/ids";
import type { TppSuspensions } from "~/ports/tpp-suspensions";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createDenialRegister } from "./denial-register";
import { createTppSuspensions } from "./tpp-suspensions";

let world: ProjectionWorld;
let suspensions: TppSuspensions;
beforeAll(async () => {
  world = await projectionWorld();
  suspensions = createTppSuspensions(world.db, "test");
});
afterAll(() => world.stop());

let count = 0;
const fresh = (name: string) => asClientId(`tpp-${name}-${++count}`);
const approvedBy = (approvalId = `approval-${++count}`) => ({
  approvalId,
  askedBy: asStaffId("stf-1"),
  correlationId: "c-1",
});
const aSuspension = (over: Partial<SuspendTpp> = {}): SuspendTpp => ({
  clientId: fresh("any"),
  scope: "all-access",
  from: new Date(Date.now() - 1_000).toISOString(),
  reason: "Payments to strangers were made.",
  ...over,
});
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const eventsOf = (client: string) =>
  world.owner.execute<{ type: string; actor: string; detail: object }>(sql`
    select type, actor_type || ':' || coalesce(actor_ref, '') as actor, detail from assent.audit_event
    where client_id = ${client} order by at, id`);

describe("A-06: an app is suspended", () => {
  test("from now on, as the approval says, with its audit event, and is on the list at once", async () => {
    const asked = aSuspension({ scope: "payments", until: inMs(60_000) });
    expect(await suspensions.suspend(asked, approvedBy())).toBe(true);
    const denial = { clientId: asked.clientId, effect: "payments", until: new Date(asked.until ?? "") };
    expect(await suspensions.denialsOf(asked.clientId)).toEqual([denial]);
    const { apps } = await createDenialRegister(world.db).read();
    expect(apps).toContainEqual(denial);
    expect(await eventsOf(asked.clientId)).toMatchObject([
      { type: "tpp-suspended", actor: "staff:stf-1", detail: { scope: "payments", until: asked.until } },
    ]);
    expect((await suspensions.holding([asked.clientId])).get(asked.clientId)).toHaveLength(1);
  });

  test("once for an approval, however often it is run, two at once too", async () => {
    const asked = aSuspension();
    const approved = approvedBy();
    expect(await Promise.all([1, 2, 3].map(() => suspensions.suspend(asked, approved)))).toEqual([true, true, true]);
    expect(await suspensions.of(asked.clientId, 10)).toHaveLength(1);
    expect(await eventsOf(asked.clientId)).toHaveLength(1);
  });

  test("not when its time was over before two people had agreed", async () => {
    const asked = aSuspension({ from: inMs(-10_000), until: inMs(-1) });
    expect(await suspensions.suspend(asked, approvedBy())).toBe(false);
    expect(await suspensions.of(asked.clientId, 10)).toEqual([]);
    expect(await eventsOf(asked.clientId)).toEqual([]);
  });

  test("one that is to come holds nothing yet, and is listed", async () => {
    const asked = aSuspension({ from: inMs(60_000) });
    await suspensions.suspend(asked, approvedBy());
    expect(await suspensions.denialsOf(asked.clientId)).toEqual([]);
    expect((await suspensions.holding([asked.clientId])).get(asked.clientId)).toHaveLength(1);
  });

  test("what was agreed on stays as it is: the app's login cannot widen it", async () => {
    const asked = aSuspension({ scope: "new-consents" });
    await suspensions.suspend(asked, approvedBy());
    const widened = world.db.execute(
      sql`update assent.tpp_suspension set scope = 'all-access' where client_id = ${asked.clientId}`,
    );
    await expect(widened).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("and let go again", () => {
  test("by two people, once", async () => {
    const asked = aSuspension();
    await suspensions.suspend(asked, approvedBy());
    const [held] = await suspensions.of(asked.clientId, 1);
    const id = held?.id ?? "";
    expect(await suspensions.lift(id, fresh("other"), approvedBy())).toBe(false);
    expect(await suspensions.lift(id, asked.clientId, approvedBy())).toBe(true);
    expect(await suspensions.lift(id, asked.clientId, approvedBy())).toBe(false);
    expect(await suspensions.denialsOf(asked.clientId)).toEqual([]);
    expect(await suspensions.find(id)).toMatchObject({ lifted: { because: "staff" } });
    expect((await eventsOf(asked.clientId)).map(({ type }) => type)).toEqual([
      "tpp-suspended",
      "tpp-suspension-lifted",
    ]);
  });

  test("by its time: it denies nothing more from that moment on, job or no job, and the job writes it down once", async () => {
    const asked = aSuspension({ until: inMs(400) });
    await suspensions.suspend(asked, approvedBy());
    expect(await suspensions.denialsOf(asked.clientId)).toHaveLength(1);
    await expect.poll(() => suspensions.denialsOf(asked.clientId), { timeout: 3_000, interval: 50 }).toEqual([]);
    const rounds = await Promise.all([suspensions.liftOver(10), suspensions.liftOver(10)]);
    expect(rounds.reduce((sum, each) => sum + each)).toBe(1);
    const [over] = await suspensions.of(asked.clientId, 1);
    expect(over?.lifted).toEqual({ at: new Date(asked.until ?? ""), because: "time" });
    expect((await eventsOf(asked.clientId)).at(-1)).toMatchObject({ type: "tpp-suspension-lifted", actor: "system:" });
  });

  test.each(["nothing", "00000000-0000-4000-8000-000000000000"])("not what is not there: %s", async (id) => {
    expect(await suspensions.lift(id, fresh("none"), approvedBy())).toBe(false);
    expect(await suspensions.find(id)).toBeUndefined();
  });
});

test("A-06: who would notice is counted up to a bound, by the index alone", async () => {
  const client = fresh("busy");
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, customer_id, status, reason, version, account_ids,
      created_at, changed_at)
    select ${client} || n, ${client},
      (array['account-access', 'domestic-vrp', 'domestic-standing-order'])[1 + n % 3], 'cus-' || n % 20,
      case when n % 10 = 0 then 'pending' else 'authorised' end, 'as-found', 1, '{}', now(), now()
    from generate_series(1, 300) as n`);
  expect(await suspensions.affected(client, 1_000)).toEqual({
    consents: 270,
    customers: 18,
    payments: 90,
    vrps: 90,
    waiting: 30,
  });
  expect(await suspensions.affected(client, 50)).toMatchObject({ consents: 50 });
  expect(await suspensions.affected(fresh("nobody"), 50)).toMatchObject({ consents: 0, customers: 0, waiting: 0 });
});
