import { createBrowser } from "../../sandbox/authorization-server/testing/browser.ts";
import { type Chance, chanceOf } from "../../sandbox/bank/core/chance.ts";
import { type Customer, readTold } from "./customer.ts";
import { gather } from "./gather.ts";
import type { HandOff } from "./hand-off.ts";
import type { Finding } from "./judge.ts";
import { judgeAll } from "./read-ledgers.ts";
import { settled } from "./settling.ts";
import type { Trial, Tried } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

const AT_ONCE = 16;
const REPLAYS_OF_ONE = 20;

/** What a browser may show to somebody who comes again, or comes with what is another's. */
const SAFE = new Set(["already-decided", "opened-elsewhere", "unknown", "expired", "leaving"]);

interface Replayed {
  readonly customer: Customer;
  readonly handOff: HandOff;
  /** Of somebody else. */
  readonly other: Customer;
}

type Replay = (replayed: Replayed, world: FaultWorld) => Promise<{ readonly status: number; readonly text: string }>;

/** What somebody else can bring, also while the customer has the question open. */
const BY_OTHERS: readonly [Replay, ...Replay[]] = [
  // The hand-off, from a history or a log, in a browser that never had it.
  ({ handOff }, world) => open(createBrowser(), world.topology.appOrigin + handOff.path),
  // The form without the cookie; and with a cookie that is good for another visit, under this one's name.
  ({ customer }) => open(createBrowser(), customer.page, { ...customer.fields, choice: "allow" }),
  ({ customer, other }) => {
    const [name = ""] = Object.keys(customer.browser.cookies(customer.page));
    const [value = ""] = Object.values(other.browser.cookies(other.page));
    return open(createBrowser({ [name]: value }), customer.page, { ...customer.fields, choice: "allow" });
  },
];

/** What can come again once the visit is over. */
const AFTERWARDS: readonly [Replay, ...Replay[]] = [
  ...BY_OTHERS,
  ({ customer, handOff }, world) => open(customer.browser, world.topology.appOrigin + handOff.path),
  // The question, by the back button; its form as it was, with the other answer, and without anything.
  ({ customer }) => open(customer.browser, customer.page),
  ({ customer }) => open(customer.browser, customer.page, { ...customer.fields, choice: "allow" }),
  ({ customer }) => open(customer.browser, customer.page, { ...customer.fields, choice: "refuse" }),
  ({ customer }) => open(customer.browser, customer.page, { choice: "refuse" }),
  // The cookie, copied.
  ({ customer }) => open(createBrowser(customer.browser.cookies(customer.page)), customer.page),
  // The page after the answer, and its button.
  ({ customer }) => open(customer.browser, `${customer.page}/outcome`),
  ({ customer }) => open(customer.browser, `${customer.page}/outcome`, { choice: "go-on" }),
];

async function open(browser: ReturnType<typeof createBrowser>, address: string | URL, form?: Record<string, string>) {
  const { origin } = new URL(address);
  let answer = form ? await browser.submit(address, form) : await browser.open(address);
  for (let hops = 0; answer.location?.origin === origin && hops < 4; hops++)
    answer = await browser.open(answer.location);
  return answer;
}

async function replay(world: FaultWorld, tries: number): Promise<Tried> {
  const chance = chanceOf("everything is sent again");
  const everybody: Customer[] = [];
  const unsafe: Finding[] = [];
  let replays = 0;
  while (replays < tries) {
    const visits = await visited(world, chance);
    await settled(
      world,
      visits.map(({ customer }) => customer),
    );
    const over = await answered(world, visits);
    const before = await effectsOf(world, visits);
    await Promise.all(
      visits.map(async ({ customer, handOff }, at) => {
        const other = visits[(at + 1) % visits.length]!.customer;
        for (let again = 0; again < REPLAYS_OF_ONE; again++) {
          const { status, text } = await chance.pick(over.has(customer.consentId) ? AFTERWARDS : BY_OTHERS)(
            { customer, handOff, other },
            world,
          );
          replays += 1;
          const { stop } = readTold({ status, text });
          if (status < 500 && stop !== undefined && SAFE.has(stop)) continue;
          unsafe.push({
            fault: "turned",
            consentId: customer.consentId,
            what: `${status} ${stop ?? "no page of ours"}`,
          });
        }
      }),
    );
    const after = await effectsOf(world, visits);
    for (const [consentId, effects] of after) {
      if (effects === before.get(consentId)) continue;
      unsafe.push({
        fault: "doubled",
        consentId,
        what: `a replay had an effect: ${before.get(consentId)} became ${effects}`,
      });
    }
    everybody.push(...visits.map(({ customer }) => customer));
  }
  return { done: `${replays} replays`, findings: [...unsafe, ...(await judgeAll(world.sql, everybody))] };
}

