import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openDatabase } from "../client.server";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createReminders } from "./reminders";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world?.stop());
beforeEach(() =>
  world.owner.execute(sql`
    truncate assent.consent_projection, assent.consent_change, assent.outbox_event, assent.consent_reminder cascade`),
);

interface Scene {
  /** From now, in days. */
  readonly endsIn: number;
  /** Until now, in days. */
  readonly agreedAgo?: number;
  readonly status?: string;
  readonly kind?: string;
  readonly customer?: string | null;
}

const DAY = sql`interval '1 day'`;

async function aConsent(id: string, scene: Scene) {
  const { endsIn, agreedAgo = 60, status = "authorised", kind = "account-access", customer = "cus-1" } = scene;
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, expires_at, suspended_by)
    values (${id}, 'tpp-beacon', 'Budget Beacon', ${kind}, ${customer}, ${status}, 'as-found', 1, '{}',
      now() - ${agreedAgo}::float8 * ${DAY}, now(), now() + ${endsIn}::float8 * ${DAY},
      ${status === "suspended" ? "staff" : null})`);
}

const later = (passed: number) =>
  world.owner.execute(sql`
    with moved as (
      update assent.consent_projection set expires_at = expires_at - ${passed}::float8 * ${DAY},
        created_at = created_at - ${passed}::float8 * ${DAY}
    )
    update assent.consent_reminder set ends_at = ends_at - ${passed}::float8 * ${DAY}`);

const queue = (limit = 100) => createReminders(world.db).queue(limit);

const told = async () => {
  const rows = await world.owner.execute<{ consent_id: string; reminder_days: number }>(
    sql`select consent_id, reminder_days from assent.outbox_event where move = 'remind' order by id`,
  );
  return rows.map(({ consent_id, reminder_days }) => `${consent_id} ${reminder_days}`);
};

test("D-12: 30, 7 and 1 day before the end, each once", async () => {
  await aConsent("c", { endsIn: 31, agreedAgo: 59 });
  for (const [passed, then] of [
    [0, []],
    [1, ["c 30"]],
    [3, ["c 30"]],
    [20, ["c 30", "c 7"]],
    [6, ["c 30", "c 7", "c 1"]],
    [0.5, ["c 30", "c 7", "c 1"]],
    [1, ["c 30", "c 7", "c 1"]],
  ] as const) {
    await later(passed);
    await queue();
    await queue();
    expect(await told()).toEqual(then);
  }
});

test("D-12: a worker that was away says only what is nearest", async () => {
  await aConsent("five", { endsIn: 5 });
  await aConsent("hours", { endsIn: 0.5 });
  expect(await queue()).toEqual({ queued: 2, forgotten: 0 });
  expect(await queue()).toEqual({ queued: 0, forgotten: 0 });
  expect((await told()).sort()).toEqual(["five 7", "hours 1"]);
});

test.each<[string, Scene]>([
  ["has ended, whoever has written that down", { endsIn: -0.01 }],
  ["was stopped", { endsIn: 5, status: "revoked" }],
  ["is paused", { endsIn: 5, status: "suspended" }],
  ["was never authorised", { endsIn: 5, status: "pending" }],
  ["is a payment, which is used up by one use", { endsIn: 5, kind: "domestic-payment" }],
  ["is nobody's any more", { endsIn: 5, customer: null }],
  ["ends within a day of the answer", { endsIn: 0.9, agreedAgo: 0 }],
  ["was agreed to this week for a week", { endsIn: 6.9, agreedAgo: 0.1 }],
])("D-12: nobody is reminded of what %s", async (_, scene) => {
  await aConsent("c", scene);
  expect((await queue()).queued).toBe(0);
});

test("D-12: of a short one only by what comes in its second half", async () => {
  await aConsent("ten", { endsIn: 9, agreedAgo: 1 });
  const steps: string[][] = [];
  for (const passed of [0, 3, 5.5]) {
    await later(passed);
    await queue();
    steps.push(await told());
  }
  expect(steps).toEqual([[], [], ["ten 1"]]);
});

test("D-12: renewed, it is reminded of its new end, by when that was agreed to", async () => {
  const renewed = async (id: string, ago: number) => {
    await aConsent(id, { endsIn: 6 });
    await queue();
    await world.owner.execute(sql`
      update assent.consent_projection set expires_at = now() + interval '29 days', version = 2 where consent_id = ${id}`);
    await world.owner.execute(sql`
      insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason, source,
        difference, correlation_id)
      values (${id}, 2, now() - ${ago}::float8 * ${DAY}, 'renew', 'authorised', 'customer', 'reauthorised', 'assent', '{}',
        'x')`);
    await queue();
  };
  await renewed("long", 61);
  await renewed("short", 0);
  expect(await told()).toEqual(["long 7", "long 30", "short 7"]);
});

test("C-10: nobody is reminded of what is just being stopped", async () => {
  await aConsent("c", { endsIn: 5 });
  await world.owner.execute(sql`
    insert into assent.consent_change (id, consent_id, client_id, kind, move, actor_type, actor_ref, reason,
      idempotency_key, correlation_id)
    values (gen_random_uuid(), 'c', 'tpp-beacon', 'account-access', 'stop', 'customer', 'ref', 'customer-stopped', 'k', 'x')`);
  expect((await queue()).queued).toBe(0);
});

describe("exactly once", () => {
  const many = async (count: number) => {
    for (let nth = 0; nth < count; nth++) await aConsent(`c-${nth}`, { endsIn: 5 + nth / 1_000 });
  };
  const onceEach = async (count: number) => {
    const all = await told();
    expect([all.length, new Set(all).size]).toEqual([count, count]);
  };

  test("however many workers there are, in batches", async () => {
    await many(60);
    const others = [1, 2, 3].map(() => openDatabase(world.url, 1));
    const drain = async (db: ProjectionWorld["db"]) => {
      while ((await createReminders(db).queue(10)).queued > 0);
    };
    await Promise.all(others.map(({ db }) => drain(db)));
    await queue();
    await Promise.all(others.map(({ close }) => close()));
    await onceEach(60);
  });

  test("a worker that is killed in the middle has said nothing, and the next says all of it", async () => {
    await many(20);
    const killed = openDatabase(world.url, 1, 0, "login");
    const [own] = await killed.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    // The mark waits for this, with all of the events before it already written.
    const blocker = postgres(world.url, { max: 1 });
    await blocker`begin`;
    await blocker`lock table assent.consent_reminder in share mode`;
    const round = createReminders(killed.db)
      .queue(50)
      .then(
        () => "said",
        () => "killed",
      );
    await vi.waitFor(async () => {
      const waits = await world.owner.execute(sql`
        select from pg_stat_activity where pid = ${own?.pid} and wait_event_type = 'Lock'`);
      expect(waits).toHaveLength(1);
    }, 20_000);
    await world.owner.execute(sql`select pg_terminate_backend(${own?.pid})`);
    expect(await round).toBe("killed");
    await blocker`rollback`;
    expect(await told()).toEqual([]);
    await queue();
    await onceEach(20);
    await Promise.all([killed.close(), blocker.end()]);
  });

  test("also after the notice itself was swept", async () => {
    await aConsent("c", { endsIn: 20 });
    await queue();
    await world.owner.execute(sql`delete from assent.outbox_event`);
    await later(1);
    expect((await queue()).queued).toBe(0);
  });
});

test("what it knows of ends that are past is forgotten", async () => {
  await aConsent("c", { endsIn: 5 });
  await queue();
  await later(7);
  expect(await queue()).toEqual({ queued: 0, forgotten: 1 });
});
