import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { atTheQuestion, browser, ORIGIN } from "./browser.harness";
import { startVisitRoutes, type VisitRoutes } from "./visit-routes.harness";

/** C-11: who may answer on a visit. The routes as they are, on PostgreSQL. */

let routes: VisitRoutes;
let upstreams: VisitRoutes["upstreams"];

beforeAll(async () => {
  routes = await startVisitRoutes();
  upstreams = routes.upstreams;
});
beforeEach(() => upstreams.heal());
afterAll(() => routes?.stop());

const customerAtTheQuestion = () => atTheQuestion(upstreams.handOff);
const allow = (seen: string) => ({ choice: "allow", account: "acc-1", seen });

describe("C-11: an answer counts from one browser, on its own visit, from its own page", () => {
  test("what was seen on another visit is no ground for a yes on this one", async () => {
    const [one, other] = [await customerAtTheQuestion(), await customerAtTheQuestion()];
    // The two pages say the same, so that they have the same name; only a page of this visit will do.
    const shownElsewhere = await customerAtTheQuestion();
    expect(shownElsewhere.seen).toBe(one.seen);
    const opened = browser(upstreams.handOff);
    const { location: path = "" } = await opened.open();
    expect(await opened.send(path, allow(other.seen))).toMatchObject({ status: 409, is: "changed" });
    expect(upstreams.answers).toEqual([]);
  });

  test("a page that was never shown is no ground for a yes", async () => {
    const customer = await customerAtTheQuestion();
    for (const seen of ["", "made-up"]) {
      expect(await customer.send(customer.path, allow(seen))).toMatchObject({ status: 409, is: "changed" });
    }
    expect(upstreams.answers).toEqual([]);
  });

  test.each(["page", "outcome"] as const)("another browser is shown the %s of no visit", async (what) => {
    const customer = await customerAtTheQuestion();
    await customer.refuse();
    expect(await browser(upstreams.handOff)[what](customer.path)).toMatchObject({ status: 404, is: "unknown" });
  });

  test("another browser, even one with a visit of its own, answers nothing here", async () => {
    const [customer, stranger] = [await customerAtTheQuestion(), await customerAtTheQuestion()];
    for (const choice of ["allow", "refuse", "refuse:not-me"]) {
      const sent = stranger.send(customer.path, { choice, account: "acc-1", seen: customer.seen });
      expect(await sent).toMatchObject({ status: 404, is: "unknown" });
    }
    expect(upstreams.answers).toEqual([]);
    expect(await customer.page(customer.path)).toMatchObject({ is: "question" });
  });

  test.each([
    ["no origin at all", {}],
    ["another origin", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a sibling of ours", { origin: "http://tpp.localhost:4100", "sec-fetch-site": "same-site" }],
    ["our origin from another site", { origin: ORIGIN, "sec-fetch-site": "cross-site" }],
  ])("a form with %s is not acted on", async (_, headers: Record<string, string>) => {
    const customer = await customerAtTheQuestion();
    for (const form of [
      allow(customer.seen),
      { choice: "refuse:not-me", seen: "" },
      { show: "longer", seen: "", find: "" },
    ]) {
      await expect(customer.send(customer.path, form, headers)).rejects.toMatchObject({ status: 403 });
    }
    expect(upstreams.answers).toEqual([]);
  });

  test("an answer that is sent again is the answer that was given", async () => {
    const customer = await customerAtTheQuestion();
    await customer.allow();
    for (const again of [customer.allow, customer.refuse, customer.report]) {
      expect(await again()).toMatchObject({ status: 303, location: `${customer.path}/outcome` });
    }
    expect(upstreams.answers.map(({ verb }) => verb)).toEqual(["accept"]);
  });
});
