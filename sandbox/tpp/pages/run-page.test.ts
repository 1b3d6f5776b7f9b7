import { expect, test } from "vitest";
import { KIND_NAMES, KINDS } from "../order/kinds/index.ts";
import type { Order } from "../order/order.ts";
import { parseOrder } from "../order/parse-order.ts";
import type { Run } from "../runs/run.ts";
import { renderRunPage } from "./run-page.tsx";
import { renderStartPage } from "./start-page.tsx";

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

test("a refused payment is called one", () => {
  const page = renderRunPage(allowedRun("domestic_payment", { phase: "refused", refusal: { error: "access_denied" } }));
  expect(page).toContain("The payment was refused</h1>");
  expect(page).toContain("No money was sent");
  expect(page).not.toMatch(/Access was|Nothing was shared/);
});

test("a page without style attributes and without what the run keeps to itself", () => {
  const page = renderRunPage(refused);
  expect(page).not.toContain(" style=");
  expect(page).not.toContain("never-shown");
});

const allowedRun = (kind: Order["kind"], over: Partial<Run> = {}): Run => {
  const parsed = parseOrder(kind, { ...KINDS[kind].defaults(), tpp: "tpp-beacon", version: "v4.0" });
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { refusal: _, ...run } = refused;
  return { ...run, order: parsed.order, phase: "authorised", consentId: "c-1", ...over };
};

test.each(KIND_NAMES)(
  "%s: what lasts can be used, authorised again, replaced and given back; what is one order cannot",
  (kind) => {
    const page = renderRunPage(allowedRun(kind));
    const { lasts, allowed } = KINDS[kind];
    expect(page).toContain(`The customer allowed ${allowed}</h1>`);
    expect(page.includes("Authorise the same consent again")).toBe(lasts);
    expect(page.includes("Ask for more in its place")).toBe(lasts);
    expect(page.includes("Delete this consent")).toBe(lasts);
    expect(page.includes('name="act" value="pay"')).toBe(kind === "domestic_vrp");
    expect(page.includes('name="act" value="ask"')).toBe(kind === "domestic_vrp" || kind === "funds_confirmation");
    expect(renderRunPage(allowedRun(kind, { phase: "revoked" }))).not.toContain('name="act"');
  },
);

test("an order that the bank refused is said to be none, and its words are text", () => {
  const page = renderRunPage(
    allowedRun("domestic_standing_order", {
      steps: [
        {
          name: "paymentOrder",
          at: "2026-04-01T09:30:00.000Z",
          outcome: "refused",
          exchanges: [],
          parameters: [],
          documents: [],
          checks: [],
          problem: "The bank answered 400. U025: <b>not</b> so often",
        },
      ],
    }),
  );
  expect(page).toContain("The customer allowed the standing order, the bank did not make it</h1>");
  expect(page).toContain("U025: &lt;b&gt;not&lt;/b&gt; so often");
});

test.each(KIND_NAMES)("the form of %s: every field has one label, one id, and its fault beside it", (kind) => {
  const names = KINDS[kind].groups.flatMap(({ fields }) => fields.map(({ name }) => name));
  const problems = Object.fromEntries(names.map((name) => [name, `Fault of ${name}`]));
  const fields = { tpp: "tpp-beacon", version: "v4.0", ...KINDS[kind].defaults() };
  const page = renderStartPage({ kind, fields, problems });
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(page.match(new RegExp(`<label for="${name}">`, "g"))).toHaveLength(1);
    expect(page).toContain(`id="${name}-problem">Fault of ${name}<`);
  }
  expect(page).not.toContain(" style=");
});
