import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONFIRMED_FOR_SECONDS, MOST_DENIALS } from "~/domain/consent/deny-list";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createDenialRegister, denialsStatement } from "./denial-register";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

interface Change {
  readonly move: string;
  readonly state?: string;
  readonly account?: string;
  /** Seconds since it was asked for, and since it ended. */
  readonly ago?: number;
}

const before = (seconds: number | undefined) =>
  seconds === undefined ? sql`null` : sql`clock_timestamp() - ${seconds} * interval '1 second'`;

const asked = (id: string, { move, state = "intended", account, ago = 1 }: Change) =>
  world.owner.execute(sql`
    insert into assent.consent_change (id, consent_id, client_id, kind, move, account_id, actor_type, actor_ref, reason,
      idempotency_key, correlation_id, state, closed_because, intended_at, ended_at)
    values (gen_random_uuid(), ${id}, 'tpp-beacon', 'account-access', ${move}, ${account ?? null}, 'customer', 'ref', 'x',
      gen_random_uuid(), 'c', ${state}, ${state === "closed" ? "not-allowed" : null}, ${before(ago)},
      ${before(state === "intended" ? undefined : ago)})`);

const seen = (id: string, status: string, ago: number) =>
  world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, status, suspended_by, reason, version, account_ids,
      created_at, changed_at)
    values (${id}, 'tpp-beacon', 'account-access', ${status}, ${status === "suspended" ? "customer" : null}, 'as-found', 1,
      '{}', clock_timestamp(), ${before(ago)})`);

async function denied(id: string) {
  const { denials } = await createDenialRegister(world.db).read();
  return denials.filter(({ consentId }) => consentId === id).map(({ since: _, consentId: __, ...denial }) => denial);
}

const LONG_AGO = CONFIRMED_FOR_SECONDS + 5;
const LATELY = CONFIRMED_FOR_SECONDS - 30;

describe("what a gateway must not answer (X-09)", () => {
  test.each([
    ["stop", { effect: "ended", confirmed: false }],
    ["terminate", { effect: "ended", confirmed: false }],
    ["suspend", { effect: "suspended", confirmed: false }],
    ["remove-account", { effect: "account-removed", accountId: "acc-1", confirmed: false }],
  ])("R-09: a %s on its way is on it, however long it takes", async (move, expected) => {
    const account = move === "remove-account" ? { account: "acc-1" } : {};
    await asked(`way-${move}`, { move, ...account });
    await asked(`long-${move}`, { move, ...account, ago: 86_400 });
    expect(await denied(`way-${move}`)).toEqual([expected]);
    expect(await denied(`long-${move}`)).toEqual([expected]);
  });

  test.each([
    ["stop", { effect: "ended", confirmed: true }],
    ["suspend", { effect: "suspended", confirmed: true }],
    ["remove-account", { effect: "account-removed", accountId: "acc-1", confirmed: true }],
  ])("a %s that the authorization server has taken stays for some minutes", async (move, expected) => {
    const account = move === "remove-account" ? { account: "acc-1" } : {};
    await asked(`lately-${move}`, { move, state: "settled", ...account, ago: LATELY });
    await asked(`ago-${move}`, { move, state: "settled", ...account, ago: LONG_AGO });
    expect(await denied(`lately-${move}`)).toEqual([expected]);
    expect(await denied(`ago-${move}`)).toEqual([]);
  });

  test.each([
    ["a change that was not taken", { move: "stop", state: "closed" }],
    ["the end of a pause, on its way", { move: "resume" }],
    ["the end of a pause", { move: "resume", state: "settled" }],
  ])("%s denies nothing", async (name, change) => {
    await asked(name, change);
    expect(await denied(name)).toEqual([]);
  });

  test.each([
    ["revoked", "ended"],
    ["terminated", "ended"],
    ["suspended", "suspended"],
  ])(
    "what the authorization server told us of a consent that it holds as %s is passed on for some minutes",
    async (status, effect) => {
      await seen(`told-${status}`, status, LATELY);
      await seen(`told-before-${status}`, status, LONG_AGO);
      expect(await denied(`told-${status}`)).toEqual([{ effect, confirmed: true }]);
      expect(await denied(`told-before-${status}`)).toEqual([]);
    },
  );

  test("a consent that is good is not on it", async () => {
    await seen("good", "authorised", 1);
    expect(await denied("good")).toEqual([]);
  });

  test("each list is later than the one before, by the database's clock", async () => {
    const [first, second] = [await createDenialRegister(world.db).read(), await createDenialRegister(world.db).read()];
    expect(second.at).toBeGreaterThan(first.at);
    expect(Math.abs(second.at / 1_000 - Date.now())).toBeLessThan(60_000);
    expect(first.complete).toBe(true);
  });
});

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function planOf(statement: SQL): Promise<Plan> {
  const [row] = await world.owner.execute<{ "QUERY PLAN": readonly { Plan: Plan }[] }>(
    sql`explain (analyze, buffers, format json) ${statement}`,
  );
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error("no plan");
  return plan;
}

describe("what it costs", () => {
  beforeAll(async () => {
    await world.owner.execute(sql`
      insert into assent.consent_change (id, consent_id, client_id, kind, move, actor_type, actor_ref, reason,
        idempotency_key, correlation_id, state, intended_at, ended_at)
      select gen_random_uuid(), 'old-' || n, 'tpp-beacon', 'account-access', 'stop', 'customer', 'ref', 'x', 'old-' || n, 'c',
        'settled', now() - n * interval '1 minute', now() - (n + 20) * interval '1 minute'
      from generate_series(1, 60000) as n`);
    await world.owner.execute(sql`
      insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids, created_at,
        changed_at)
      select 'old-' || n, 'tpp-beacon', 'account-access', case n % 3 when 0 then 'authorised' else 'revoked' end, 'as-found',
        1, '{}', now(), now() - (n + 20) * interval '1 minute'
      from generate_series(1, 60000) as n`);
    await world.owner.execute(sql`
      insert into assent.tpp_suspension (id, client_id, scope, reason, from_at, until_at, asked_by, approval_id, written_at,
        lifted_at, lifted_because)
      select gen_random_uuid(), 'tpp-' || n % 300, 'payments', 'old', now() - interval '2 days', now() - interval '1 day',
        'stf-1', 'old-' || n, now(), now(), 'time' from generate_series(1, 20000) as n`);
    // Of all the firms of a register hardly one has every role, and the bank has few of them.
    await world.owner.execute(sql`
      insert into assent.tpp_registration (client_id, name, register, signed_at, in_register_at, authority, authority_at,
        standing, roles, barred_roles)
      select 'firm-' || n, 'Firm ' || n, '{}', now(), now(), case when n % 300 = 0 then '{}'::jsonb end, now(), 'active',
        '{account-information}', '{payment-initiation,funds-confirmation}' from generate_series(1, 9000) as n`);
    await world.owner.execute(sql`insert into assent.tpp_register_look (name, due_at) values ('register', now())`);
    await world.owner.execute(sql`analyze assent.tpp_registration`);
    await world.owner.execute(sql`analyze assent.tpp_suspension`);
    await world.owner.execute(sql`analyze assent.consent_change`);
    await world.owner.execute(sql`analyze assent.consent_projection`);
  });

  test("the list goes by what changed lately: no table is read through, however long", async () => {
    const plan = await planOf(denialsStatement);
    // What the bank holds of apps is no longer than its list of apps, and mostly empty; of looks there is one.
    const short = [undefined, "tpp_override", "tpp_register_look"];
    const read = nodesOf(plan).filter((node) => !short.includes(node["Relation Name"]));
    expect(read.length).toBeGreaterThan(2);
    expect(read.map((node) => node["Node Type"])).not.toContain("Seq Scan");
    expect(read.every((node) => node["Actual Rows"] < 100)).toBe(true);
    expect(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]).toBeLessThan(100);
  });

  test("a list beyond all measure is cut, and says so; what is on its way stays in it", async () => {
    await world.owner.execute(sql`update assent.consent_change set ended_at = now() where consent_id like 'old-%'`);
    const { denials, complete } = await createDenialRegister(world.db).read();
    expect(denials.filter(({ confirmed }) => confirmed)).toHaveLength(MOST_DENIALS.confirmed);
    expect(complete).toBe(false);
    expect(await denied("way-stop")).toHaveLength(1);
  });

  test("B-14: as many as pile up while the authorization server is away are all in it, the oldest too", async () => {
    await world.owner.execute(sql`
      update assent.consent_change set state = 'intended', ended_at = null, sending_until = now()
      where consent_id like 'old-%' and substr(consent_id, 5)::int <= 30000`);
    expect(await denied("old-1")).toEqual([{ effect: "ended", confirmed: false }]);
    expect(await denied("old-30000")).toEqual([{ effect: "ended", confirmed: false }]);
    expect(await denied("long-stop")).toHaveLength(1);
  });
});
