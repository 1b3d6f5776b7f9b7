import { expect, test } from "vitest";
import type { Run } from "../runs/run.ts";
import { renderRunPage } from "./run-page.tsx";

const refused: Run = {
  id: "0f8fad5b-d9cb-469f-a165-70867728950e",
  order: { kind: "account_access", tppId: "tpp-beacon", apiVersion: "v4.0", permissions: ["ReadAccountsBasic"] },
  interactionId: "7d793037-a076-4a4c-8f0c-1d2b3c4d5e6f",
  startedAt: "2026-04-01T09:30:00.000Z",
  phase: "refused",
  steps: [],
  refusal: { error: "access_denied" },
  secrets: { accessToken: "never-shown-access-token", state: "never-shown-state" },
};

test("what a server wrote is shown as text", () => {
  const page = renderRunPage({
    ...refused,
    refusal: { error: "<script>alert(1)</script>", description: '"><img src=x onerror=alert(1)>' },
  });
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(page).not.toMatch(/<script|<img/);
});

test.each([
  ["access_denied", "Access was refused"],
  ["server_error", "The bank could not finish"],
  ["temporarily_unavailable", "The bank is not available"],
  ["invalid_request", "The bank did not take this request"],
])("%s says what happened, and offers to try again", (error, headline) => {
  const page = renderRunPage({ ...refused, refusal: { error } });
  expect(page).toContain(`${headline}</h1>`);
  expect(page).toContain("Nothing was shared");
  expect(page).toContain("Try again</button>");
});

test("a page without style attributes and without what the run keeps to itself", () => {
  const page = renderRunPage(refused);
  expect(page).not.toContain(" style=");
  expect(page).not.toContain("never-shown");
});
