import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RevocationRuns } from "~/ports/revocation-runs";
import { type RevocationWorld, startRevocationWorld } from "./bulk-revocation.harness";
import { runRevocation } from "./run-revocation";

let the: RevocationWorld;
beforeAll(async () => {
  the = await startRevocationWorld();
});
afterAll(() => the.close());

const EACH_ONCE = { changes: 1, intended: 1, settled: 1, moved: 1, versions: 1, events: 1 };

/** How many of everything there is of each consent of a list, and how many consents have so many. */
const countsOf = (id: string) =>
  the.rows(sql`
    select count(*)::int as consents, changes, intended, settled, moved, versions, events from (
      select (select count(*)::int from assent.consent_change as change where change.consent_id = item.consent_id) as changes,
        (select count(*)::int from assent.audit_event as event where event.consent_id = item.consent_id
          and type = 'change-intended') as intended,
        (select count(*)::int from assent.audit_event as event where event.consent_id = item.consent_id
          and type = 'change-settled') as settled,
        (select count(*)::int from assent.audit_event as event where event.consent_id = item.consent_id
          and type = 'consent-moved' and detail ->> 'move' = 'terminate') as moved,
        (select count(*)::int from assent.consent_version_projection as version
          where version.consent_id = item.consent_id and move = 'terminate') as versions,
        (select count(*)::int from assent.outbox_event as event where event.consent_id = item.consent_id
          and move = 'terminate') as events
      from assent.bulk_revocation_item as item where set_id = ${id}::uuid) as each
    group by changes, intended, settled, moved, versions, events`);

class Killed extends Error {}

/** A runner whose process ends before or after a step, as `kill -9` would end it: nobody releases anything. */
function dyingAt(step: "begin" | "unfinished" | "finish" | "end", when: "before" | "after"): RevocationRuns {
  const killed = Object.create(the.runs) as RevocationRuns;
  const real = the.runs[step] as (...given: unknown[]) => Promise<unknown>;
  return Object.assign(killed, {
    async [step](...given: unknown[]) {
      if (when === "before") throw new Killed();
      await real(...given);
      throw new Killed();
    },
  });
}

test.each(
  (["begin", "unfinished", "finish", "end"] as const).flatMap((step) => [
    [step, "before"] as const,
    [step, "after"] as const,
  ]),
)("R12: killed at %s, %s it: none is lost, none is ended twice", async (step, when) => {
  const { customer } = await the.consents(3);
  const list = await the.prepared(customer);
  await the.start(list);
  const first = await the.runs.claim(randomUUID());
  if (!first) throw new Error("nothing to run");
  const run = runRevocation({ runs: dyingAt(step, when), authorizationServer: the.as });
  await expect(run(first, new AbortController().signal)).rejects.toThrow(Killed);
  expect(await the.runs.claim(randomUUID()), "it is the dead one's for a while").toBeUndefined();
  await the.aRunnerDies(list.id);
  await the.round();
  expect(await the.list(list.id)).toMatchObject({ state: "done", begun: 3, revoked: 3, endedBefore: 0 });
  expect(await countsOf(list.id)).toEqual([{ consents: 3, ...EACH_ONCE }]);
});

test("R12: a dead runner's list is free within five seconds", async () => {
  const { customer } = await the.consents(1);
  await the.start(await the.prepared(customer));
  await the.runs.claim(randomUUID());
  const [row] = await the.rows<{ seconds: number }>(sql`
    select extract(epoch from max(leased_until) - clock_timestamp())::float8 as seconds from assent.bulk_revocation
    where state = 'running'`);
  expect(row?.seconds).toBeLessThanOrEqual(5);
  await the.rows(sql`update assent.bulk_revocation set leased_until = clock_timestamp() where state = 'running'`);
  await the.round();
});

test("R12: two who believe that a list is theirs do nothing twice", async () => {
  const { customer } = await the.consents(40);
  const list = await the.prepared(customer);
  await the.start(list);
  const [slow, fast] = [await the.runs.claim(randomUUID()), randomUUID()];
  if (!slow) throw new Error("nothing to run");
  const { begun } = await the.runs.begin(slow, 20);
  await the.aRunnerDies(list.id);
  const taken = await the.runs.claim(fast);
  if (!taken) throw new Error("not taken");
  const results = begun.map(({ change }) => ({ change, outcome: "took-effect" as const, revision: 9 }));
  await Promise.all([
    the.run(taken, new AbortController().signal),
    the.runs.finish(slow, results),
    the.run(slow, new AbortController().signal),
  ]);
  expect(await the.list(list.id)).toMatchObject({ state: "done", begun: 40, revoked: 40 });
  expect(await countsOf(list.id)).toEqual([{ consents: 40, ...EACH_ONCE }]);
});

test("the authorization server goes away in the middle: nothing is lost, and it says so", async () => {
  const { customer } = await the.consents(4);
  const list = await the.prepared(customer);
  await the.start(list);
  the.as.down = true;
  await expect(the.round()).rejects.toMatchObject({ failure: "unavailable" });
  expect(await the.list(list.id)).toMatchObject({ state: "running", begun: 4, revoked: 0, authorityAway: true });
  the.as.down = false;
  await the.round();
  expect(await the.list(list.id)).toMatchObject({ state: "done", revoked: 4, authorityAway: false });
  expect(await countsOf(list.id)).toEqual([{ consents: 4, ...EACH_ONCE }]);
});
