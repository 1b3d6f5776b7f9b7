import { openDatabase } from "./client.server.ts";
import { jobTable } from "./job-table.ts";
import { createJobStatusBook } from "./queries/job-status.ts";

/** `npm run jobs`: how each job of the app whose database `DATABASE_URL` names fares. */

const url = process.env["DATABASE_URL"];
if (!url) {
  console.error("set DATABASE_URL to the app's database");
  process.exit(1);
}
const { db, close } = openDatabase(url, 1);
try {
  console.log(jobTable(await createJobStatusBook(db).all()));
} catch (error) {
  console.error(error instanceof Error ? error.message : "the jobs could not be read");
  process.exitCode = 1;
} finally {
  await close();
}
