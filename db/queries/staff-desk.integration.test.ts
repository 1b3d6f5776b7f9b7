import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asStaffId } from "~/domain/shared/ids";
import type { StaffDesk } from "~/ports/staff-desk";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createStaffDesk } from "./staff-desk";

/** Decision 48: how old the log-in of a member of staff is, on PostgreSQL. */

let server: TestDatabase;
let database: OpenDatabase;
let desk: StaffDesk;
beforeAll(async () => {
  server = await createTestDatabase();
  await migrate(server.url);
  database = openDatabase(server.url, 4);
  desk = createStaffDesk(database.db, "test");
});
afterAll(async () => {
  await database?.close();
  await server?.drop();
});

const MINUTE = 60_000;
const begun = async (token: string, minutesAgo: number) => {
  const authTime = new Date(Date.now() - minutesAgo * MINUTE);
  const who = { staff: asStaffId("stf-1"), name: "One", roles: ["super"], acr: "strong" };
  await desk.begin(token, { ...who, authTime, correlationId: token });
  return desk.use(token);
};

test("A-09: the age of a log-in counts from the authentication, however late the browser came back", async () => {
  const late = await begun("late", 4);
  expect(late?.ageMs).toBeGreaterThanOrEqual(4 * MINUTE);
  expect(late?.ageMs).toBeLessThan(5 * MINUTE);
});

test("A-09: a provider whose clock is ahead makes nobody's log-in younger than the session", async () => {
  const ahead = await begun("ahead", -1);
  expect(ahead?.ageMs).toBeGreaterThanOrEqual(0);
  expect(ahead?.ageMs).toBeLessThan(MINUTE);
});

test("the session ends a working day after the authentication, and idle a quarter of an hour after it was used", async () => {
  const live = await begun("day", 9 * 60 + 55);
  expect(live?.leftMs).toBeLessThanOrEqual(5 * MINUTE);
  const fresh = await begun("fresh", 20);
  expect(fresh?.leftMs).toBeGreaterThan(14 * MINUTE);
  await database.db.execute(sql`
    update assent.staff_session set idle_until = idle_until - interval '15 minutes' where name = 'One'`);
  expect(await desk.use("fresh")).toBeUndefined();
});
