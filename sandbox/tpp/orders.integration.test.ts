import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KINDS } from "./order/kinds/index.ts";
import type { Order } from "./order/order.ts";
import { readRun } from "./testing/rendered-run.ts";
import { createBrowser, type WorkbenchWorld, workbenchWorld } from "./testing/workbench-world.ts";

let world: WorkbenchWorld;

beforeAll(async () => {
  world = await workbenchWorld();
});

afterAll(async () => {
  await world?.close();
});

/** Kinds that are one order, with what a bank may say of it at first: it is due later, or at once. */
const ORDERS = {
  domestic_scheduled_payment: { "v3.1": /InitiationPending/, "v4.0": /RCVD/ },
  domestic_standing_order: { "v3.1": /InitiationPending/, "v4.0": /RCVD/ },
  file_payment: { "v3.1": /Initiation/, "v4.0": /PDNG|INCO/ },
  international_payment: { "v3.1": /Pending|Accepted/, "v4.0": /RCVD|AC/ },
  international_scheduled_payment: { "v3.1": /InitiationPending/, "v4.0": /RCVD|PDNG/ },
  international_standing_order: { "v3.1": /InitiationPending/, "v4.0": /RCVD/ },
} satisfies Partial<Record<Order["kind"], Record<"v3.1" | "v4.0", RegExp>>>;

type OrderedKind = keyof typeof ORDERS;

const form = (kind: OrderedKind, over: Record<string, string>) => ({
  ...(KINDS[kind].defaults() as Record<string, string>),
  kind,
  ...over,
});

describe.each(Object.keys(ORDERS) as OrderedKind[])("%s", (kind) => {
  test.each([
    ["tpp-beacon", "v3.1", "Consumed"],
    ["tpp-tallybook", "v4.0", "COND"],
  ] as const)("%s places it in %s and follows it; the consent is used up", async (tpp, version, used) => {
    const browser = createBrowser();
    const run = await world.begin(browser, form(kind, { tpp, version }));
    const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] });
    await world.deliver(browser, answer);
    const page = readRun((await browser.open(run)).text);
    expect(page.problems).toEqual([]);
    expect(page.headline).toBe(`The customer allowed ${KINDS[kind].allowed}`);
    const asksFirst = /^(domestic|international)_payment$|^international_scheduled/.test(kind);
    expect(page.steps.includes("Asked whether there is enough: Done")).toBe(asksFirst);
    expect(page.steps.slice(-3)).toEqual([
      "Payment order placed: Done",
      "Payment order read: Done",
      "Consent read again: Done",
    ]);
    expect(page.failedChecks).toEqual([]);
    expect(page.rows).toHaveLength(2);
    for (const row of page.rows) expect(row).toMatch(ORDERS[kind][version]);
    expect(page.text).toContain(`"Status": "${used}"`);
    expect(page.text).not.toContain("Delete this consent");
  });

  test("a no is told to the TPP, and nothing is ordered", async () => {
    const browser = createBrowser();
    const run = await world.begin(browser, form(kind, { tpp: "tpp-beacon", version: "v4.0" }));
    await world.deliver(browser, await world.decideAtBank(browser, run, { refuse: "access_denied" }));
    const page = readRun((await browser.open(run)).text);
    expect(page.headline).toBe("The payment was refused");
    expect(page.steps.slice(-2)).toEqual(["Answer from the bank: Refused", "Consent read again: Done"]);
    expect(page.text).toContain('"Status": "RJCT"');
  });
});

test("a file that is not the one announced is refused, and nobody is asked", async () => {
  const browser = createBrowser();
  const changed = form("file_payment", { tpp: "tpp-beacon", version: "v4.0", upload: "changed" });
  const page = readRun((await browser.open(await world.begin(browser, changed))).text);
  expect(page.headline).toBe("The run stopped");
  expect(page.steps.at(-1)).toBe("File uploaded: Refused");
  expect(page.problems.at(-1)).toMatch(/^The bank answered 400\. U0/);
});

test.each(["UK.OBIE.pain.001.001.08", "UK.OBIE.PaymentInitiation.4.0"])(
  "the bank reads a file of %s",
  async (fileType) => {
    const browser = createBrowser();
    const run = await world.begin(browser, form("file_payment", { tpp: "tpp-tallybook", version: "v4.0", fileType }));
    await world.deliver(browser, await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] }));
    const page = readRun((await browser.open(run)).text);
    expect(page.problems).toEqual([]);
    expect(page.steps).toContain("File uploaded: Done");
    expect(page.rows[0]).toMatch(/3 payees \| 40\.50 GBP$/);
  },
);
