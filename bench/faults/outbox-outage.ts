import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Chance, chanceOf } from "../../sandbox/bank/core/chance.ts";
import type { Finding } from "./judge.ts";
import type { Trial, Tried } from "./trial.ts";
import { until } from "./until.ts";
import type { FaultWorld } from "./world.ts";

/** Pauses between attempts, and with them the outage, are so much shorter than with a bank. */
const CLOCK = 0.02;
const OUTAGE_MS = 10 * 60_000 * CLOCK;
/** The speed of it is a bench of its own; here nothing may be missing in the end. */
const DRAINED_WITHIN_MS = 600_000;

/** No mail: its pauses would only make the run longer. */
const SETTINGS = { OUTBOX_TIME_FACTOR: String(CLOCK), SMTP_URL: "", MAIL_FROM: "" };

/** Two workers, killed at random, tell a receiver that is down for ten minutes and then comes back. */
async function throughAnOutage(world: FaultWorld, events: number, outageMs = OUTAGE_MS): Promise<Tried> {
  const chance = chanceOf("the receiver is down");
  const workers = [world.worker, world.otherWorker] as const;
  await Promise.all([world.app.start({ WORKER: "off" }), world.analytics.stop()]);
  const run = `outbox-${randomUUID()}`;
  await queue(world, run, events);
  let kills = 0;
  let over = false;
  const killing = (async () => {
    await Promise.all(workers.map((worker) => worker.start(SETTINGS)));
    while (!over) {
      kills += await killOne(workers, chance);
    }
  })();
  await sleep(outageMs);
  await world.analytics.start();
  const begun = performance.now();
  await until("everything is delivered", async () => (await undelivered(world, run)) === 0, DRAINED_WITHIN_MS);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  over = true;
  await killing;
  await Promise.all(workers.map((worker) => worker.stop()));
  const { findings, again } = await judgeDeliveries(world, run, events);
  await world.app.start();
  return {
    done: `${events} events, ${kills} kills of workers, drained in ${seconds} s, ${again} sent again`,
    findings,
  };
}

async function killOne(workers: readonly [FaultWorld["worker"], FaultWorld["worker"]], chance: Chance): Promise<1> {
  await sleep(chance.between(200, 2_000));
  const worker = chance.pick(workers);
  await worker.kill();
  await worker.start(SETTINGS);
  return 1;
}

/** Changes as decisions leave them: two of each consent, the second after the first. */
async function queue({ sql }: FaultWorld, run: string, events: number): Promise<void> {
  await sql`
    insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status, to_status,
      actor_type, reason, correlation_id, occurred_at)
    select gen_random_uuid(), ${run} || '-' || consent, version, 'tpp-beacon', 'account-access', 'cus-1',
      case version when 1 then 'authorise' else 'stop' end, case version when 1 then 'pending' else 'authorised' end,
      case version when 1 then 'authorised' else 'revoked' end, 'customer',
      case version when 1 then 'customer-approved' else 'customer-stopped' end, gen_random_uuid()::text,
      clock_timestamp()
    from generate_series(1, ${events / 2}::int) as consent, generate_series(1, 2) as version`;
}

async function undelivered({ sql }: FaultWorld, run: string): Promise<number> {
  const [row] = await sql<{ left: number }[]>`
    select count(*) filter (where event.addressed_at is null or delivery.state = 'queued')::int as left
    from assent.outbox_event as event
      left join assent.outbox_delivery as delivery on delivery.event_id = event.id and delivery.channel = 'analytics'
    where event.consent_id like ${`${run}-%`}`;
  return row?.left ?? Number.NaN;
}

/** What the receiver has: each change once, and a consent's second change after its first. */
async function judgeDeliveries({ sql }: FaultWorld, run: string, events: number) {
  const rows = await sql<{ consentId: string; versions: number[]; deliveries: number }[]>`
    select consent_id as "consentId", array_agg(version order by arrival) as versions, sum(deliveries)::int as deliveries
    from analytics.event where consent_id like ${`${run}-%`} group by consent_id`;
  const findings: Finding[] = [];
  let arrived = 0;
  let deliveries = 0;
  for (const row of rows) {
    arrived += row.versions.length;
    deliveries += row.deliveries;
    const came = row.versions.join();
    if (came === "1,2") continue;
    const fault = row.versions.length > 2 ? "doubled" : came === "2,1" ? "turned" : "lost";
    findings.push({ fault, consentId: row.consentId, what: `versions arrived: ${came}` });
  }
  const missing = events / 2 - rows.length;
  if (missing > 0) findings.push({ fault: "lost", consentId: run, what: `nothing arrived of ${missing} consents` });
  return { findings, again: deliveries - arrived };
}

/** A database in which a delivery counts as made when it is taken, before it is sent. */
const ACKNOWLEDGED_BEFORE_SENT = `
  create function assent.acknowledged_before_sent() returns trigger language plpgsql as $$ begin
    new.state := 'delivered';
    new.ended_at := clock_timestamp();
    return new;
  end $$;
  create trigger acknowledged_before_sent before update on assent.outbox_delivery
    for each row when (old.sending_until is null and new.sending_until is not null)
    execute function assent.acknowledged_before_sent();`;

export const outboxOutage: Trial = {
  figure: "R7",
  what: "the receiver of events down for ten minutes of a clock that runs fifty times faster, two workers killed at random",
  times: { long: 10_000, short: 0, control: 200 },
  run: throughAnOutage,
  control: {
    broken: "acknowledged before it is sent",
    async run(world, events) {
      await world.sql.unsafe(ACKNOWLEDGED_BEFORE_SENT);
      try {
        return await throughAnOutage(world, events, OUTAGE_MS / 4);
      } finally {
        await world.sql.unsafe("drop function assent.acknowledged_before_sent cascade");
      }
    },
  },
};