/** Most of them are answered, some ran out before that, and some still stand in front of the question. */
async function visited(world: FaultWorld, chance: Chance) {
  const customers = await gather(world, AT_ONCE);
  return Promise.all(
    customers.map(async (customer, at) => {
      const { handOff } = customer;
      if (at % 4 === 2) {
        await world.sql`
          update handoff set expires_at = clock_timestamp() - interval '1 second' where consent_id = ${handOff.consentId}`;
        await customer.answer("allow");
      } else if (at % 4 !== 3) {
        await customer.answer(chance.pick(["allow", "refuse"]));
      }
      return { handOff, customer };
    }),
  );
}

/** An answer that a busy machine kept from the record may still be given: sent again, it is the first and not a second. */
async function answered({ sql }: FaultWorld, visits: readonly { readonly handOff: HandOff }[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select visit.consent_id as id from assent.consent_decision decision
      join assent.consent_visit visit on visit.id = visit_id
    where visit.consent_id = any(${visits.map(({ handOff }) => handOff.consentId)})`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Everything that a second effect would change, as one text for each consent. What lapsed without an answer is ended by
 * the authorization server by itself, now or in half a minute: there an effect would be an answer or a grant.
 */
async function effectsOf({ sql }: FaultWorld, visits: readonly { readonly handOff: HandOff }[]) {
  const rows = await sql<{ id: string; effects: string }[]>`
    select consent.id, concat_ws(' ', (select decision from handoff where consent_id = consent.id),
      (select count(*) from consent_grant where consent_id = consent.id),
      (select string_agg(concat(decision.state, decision.decision), ',') from assent.consent_decision decision
        join assent.consent_visit visit on visit.id = visit_id
        where visit.consent_id = consent.id and decision.decision ->> 'outcome' = 'allowed'),
      (select count(*) from assent.receipt where consent_id = consent.id),
      case when not exists (
        select from handoff where consent_id = consent.id and decision is null and expires_at < clock_timestamp()
      ) then concat_ws(' ', consent.status, consent.revision,
        (select version from assent.consent_projection where consent_id = consent.id),
        (select count(*) from assent.outbox_event where consent_id = consent.id)) end) as effects
    from consent where id = any(${visits.map(({ handOff }) => handOff.consentId)})`;
  return new Map(rows.map(({ id, effects }) => [id, effects]));
}

/** A database that lets a hand-off be opened as often as somebody brings it. */
const OPENS_AGAIN = `
  create function assent.opens_again() returns trigger language plpgsql security definer as $$ begin
    if exists (select from assent.consent_visit where id = new.id) then
      new.id := overlay(new.id placing substr(md5(random()::text), 1, 8) from 1 for 8);
    end if;
    return new;
  end $$;
  create trigger opens_again before insert on assent.consent_visit
    for each row execute function assent.opens_again();`;

export const replays: Trial = {
  figure: "R8",
  what: "hand-offs, forms and cookies of visits that are over, sent again",
  everyKind: true,
  slow: true,
  times: { long: 10_000, short: 160, control: 320 },
  run: replay,
  control: {
    broken: "a hand-off opens as often as it is brought",
    async run(world, tries) {
      await world.sql.unsafe(OPENS_AGAIN);
      try {
        return await replay(world, tries);
      } finally {
        await world.sql.unsafe("drop function assent.opens_again cascade");
      }
    },
  },
};
