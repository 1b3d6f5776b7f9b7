import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeServices } from "~/web/services.server";
import { browser as aBrowser, type Seen, atTheQuestion as toTheQuestion } from "./browser.harness";
import type { Behaviour } from "./misbehaving-upstreams.harness";
import { startVisitRoutes, type VisitRoutes } from "./visit-routes.harness";

/**
 * P-01: whatever the authorization server does to any of its calls, the customer comes to a defined page, and as soon as
 * it allows the answer goes through with the right OAuth error. The routes as they are, on PostgreSQL.
 */

/** Nothing is known of what became of the call. */
const OUTAGES = ["down", "hangs", "500", "rubbish", "401"] as const satisfies readonly Behaviour[];

let routes: VisitRoutes;
let upstreams: VisitRoutes["upstreams"];

beforeAll(async () => {
  routes = await startVisitRoutes({ UPSTREAM_TIMEOUT_MS: "1000" });
  upstreams = routes.upstreams;
});
beforeEach(() => upstreams.heal());
// Each begins without what the one before has taught us: tokens, and who does not answer.
afterEach(() => closeServices());
afterAll(() => routes?.stop());

const browser = () => aBrowser(upstreams.handOff);
const atTheQuestion = () => toTheQuestion(upstreams.handOff);

test("when all is well: asked, answered, and on to the authorization server's own address", async () => {
  const customer = await atTheQuestion();
  expect(await customer.allow()).toMatchObject({ status: 303, location: `${customer.path}/outcome` });
  expect(await customer.outcome(customer.path)).toMatchObject({
    is: "leaving",
    goTo: "http://auth.localhost/resume?answer=once",
  });
  expect(upstreams.answers).toMatchObject([{ verb: "accept", body: { account_ids: ["acc-1"] } }]);
});

describe.each(["token", "describe"] as const)("the call for the %s", (call) => {
  test.each(OUTAGES)("%s: opening says so, and works when it is over", async (how) => {
    upstreams.behaves[call] = how;
    expect(await browser().open()).toMatchObject({ status: 503, is: "unavailable" });
    upstreams.heal();
    await closeServices();
    expect(await browser().open()).toMatchObject({ status: 303 });
  });

  test.each(OUTAGES)("%s: the page and a yes on it say so, and nothing is on record", async (how) => {
    const customer = await atTheQuestion();
    await closeServices();
    upstreams.behaves[call] = how;
    expect(await customer.page(customer.path)).toMatchObject({ status: 503, is: "unavailable" });
    expect(await customer.allow()).toMatchObject({ status: 503, is: "unavailable" });
    upstreams.heal();
    await closeServices();
    expect(await customer.page(customer.path)).toMatchObject({ status: 200, is: "question" });
    expect(upstreams.answers).toEqual([]);
  });
});

test.each(["unknown", "used"] as const)(
  "a login that is %s opens nothing and looks like any other link",
  async (how) => {
    upstreams.behaves.describe = how;
    expect(await browser().open()).toMatchObject({ status: 404, is: "unknown" });
  },
);

test.each(["unknown", "used"] as const)(
  "a login that is %s by now has run out, for whoever had it open",
  async (how) => {
    const customer = await atTheQuestion();
    upstreams.behaves.describe = how;
    expect(await customer.page(customer.path)).toMatchObject({ status: 410, is: "expired" });
    expect(await customer.allow()).toMatchObject({ status: 410, is: "expired" });
  },
);

describe("the call with the answer", () => {
  const waiting = { allow: "recording", refuse: "recording", report: "reported" } as const;
  const sent = {
    allow: { verb: "accept", body: { account_ids: ["acc-1"], granted_scopes: ["openid", "accounts"] } },
    refuse: { verb: "reject", body: { error: "access_denied" } },
    report: { verb: "reject", body: { error: "access_denied" } },
  } as const;
  const answers = ["allow", "refuse", "report"] as const;

  for (const answer of answers) {
    test.each(OUTAGES)(`%s: ${answer} is kept, and goes through when it is over`, async (how) => {
      const customer = await atTheQuestion();
      upstreams.behaves.answer = how;
      expect(await customer[answer]()).toMatchObject({ status: 303 });
      expect(await customer.outcome(customer.path)).toMatchObject({ is: waiting[answer] });
      upstreams.heal();
      await closeServices();
      const settled = await customer.outcome(customer.path);
      expect(settled).toMatchObject(answer === "report" ? { is: "reported" } : { is: "leaving" });
      expect(upstreams.answers).toMatchObject([sent[answer]]);
    });

    test(`a request that is not usable any more: ${answer} ends, and the page says so`, async () => {
      const customer = await atTheQuestion();
      upstreams.behaves.answer = "not-usable";
      await customer[answer]();
      expect(await customer.outcome(customer.path)).toMatchObject({
        is: answer === "report" ? "reported" : "withdrawn",
      });
    });

    test.each(["unknown", "used"] as const)(
      `a login that is %s and whose consent still waits: ${answer} came too late`,
      async (how) => {
        const customer = await atTheQuestion();
        upstreams.behaves.answer = how;
        await customer[answer]();
        expect(await customer.outcome(customer.path)).toMatchObject({
          is: answer === "report" ? "reported" : "expired",
        });
      },
    );

    test.each(OUTAGES)(
      `a login that is used, and %s when asked what became of it: nothing is claimed of ${answer}`,
      async (how) => {
        const customer = await atTheQuestion();
        upstreams.behaves.answer = "used";
        upstreams.behaves.find = how;
        await customer[answer]();
        expect(await customer.outcome(customer.path)).toMatchObject({ is: waiting[answer] });
      },
    );
  }

  test("answered twice, the same: it is the answer that got through, whose confirmation was lost", async () => {
    const customer = await atTheQuestion();
    upstreams.behaves.answer = "used";
    Object.assign(upstreams.state, { status: "Authorised", accounts: ["acc-1"] });
    await customer.allow();
    expect(await customer.outcome(customer.path)).toMatchObject({ is: "already-decided", status: 200 });
  });

  test("answered twice, otherwise: the first counts here, whatever is sent after it", async () => {
    const customer = await atTheQuestion();
    await customer.refuse();
    await customer.allow();
    await customer.report();
    expect(upstreams.answers.map(({ verb }) => verb)).toEqual(["reject"]);
  });
});

describe("the call for more time", () => {
  test.each(OUTAGES)("%s: the page says so, and what was chosen is kept", async (how) => {
    const customer = await atTheQuestion();
    upstreams.behaves.extend = how;
    expect(await customer.longer()).toMatchObject({ status: 503, is: "unavailable" });
    const again = (await customer.page(customer.path)) as Seen & { page?: unknown };
    expect(JSON.stringify(again.page)).toContain('"chosen":true');
  });

  test("there is no more to give: the page is as it was", async () => {
    const customer = await atTheQuestion();
    upstreams.behaves.extend = "not-usable";
    expect(await customer.longer()).toMatchObject({ status: 303, location: `${customer.path}#time` });
  });

  test("it was too late to ask", async () => {
    const customer = await atTheQuestion();
    upstreams.behaves.extend = "unknown";
    expect(await customer.longer()).toMatchObject({ status: 410, is: "expired" });
  });
});
