import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createJobStatusBook } from "./job-status";

describe("the status of jobs", () => {
  let server: TestDatabase;
  let database: OpenDatabase;
  const book = () => createJobStatusBook(database.db);
  const statusOf = async (name: string) => (await book().all()).find((job) => job.name === name);

  beforeAll(async () => {
    server = await createTestDatabase();
    await migrate(server.url);
    database = openDatabase(server.url);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const ran = { outcome: "succeeded", rounds: 1, tookMs: 12.5, counts: {} } as const;

  test("what two processes did adds up, by name", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        book().write("adds-up", {
          ...ran,
          counts: at % 2 === 0 ? { sent: 2 } : { sent: 1, parked: 3 },
          lagSeconds: 7.4,
        }),
      ),
    );
    expect(await statusOf("adds-up")).toMatchObject({
      rounds: 20,
      counts: { sent: 30, parked: 30 },
      lagSeconds: 7,
      problem: undefined,
    });
  });

  test("a failure keeps the last success and the lag, and says what is wrong until a round succeeds", async () => {
    await book().write("fails", { ...ran, lagSeconds: 3 });
    await database.db.execute(
      sql`update assent.job_status set last_succeeded_at = clock_timestamp() - interval '1 hour' where name = 'fails'`,
    );
    await book().write("fails", { ...ran, outcome: "failed", problem: "DeskUnavailable" });
    expect(await statusOf("fails")).toMatchObject({ lastSuccessAgo: 3600, lagSeconds: 3, problem: "DeskUnavailable" });
    await book().write("fails", ran);
    expect(await statusOf("fails")).toMatchObject({ lastSuccessAgo: 0, lagSeconds: undefined, problem: undefined });
  });

  test("when a round began is told by the database's clock", async () => {
    await book().write("long", { ...ran, tookMs: 90_000 });
    expect((await statusOf("long"))?.lastRunAgo).toBe(90);
  });

  test("a job that never succeeded says so", async () => {
    await book().write("never", { ...ran, outcome: "failed", problem: "Error" });
    expect(await statusOf("never")).toMatchObject({ lastSuccessAgo: undefined, rounds: 1, counts: {} });
  });
});
