import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { chanceOf } from "../../sandbox/bank/core/chance.ts";
import type { Finding } from "./judge.ts";
import { type Sharing, type Sharings, startSharings } from "./sharing.ts";
import type { Trial, Tried } from "./trial.ts";
import { until } from "./until.ts";
import type { FaultWorld } from "./world.ts";

/** The customer has pressed Stop in so many places at once when something dies. */
const STOPS_A_KILL = 3;

const VICTIMS = ["app", "authorizationServer", "bank"] as const;

interface Pressed extends Sharing {
  readonly key: string;
  /** The page that comes after it was seen. */
  readonly isAnswered: boolean;
}

/** Stops, and the app, the authorization server and the gateway die in turn. Each answered one must come to its end, once. */
async function killedMidStop(
  world: FaultWorld,
  kills: number,
  settings?: Readonly<Record<string, string>>,
  settleMs = 60_000,
): Promise<Tried> {
  const chance = chanceOf("a stop is killed");
  const sharings = await startSharings(world);
  try {
    const pressed: Pressed[] = [];
    // All of it beforehand, because it comes into our picture by a job.
    const shared = await sharings.share(kills * (1 + STOPS_A_KILL));
    if (settings) await world.app.start(settings);
    for (let kill = 0; kill < kills; kill++) {
      const [first, ...all] = shared.slice(kill * (1 + STOPS_A_KILL), (kill + 1) * (1 + STOPS_A_KILL));
      const length = await lengthOfAStop(sharings, first);
      const victim = world[VICTIMS[kill % VICTIMS.length] ?? "app"];
      const pressing = all.map(async (sharing): Promise<Pressed> => {
        const key = randomUUID();
        return { ...sharing, key, isAnswered: (await sharings.stop(sharing, key)) === 303 };
      });
      // Before it is on record, before it is sent, before it is settled.
      await sleep(chance.between(0, Math.round(length)));
      await victim.kill();
      pressed.push(...(await Promise.all(pressing)));
      await victim.start(victim === world.app ? settings : undefined);
    }
    const recorded = await onRecord(world, pressed);
    await until("no stop is left in between", async () => (await left(world, pressed)) === 0, settleMs);
    const findings = await judgeStops(world, pressed);
    for (const one of pressed) {
      // Whoever was answered is not asked to look after it.
      const status = await sharings.read(one);
      const wanted = recorded.has(one.consentId) ? 401 : 200;
      if (status === wanted) continue;
      const what = `the gateway answers ${status} in the place of ${wanted}`;
      findings.push({ fault: "lost", consentId: one.consentId, what });
    }
    const answers = pressed.filter(({ isAnswered }) => isAnswered).length;
    return {
      done: `${kills} kills, ${pressed.length} stops: ${recorded.size} on record, ${answers} answered`,
      findings,
    };
  } finally {
    await sharings.close();
    await world.app.start();
  }
}

/** Milliseconds, at this moment on this machine. */
async function lengthOfAStop(sharings: Sharings, sharing: Sharing | undefined): Promise<number> {
  const begun = performance.now();
  if (sharing && (await sharings.stop(sharing)) !== 303) throw new Error("a stop was not taken");
  return performance.now() - begun;
}

const idsOf = (pressed: readonly Pressed[]) => pressed.map(({ consentId }) => consentId);

async function onRecord({ sql }: FaultWorld, pressed: readonly Pressed[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ consentId: string }[]>`
    select distinct consent_id as "consentId" from assent.consent_change where consent_id = any(${idsOf(pressed)})`;
  return new Set(rows.map(({ consentId }) => consentId));
}

async function left({ sql }: FaultWorld, pressed: readonly Pressed[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from assent.consent_change
    where consent_id = any(${idsOf(pressed)}) and state = 'intended'`;
  return row?.count ?? 0;
}

/** Each on record: one change, settled; one version, one event for the outside; ended at the authorization server. */
async function judgeStops({ sql }: FaultWorld, pressed: readonly Pressed[]): Promise<Finding[]> {
  const rows = await sql<
    {
      consentId: string;
      changes: number;
      settled: number;
      versions: number;
      events: number;
      picture: string;
      held: string;
    }[]
  >`
    select consent.id as "consentId", consent.status as held, picture.status as picture,
      (select count(*)::int from assent.consent_change where consent_id = consent.id) as changes,
      (select count(*)::int from assent.consent_change where consent_id = consent.id and state = 'settled') as settled,
      (select count(*)::int from assent.consent_version_projection
        where consent_id = consent.id and to_status = 'revoked') as versions,
      (select count(*)::int from assent.outbox_event where consent_id = consent.id and to_status = 'revoked') as events
    from consent join assent.consent_projection as picture on picture.consent_id = consent.id
    where consent.id = any(${idsOf(pressed)})`;
  const answered = new Set(idsOf(pressed.filter(({ isAnswered }) => isAnswered)));
  return rows.flatMap(({ consentId, ...row }): Finding[] => {
    const { changes, settled, versions, events, picture, held } = row;
    const isUntouched = changes === 0 && held === "authorised" && picture === "authorised";
    if (isUntouched && !answered.has(consentId)) return [];
    if (Math.max(changes, versions, events) > 1) return [{ fault: "doubled", consentId, what: JSON.stringify(row) }];
    const isDone = settled === 1 && versions === 1 && events === 1 && picture === "revoked" && held === "revoked";
    if (isDone) return [];
    return [{ fault: isUntouched ? "lost" : "orphaned", consentId, what: JSON.stringify(row) }];
  });
}

export const stopsKilled: Trial = {
  figure: "X-08",
  what: "kill -9 of the app, the authorization server and the gateway in turn while a customer stops",
  times: { long: 60, short: 0, control: 6 },
  run: killedMidStop,
  control: {
    broken: "nothing brings a stop to the authorization server that was left on the way",
    run: (world, kills) => killedMidStop(world, kills, { WORKER: "off" }, 6_000),
  },
};
