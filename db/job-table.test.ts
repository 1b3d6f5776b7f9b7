import { expect, test } from "vitest";
import { jobTable } from "./job-table";

test("one line for each job, in columns; what never happened says so", () => {
  const settle = {
    name: "settle-changes",
    lastRunAgo: 2,
    lastSuccessAgo: 2,
    lagSeconds: 0,
    rounds: 9,
    problem: undefined,
  };
  const fails = { name: "x", lastRunAgo: 100, lastSuccessAgo: undefined, lagSeconds: undefined, rounds: 1, counts: {} };
  const jobs = [
    { ...settle, counts: { found: 3, ended: 2, lost: 0 } },
    { ...fails, problem: "DeskUnavailable" },
  ];
  expect(jobTable(jobs).split("\n")).toEqual([
    "job              last run    last success   lag   did                problem",
    "settle-changes   2 s ago     2 s ago        0 s   found 3, ended 2   –",
    "x                100 s ago   never          –     –                  DeskUnavailable",
  ]);
});
