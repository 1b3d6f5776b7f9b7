import { chanceOf } from "../../sandbox/bank/core/chance.ts";
import type { Choice, Customer } from "./customer.ts";
import { gather } from "./gather.ts";
import type { Finding } from "./judge.ts";
import { judgeAll } from "./read-ledgers.ts";
import { settled } from "./settling.ts";
import type { Trial, Tried } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

const AT_ONCE = 16;

/** The two forms that leave one browser at the same moment: a double click, or two tabs that disagree. */
const PAIRS: readonly [readonly [Choice, Choice], ...(readonly [Choice, Choice])[]] = [
  ["allow", "allow"],
  ["refuse", "refuse"],
  ["allow", "refuse"],
  ["refuse", "allow"],
];

async function submitTwice(world: FaultWorld, pairs: number): Promise<Tried> {
  const { between, pick } = chanceOf("everything is sent twice");
  const everybody: Customer[] = [];
  const unsure: Finding[] = [];
  for (let left = pairs; left > 0; left -= AT_ONCE) {
    const customers = await gather(world, Math.min(AT_ONCE, left));
    everybody.push(...customers);
    await Promise.all(
      customers.map(async (customer) => {
        const pair = pick(PAIRS);
        // The same moment, or a few milliseconds apart: the second meets every stage of the first.
        const pause = new Promise((resolve) => setTimeout(resolve, between(0, 30)));
        const [first, second] = await Promise.all([
          customer.answer(pair[0]),
          pause.then(() => customer.answer(pair[1])),
        ]);
        if (first?.confirmed && first.confirmed === second?.confirmed) return;
        const what = `told ${first?.stop ?? first?.status} and ${second?.stop ?? second?.status}`;
        unsure.push({ fault: "stuck", consentId: customer.consentId, what });
      }),
    );
  }
  await settled(world, everybody);
  return {
    done: `${pairs} pairs of forms`,
    findings: [...unsure, ...(await judgeAll(world.sql, everybody))],
  };
}

/** A database in which the last answer of a visit replaces the one before, as it would without our unique key. */
const LAST_ANSWER_COUNTS = `
  create function assent.last_answer_counts() returns trigger language plpgsql security definer as $$ begin
    update assent.consent_decision set decision = new.decision where visit_id = new.visit_id;
    return new;
  end $$;
  create trigger last_answer_counts before insert on assent.consent_decision
    for each row execute function assent.last_answer_counts();`;

export const doubleSubmits: Trial = {
  figure: "R5",
  what: "each form sent twice at the same moment, half of the pairs allow against refuse",
  times: { long: 10_000, short: 48, control: 48 },
  run: submitTwice,
  control: {
    broken: "the last answer counts, and not the first",
    async run(world, pairs) {
      await world.sql.unsafe(LAST_ANSWER_COUNTS);
      try {
        return await submitTwice(world, pairs);
      } finally {
        await world.sql.unsafe("drop function assent.last_answer_counts cascade");
      }
    },
  },
};
