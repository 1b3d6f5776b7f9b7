import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AuthorityError } from "~/ports/authorization-server";
import { createAuthorityContact } from "./authority-contact";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createJobStatusBook } from "./job-status";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.owner.execute(sql`delete from assent.job_status`);
});

const lastHeard = () => createAuthorityContact(world.db).lastHeard();
const round = (outcome: "succeeded" | "failed", problem?: string, job = "reconcile-newest") =>
  createJobStatusBook(world.db).write(job, { outcome, rounds: 1, tookMs: 5, counts: {}, ...(problem && { problem }) });
/** As the job's report calls it. */
const AWAY = `${new AuthorityError("unavailable", "").name} unavailable`;

test("B-14: nothing is said before the first round, whatever other jobs do", async () => {
  await round("failed", AWAY, "settle-changes");
  expect(await lastHeard()).toEqual({ away: false });
});

test("B-14: as long as it answers it is there, and since when it does not is told", async () => {
  await round("succeeded");
  const { at, ...standing } = await lastHeard();
  expect(standing).toEqual({ away: false });
  expect(Math.abs(Number(at) - Date.now())).toBeLessThan(60_000);
  await round("failed", AWAY);
  expect(await lastHeard()).toEqual({ away: true, at });
  await round("succeeded");
  expect(await lastHeard()).toMatchObject({ away: false });
});

test("it was never reached", async () => {
  await round("failed", AWAY);
  expect(await lastHeard()).toEqual({ away: true });
});

test("a fault of our own says nothing of it", async () => {
  await round("succeeded");
  await round("failed", "DeskUnavailable");
  expect(await lastHeard()).toMatchObject({ away: false });
});

test("B-14: nobody has asked it for long: what is shown may be old", async () => {
  await round("succeeded");
  await world.owner.execute(sql`update assent.job_status set last_succeeded_at = now() - interval '2 minutes'`);
  expect(await lastHeard()).toMatchObject({ away: true });
});
