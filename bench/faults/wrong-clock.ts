import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Customer } from "./customer.ts";
import { gather } from "./gather.ts";
import type { Finding } from "./judge.ts";
import { judgeAll } from "./read-ledgers.ts";
import { settled } from "./settling.ts";
import type { Trial, Tried } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

const MINUTE = 60_000;
const SHIFTS = { "5 minutes slow": -5 * MINUTE, "5 minutes fast": 5 * MINUTE, "a day fast": 24 * 60 * MINUTE };
const PRELOAD = pathToFileURL(`${import.meta.dirname}/shifted-clock.js`).href;

const AT_ONCE = 10;
/** Enough to open the question, and little enough to wait for. */
const ENDS_SOON_SECONDS = 4;

/** @param before the answers to consents that have ended. */
async function underEveryClock(
  world: FaultWorld,
  answers: number,
  shifts: Readonly<Record<string, number>> = SHIFTS,
  before: (consents: readonly string[]) => Promise<void> = async () => {},
): Promise<Tried> {
  const findings: Finding[] = [];
  const everybody: Customer[] = [];
  for (const [name, shiftMs] of Object.entries(shifts)) {
    await world.app.start({ CLOCK_SHIFT_MS: String(shiftMs) }, ["--import", PRELOAD]);
    for (let answered = 0; answered < answers / Object.keys(shifts).length; answered += 2 * AT_ONCE) {
      const later = await gather(world, AT_ONCE, { expiresInSeconds: 3_600 });
      const soon = await gather(world, AT_ONCE, { expiresInSeconds: ENDS_SOON_SECONDS });
      const told = await Promise.all(later.map((customer) => customer.answer("allow")));
      later.forEach(({ consentId }, at) => {
        if (told[at]?.confirmed === "allowed") return;
        findings.push({ fault: "lost", consentId, what: `${name}: refused before its end: ${told[at]?.stop}` });
      });
      await untilOver(world, soon);
      await before(soon.map(({ consentId }) => consentId));
      await Promise.all(soon.map((customer) => customer.answer("allow")));
      findings.push(...(await acceptedAfterTheEnd(world, soon, name)));
      everybody.push(...soon, ...later);
    }
  }
  await settled(world, everybody);
  findings.push(...(await judgeAll(world.sql, everybody)));
  return { done: `${everybody.length} answers under ${Object.keys(shifts).join(", ")}`, findings };
}

async function untilOver({ sql }: FaultWorld, customers: readonly Customer[]): Promise<void> {
  const [row] = await sql<{ ms: number }[]>`
    select extract(epoch from max(expires_at) - clock_timestamp())::float8 * 1000 as ms
    from consent where id = any(${customers.map(({ consentId }) => consentId)})`;
  await sleep(Math.max(0, row?.ms ?? 0) + 50);
}

async function acceptedAfterTheEnd({ sql }: FaultWorld, customers: readonly Customer[], clock: string) {
  const rows = await sql<{ id: string }[]>`
    select id from consent
    where status = 'authorised' and id = any(${customers.map(({ consentId }) => consentId)})`;
  const confirmed = customers.filter(({ told }) => told.some((page) => page.confirmed === "allowed"));
  const ids = new Set([...rows.map(({ id }) => id), ...confirmed.map(({ consentId }) => consentId)]);
  const what = `${clock}: accepted after its end`;
  return [...ids].map((consentId): Finding => ({ fault: "turned", consentId, what }));
}

export const wrongClock: Trial = {
  figure: "R9",
  what: "the app's clock five minutes slow, five minutes fast, a day fast; consents that end while the question is open",
  times: { long: 600, short: 0, control: 20 },
  async run(world, answers) {
    try {
      return await underEveryClock(world, answers);
    } finally {
      await world.app.start();
    }
  },
  control: {
    broken: "the authorization server, by whose database's clock it goes, forgets the end",
    async run(world, answers) {
      try {
        return await underEveryClock(
          world,
          answers,
          { "5 minutes slow": SHIFTS["5 minutes slow"] },
          async (consents) => {
            await world.sql`update consent set expires_at = null where id = any(${consents as string[]})`;
          },
        );
      } finally {
        await world.app.start();
      }
    },
  },
};
