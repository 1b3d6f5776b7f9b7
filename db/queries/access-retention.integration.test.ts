import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asConsentId } from "~/domain/shared/ids";
import { sweeps } from "~/jobs/sweep";
import { type AccessWorld, accessWorld, anAccessEvent, CUSTOMER, daysAgo } from "./access-history.harness";
import { createRetention } from "./retention";

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.stop());

describe("what is not needed any more (X-27)", () => {
  const KEPT = { pages: "P30D", visits: "P30D", records: "P6Y", notices: "P1Y", deliveries: "P90D", findings: "P1Y" };

  async function sweep(reads: string): Promise<Record<string, number>> {
    const all: Record<string, number> = {};
    const retention = createRetention(world.db, { ...KEPT, reads }, 10);
    const [job] = sweeps({ retention }).filter(({ name }) => name === "sweep-reads");
    for (let more = true; job && more; ) {
      const round = await job.round(new AbortController().signal);
      for (const [name, count] of Object.entries(round.counts)) all[name] = (all[name] ?? 0) + count;
      more = round.more ?? false;
    }
    return all;
  }

  test("goes after two years, whatever is set; the last use of a consent that lives stays", async () => {
    const lives = await world.aConsent();
    const old = Array.from({ length: 25 }, () => anAccessEvent({ consentId: lives, at: daysAgo(800) }));
    const unknown = anAccessEvent({ consentId: asConsentId("aac-gone"), at: daysAgo(800) });
    await world.take([...old, unknown, anAccessEvent({ consentId: lives, resource: "accounts", at: daysAgo(700) })]);
    expect(await sweep("P10Y")).toEqual({ reads: 0, days: 0, lastReads: 0 });
    expect(await sweep("P1D")).toEqual({ reads: 26, days: 2, lastReads: 1 });
    expect(await world.allOf(lives)).toHaveLength(1);
    expect(await world.history().clustersOf(lives, CUSTOMER)).toEqual([
      { cluster: "account-details", lastAt: daysAgo(700) },
    ]);
    const [{ left } = { left: 0 }] = await world.owner.execute<{ left: number }>(sql`
      select count(*)::int as left from assent.access_last where consent_id in (${lives}, 'aac-gone')`);
    expect(left).toBe(2);
  });

  test("a step looks at so many rows and no more, and the last step has seen them all", async () => {
    await world.owner.execute(sql`
      insert into assent.access_last (consent_id, resource, last_at)
      select 'many-' || n, 'balances', clock_timestamp() - case when n % 50 = 0 then interval '800 days' else '1 day' end
      from generate_series(1, 2000) as n`);
    const step = async () => {
      const [row] = await world.owner.execute<{ step: { looked: number; after: string | null; lastReads: number } }>(
        sql`select assent.sweep_reads('24 months', 100, false, '') as step`,
      );
      if (!row) throw new Error("no step");
      return row.step;
    };
    const steps = [await step()];
    while (steps.at(-1)?.after) steps.push(await step());
    expect(Math.max(...steps.map(({ looked }) => looked))).toBeLessThanOrEqual(300);
    expect(steps.length).toBeGreaterThanOrEqual(20);
    expect(steps.reduce((sum, { lastReads }) => sum + lastReads, 0)).toBe(40);
    // Whoever begins anew finds nothing left.
    expect(await sweep("P24M")).toEqual({ reads: 0, days: 0, lastReads: 0 });
  });
});
