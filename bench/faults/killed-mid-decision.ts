import { setTimeout as sleep } from "node:timers/promises";
import { type Chance, chanceOf } from "../../sandbox/bank/core/chance.ts";
import type { Choice, Customer } from "./customer.ts";
import { gather } from "./gather.ts";
import { judgeAll } from "./read-ledgers.ts";
import { settled } from "./settling.ts";
import type { Tried } from "./trial.ts";
import { until } from "./until.ts";
import type { FaultWorld } from "./world.ts";

interface Killing {
  readonly world: FaultWorld;
  readonly kills: number;
  /** The same seed kills at the same moments of a run. */
  readonly seed: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** For a control: nobody comes back, and it ends early with a kill that met a decision at one of these moments. */
  readonly untilMet?: readonly Moment[];
  /** How long the job gets at the end, in milliseconds. */
  readonly settleMs?: number;
}

/** How far a decision had come when the process died. */
type Moment =
  | "not yet on record"
  | "on record and not sent"
  | "sent and not settled"
  | "settled and not confirmed"
  | "confirmed";

const AT_ONCE = 12;

/** No moment is early or late in all rounds: a kill may also come before the first answer and after the last. */
const BEYOND = 1.15;

/** So many kills on, the machine may be faster or slower than it was. */
const MEASURED_EVERY = 10;

/**
 * Customers answer at the same moment, and a process dies while they do: again and again, each time at another moment
 * of the decision. Some customers come back, some with the other answer, some never.
 */
export async function killedMidDecision(the: Killing): Promise<Tried> {
  const { world, untilMet } = the;
  const chance = chanceOf(the.seed);
  const everybody: Customer[] = [];
  const met: Partial<Record<Moment, number>> = {};
  const fallenBefore = world.falls();
  let longest = 0;
  let kills = 0;
  while (kills < the.kills && !untilMet?.some((moment) => met[moment])) {
    if (kills % MEASURED_EVERY === 0) {
      const undisturbed = await gather(world, AT_ONCE);
      everybody.push(...undisturbed);
      longest = await answerAll(undisturbed, chance);
    }
    kills += 1;
    const customers = await gather(world, AT_ONCE);
    everybody.push(...customers);
    const answering = answerAll(customers, chance);
    // What was confirmed is met for certain by a kill that comes after it.
    if (untilMet?.includes("confirmed")) await answering;
    else await sleep((longest * BEYOND * chance.between(0, 1_000)) / 1_000);
    await the.kill();
    await answering;
    await the.restart();
    await world.raise();
    for (const moment of await momentsOf(world, customers)) met[moment] = (met[moment] ?? 0) + 1;
    if (!untilMet) await comeBack(customers, chance);
  }
  await world.raise();
  await settled(world, everybody, the.settleMs);
  const falls = world.falls() - fallenBefore;
  const moments = Object.entries(met).map(([moment, times]) => `${times} ${moment}`);
  return {
    done: `${kills} kills, ${everybody.length} decisions (${moments.join(", ")})${falls ? `, ${falls} falls` : ""}`,
    findings: await judgeAll(world.sql, everybody),
  };
}

/** @returns milliseconds until the last was answered, or given up. */
async function answerAll(customers: readonly Customer[], chance: Chance): Promise<number> {
  const begun = performance.now();
  await Promise.all(customers.map((customer) => customer.answer(choiceOf(chance))));
  return performance.now() - begun;
}

const choiceOf = (chance: Chance): Choice => chance.pick(["allow", "allow", "refuse"]);

async function comeBack(customers: readonly Customer[], chance: Chance): Promise<void> {
  await Promise.all(
    customers.map(async (customer) => {
      const does = chance.pick(["reload", "reload", "again", "otherwise", "never", "never"]);
      const [first = "allow"] = customer.answered;
      if (does === "reload") await customer.lookAgain();
      if (does === "again") await customer.answer(first);
      if (does === "otherwise") await customer.answer(first === "allow" ? "refuse" : "allow");
    }),
  );
}

async function momentsOf({ sql }: FaultWorld, customers: readonly Customer[]): Promise<readonly Moment[]> {
  const rows: { consentId: string; state: string | null; there: boolean }[] = [];
  await until("the ledgers can be read", async () => {
    rows.push(
      ...(await sql<typeof rows>`
        select handoff.consent_id as "consentId", handoff.decision is not null as there, own.state
        from handoff left join assent.consent_visit visit on visit.consent_id = handoff.consent_id
          left join assent.consent_decision own on own.visit_id = visit.id
        where handoff.consent_id = any(${customers.map(({ consentId }) => consentId)})`),
    );
    return true;
  });
  const told = new Set(customers.filter((one) => one.told.some((page) => page.confirmed)).map((one) => one.consentId));
  return rows.map(({ consentId, state, there }) => {
    if (told.has(consentId)) return "confirmed";
    if (state === null) return "not yet on record";
    if (state === "intended") return there ? "sent and not settled" : "on record and not sent";
    return "settled and not confirmed";
  });
}
