import { expect, test } from "vitest";
import { presentOperations } from "./present";

test("A-20: how upstreams answer is said to be one process's view, and which one's", () => {
  const view = presentOperations({
    jobs: [],
    heard: { away: false },
    mayRetry: false,
    upstreams: { by: { host: "app-2", pid: 4123, since: new Date("2026-03-14T10:00:00Z") }, upstreams: [] },
  });
  expect(view.upstreamsSeenBy).toContain("As process 4123 on app-2 has found them since 2026-03-14 10:00 UTC.");
  expect(view.upstreamsSeenBy).toContain("Each process of the app finds out for itself");
});
