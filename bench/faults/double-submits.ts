import { chanceOf } from "../../sandbox/bank/core/chance.ts";
import { needsFactor } from "./asked.ts";
import type { Choice, Customer, Told } from "./customer.ts";
import { gather } from "./gather.ts";
import type { Finding } from "./judge.ts";
import { judgeAll } from "./read-ledgers.ts";
import { settled } from "./settling.ts";
import type { Trial, Tried } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

const AT_ONCE = 16;
const COMES_BACK = 3;

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
    // What decides is the last form: without this a yes to a payment would come long after the other.
    if (needsFactor(world.kind)) await Promise.all(customers.map((customer) => customer.prepare()));
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
        // Of two yeses the one that was asked for a factor last can be confirmed; the other page says where to look.
        const last = needsFactor(world.kind) ? await comeBack(customer, pair[1]) : undefined;
        if (last?.confirmed) return;
        const what = `told ${[first, second, last].map((told) => told?.stop ?? told?.status).join(", ")}`;
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

/**
 * Of two yeses only the one that was asked for a factor last can be confirmed, and one code takes the place of the other:
 * the other page, or both, say so, and whoever goes back from there is told. That all were told the same is for the judge.
 */
async function comeBack(customer: Customer, choice: Choice): Promise<Told | undefined> {
  for (let times = 0; times < COMES_BACK; times++) {
    const found = await customer.lookAgain();
    if (found?.confirmed) return found;
    const again = await customer.answer(choice);
    if (again?.confirmed) return again;
  }
  return customer.lookAgain();
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
  everyKind: true,
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
