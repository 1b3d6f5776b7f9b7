import { sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import { openDatabase } from "./client.server";
import { createExecute } from "./queries/execute";

const problemAt = async (url: string) => {
  const { db, close } = openDatabase(url, 1, 0, "login");
  const problem = await createExecute(db)(sql`select 1`).then(
    () => "none",
    (error: Error) => error.message,
  );
  await close();
  return problem;
};
const changed = (change: (url: URL) => void) => {
  const url = new URL(inject("databaseServer"));
  change(url);
  return url.href;
};

test.each([
  ["nobody listens", (url: URL) => Object.assign(url, { port: "1" }), /start PostgreSQL there.*ECONNREFUSED/],
  [
    "the host is unknown",
    (url: URL) => Object.assign(url, { hostname: "nowhere.invalid" }),
    /host name in DATABASE_URL/,
  ],
  ["there is no such database", (url: URL) => Object.assign(url, { pathname: "/nothing" }), /create it.*3D000/],
])("where %s it says what to do, and repeats nothing of the address", async (_, change, says) => {
  const url = changed((each) => Object.assign(change(each), { password: "hunter2" }));
  const problem = await problemAt(url);
  expect(problem).toMatch(says);
  expect(problem).not.toMatch(/hunter2|127\.0\.0\.1|nowhere/);
});
