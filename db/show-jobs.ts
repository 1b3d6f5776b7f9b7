import type { JobStatus } from "~/ports/job-status";
import { openDatabase } from "./client.server.ts";
import { createJobStatusBook } from "./queries/job-status.ts";

/** `npm run jobs`: how each job of the app whose database `DATABASE_URL` names fares. */

const seconds = (value: number | undefined) => (value === undefined ? "–" : `${value} s`);

const line = ({ lastRunAgo, lastSuccessAgo, lagSeconds, counts, problem = "–" }: JobStatus) => ({
  "last run": `${seconds(lastRunAgo)} ago`,
  "last success": lastSuccessAgo === undefined ? "never" : `${seconds(lastSuccessAgo)} ago`,
  lag: seconds(lagSeconds),
  counts: Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(", "),
  problem,
});

const url = process.env["DATABASE_URL"];
if (!url) {
  console.error("set DATABASE_URL to the app's database");
  process.exit(1);
}
const { db, close } = openDatabase(url, 1);
try {
  const jobs = await createJobStatusBook(db).all();
  console.table(Object.fromEntries(jobs.map((job) => [job.name, line(job)])));
} catch (error) {
  console.error(error instanceof Error ? error.message : "the jobs could not be read");
  process.exitCode = 1;
} finally {
  await close();
}
