import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asConsentId } from "~/domain/shared/ids";
import { sweeps } from "~/jobs/sweep";
import { aVisit } from "~/ports/consent-desk.builders";
import type { RetentionPeriods } from "~/ports/retention";
import { createConsentDesk } from "./consent-desk";
import { type ProjectionWorld, projectionWorld, SEAL } from "./consent-projection.harness";
import { countDue, createRetention } from "./retention";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const KEPT: RetentionPeriods = {
  pages: "P30D",
  visits: "P30D",
  records: "P6Y",
  notices: "P1Y",
  deliveries: "P90D",
  findings: "P1Y",
  reads: "P25M",
};

/** Everything of one visit as if it had been so long ago. */
const age = (visit: string, by: string) =>
  Promise.all([
    world.owner.execute(sql`
      update assent.consent_visit set opened_at = opened_at - ${by}::interval where id = ${visit}`),
    world.owner.execute(sql`update assent.shown_page set at = at - ${by}::interval where visit_id = ${visit}`),
    world.owner.execute(sql`
      update assent.consent_decision set intended_at = intended_at - ${by}::interval,
        ended_at = ended_at - ${by}::interval where visit_id = ${visit}`),
  ]);

const consentEnded = async (consent: string, ago: string) => {
  await world.owner.execute(sql`
    with gone as (delete from assent.consent_projection where consent_id = ${consent} returning *)
    select from gone`);
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids, created_at,
      changed_at)
    select ${consent}, 'tpp-beacon', 'account-access', 'revoked', 'as-found', max(version) + 1, '{}', now(),
      now() - ${ago}::interval from assent.outbox_event where consent_id = ${consent}`);
};

const page = (shownHash: string) =>
  ({ shownHash, payloadHash: "p", locale: "en-GB", catalogueVersion: "en-GB-1", shown: { words: ["w"] } }) as never;

async function aVisitHere(answer: boolean) {
  const visit = aVisit();
  const desk = createConsentDesk(world.db, { tenant: "test", seal: SEAL, vault: world.vault });
  await desk.openVisit(visit);
  await desk.keepShown(visit, page("first"));
  await desk.keepShown(visit, page("answered"));
  if (answer) {
    const recorded = await desk.intend(visit, { outcome: "allowed", accountIds: [], scopes: [] }, "answered");
    await desk.settle(visit, recorded, undefined);
  }
  return visit;
}

const held = async ({ id }: { readonly id: string }) => {
  const [row] = await world.owner.execute<Record<string, number>>(sql`
    select (select count(*)::int from assent.consent_visit where id = ${id}) as visits,
      (select count(*)::int from assent.shown_page where visit_id = ${id}) as pages,
      (select count(*)::int from assent.consent_decision where visit_id = ${id}) as decisions,
      (select count(*)::int from assent.receipt join assent.consent_decision as decision
        on decision.id = decision_id where visit_id = ${id}) as receipts`);
  return { ...row };
};

/** To the end, as the worker does it. */
async function swept(periods = KEPT, step = 1_000): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const job of sweeps({ retention: createRetention(world.db, periods, step) })) {
    for (let more = true; more; ) {
      const round = await job.round(new AbortController().signal);
      for (const [name, count] of Object.entries(round.counts)) all[name] = (all[name] ?? 0) + count;
      more = round.more;
    }
  }
  return all;
}

describe("what was shown and answered", () => {
  test("a visit that nobody answered goes with its pages and its draft; one of yesterday stays", async () => {
    const [old, young] = [await aVisitHere(false), await aVisitHere(false)];
    await world.db.execute(sql`
      insert into assent.consent_draft (visit_id, customer_ref, payload_hash, draft, at)
      values (${old.id}, gen_random_uuid(), 'p', 'd', now())`);
    await age(old.id, "31 days");
    await age(young.id, "1 day");
    expect(await swept()).toMatchObject({ visits: 1, pages: 2, decisions: 0 });
    expect(await held(old)).toMatchObject({ visits: 0, pages: 0 });
    expect(await held(young)).toMatchObject({ visits: 1, pages: 2 });
  });

  test("of an answered visit the page that was answered stays, and the other goes with what was not answered", async () => {
    const visit = await aVisitHere(true);
    await age(visit.id, "5 years");
    const draftFrom = (ago: string) =>
      world.db.execute(sql`
        insert into assent.consent_draft (visit_id, customer_ref, payload_hash, draft, at)
        values (${visit.id}, gen_random_uuid(), 'p', 'd', now() - ${ago}::interval)
        on conflict (visit_id) do update set at = excluded.at`);
    const drafts = async () =>
      (await world.db.execute(sql`select from assent.consent_draft where visit_id = ${visit.id}`)).length;
    await draftFrom("20 days");
    expect(await swept()).toMatchObject({ pages: 1, visits: 0, decisions: 0 });
    expect(await held(visit)).toEqual({ visits: 1, pages: 1, decisions: 1, receipts: 1 });
    expect(await drafts()).toBe(1);
    await draftFrom("31 days");
    await swept();
    expect(await drafts()).toBe(0);
  });

  test("a decision goes when it and its consent have both ended before RECORDS_KEPT_FOR, and not before", async () => {
    const [lives, ended, long] = [await aVisitHere(true), await aVisitHere(true), await aVisitHere(true)];
    for (const { id } of [lives, ended, long]) await age(id, "7 years");
    await consentEnded(ended.consentId, "5 years");
    await consentEnded(long.consentId, "7 years");
    expect(await swept()).toMatchObject({ decisions: 1 });
    expect(await held(lives)).toMatchObject({ decisions: 1, receipts: 1 });
    expect(await held(ended)).toMatchObject({ decisions: 1, receipts: 1 });
    expect(await held(long)).toEqual({ visits: 0, pages: 0, decisions: 0, receipts: 0 });
  });

  test("no setting goes below the shortest periods", async () => {
    const [visit, answered] = [await aVisitHere(false), await aVisitHere(true)];
    await age(visit.id, "20 hours");
    await age(answered.id, "300 days");
    await consentEnded(answered.consentId, "300 days");
    const none = {
      pages: "P0D",
      visits: "P0D",
      records: "P0D",
      notices: "P0D",
      deliveries: "P0D",
      findings: "P0D",
      reads: "P0D",
    };
    await swept(none);
    expect(await held(visit)).toMatchObject({ visits: 1, pages: 2 });
    expect(await held(answered)).toMatchObject({ decisions: 1, pages: 1 });
  });

  test("C-22: nor does the app itself, whatever it asks the database for", async () => {
    const [visit, answered] = [await aVisitHere(false), await aVisitHere(true)];
    await age(visit.id, "20 hours");
    await age(answered.id, "300 days");
    await consentEnded(answered.consentId, "300 days");
    // To compare intervals PostgreSQL takes a month for 30 days: this one is "longer" than any of the shortest periods.
    const future = "-1000 years 361000 days";
    await swept({
      pages: future,
      visits: future,
      records: future,
      notices: future,
      deliveries: future,
      findings: future,
      reads: future,
    });
    expect(await held(visit)).toMatchObject({ visits: 1, pages: 2 });
    expect(await held(answered)).toMatchObject({ decisions: 1, pages: 1 });
  });

  test("what would go is counted without going; then many workers at once take each once", async () => {
    const visits = await Promise.all(Array.from({ length: 30 }, () => aVisitHere(false)));
    for (const { id } of visits) await age(id, "40 days");
    const due = await countDue(world.owner, KEPT);
    expect(due).toMatchObject({ visits: 30, pages: 60 });
    expect(await countDue(world.owner, KEPT)).toEqual(due);
    const all = await Promise.all(Array.from({ length: 4 }, () => swept(KEPT, 7)));
    const rest = await swept(KEPT, 7);
    expect([...all, rest].reduce((sum, { visits = 0 }) => sum + visits, 0)).toBe(30);
  });

  test("a visit that is being answered at this moment stays", async () => {
    const visit = await aVisitHere(false);
    await age(visit.id, "40 days");
    await world.owner.transaction(async (transaction) => {
      await transaction.execute(sql`select from assent.consent_visit where id = ${visit.id} for key share`);
      await swept();
    });
    expect(await held(visit)).toMatchObject({ visits: 1, pages: 2 });
    await swept();
    expect(await held(visit)).toMatchObject({ visits: 0 });
  });
});

describe("what was told", () => {
  const events = (consent: string) =>
    world.owner.execute<{ version: number }>(
      sql`select version from assent.outbox_event where consent_id = ${consent} order by version`,
    );

  /** Three versions, each with a delivery and an attempt; the notice is of the second. */
  async function told(state: "delivered" | "queued", ago: string) {
    const consent = asConsentId(`told-${Math.random()}`);
    await world.owner.execute(sql`
      with event as (
        insert into assent.outbox_event (id, consent_id, version, client_id, kind, move, to_status, actor_type, reason,
          correlation_id, occurred_at, addressed_at)
        select gen_random_uuid(), ${consent}, version, 'tpp', 'account-access', 'stop', 'revoked', 'customer', 'r', 'c',
          now() - ${ago}::interval, now() - ${ago}::interval from generate_series(1, 3) as version
        returning *
      ), delivery as (
        insert into assent.outbox_delivery (id, event_id, channel, recipient, consent_id, version, state, body, ended_at)
        select gen_random_uuid(), id, 'tpp', 'tpp', consent_id, version, ${state}, 'b',
          case when ${state} <> 'queued' then now() - ${ago}::interval end from event
        returning id
      ), attempt as (
        insert into assent.delivery_attempt (id, delivery_id, at, outcome, duration_ms)
        select gen_random_uuid(), id, now(), 'delivered', 1 from delivery
      )
      insert into assent.customer_notice (id, customer_id, event_id, at, content)
      select gen_random_uuid(), 'cus-1', id, now() - ${ago}::interval, '{}' from event where version = 2`);
    return consent;
  }
  const versions = async (consent: string) => (await events(consent)).map(({ version }) => version);

  test("what everybody has heard goes; the newest version stays, and what a notice is about", async () => {
    const consent = await told("delivered", "100 days");
    expect(await swept()).toMatchObject({ events: 1, deliveries: 1, notices: 0 });
    expect(await versions(consent)).toEqual([2, 3]);
    const [left] = await world.owner.execute(sql`
      select count(*)::int as n from assent.delivery_attempt join assent.outbox_delivery as delivery
        on delivery.id = delivery_id where consent_id = ${consent}`);
    expect(left).toEqual({ n: 2 });
  });

  test("a notice goes after its own time, and what it is about with it", async () => {
    const consent = await told("delivered", "400 days");
    expect(await swept()).toMatchObject({ notices: 1, events: 2 });
    expect(await versions(consent)).toEqual([3]);
  });

  test("what still waits for somebody stays, however old", async () => {
    const consent = await told("queued", "400 days");
    await swept();
    expect(await versions(consent)).toEqual([1, 2, 3]);
  });
});

test("a finding goes a year after it was settled, and stays while it is not", async () => {
  await world.owner.execute(sql`
    insert into assent.drift_finding (id, consent_id, found_at, repaired_at, lawful) values
      (gen_random_uuid(), 'f-settled', now() - interval '3 years', now() - interval '2 years', true),
      (gen_random_uuid(), 'f-young', now() - interval '3 years', now() - interval '1 month', true),
      (gen_random_uuid(), 'f-open', now() - interval '3 years', null, true)`);
  expect(await swept()).toMatchObject({ findings: 1 });
  const left = await world.owner.execute(sql`select consent_id as id from assent.drift_finding order by id`);
  expect(left.map(({ id }) => id).sort()).toEqual(["f-open", "f-young"]);
});
