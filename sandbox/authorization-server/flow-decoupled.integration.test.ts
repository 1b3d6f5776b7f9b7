import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { sweep } from "./sweeper.ts";
import { createBrowser } from "./testing/browser.ts";
import { createDecoupledTpp, type DecoupledTpp } from "./testing/decoupled-tpp.ts";
import { allow, startWorld, type World } from "./testing/world.ts";

const { grace, arun } = CUSTOMERS;
const SCA = "urn:openbanking:psd2:sca";

let world: World;
let tpp: DecoupledTpp;
beforeAll(async () => {
  world = await startWorld();
  tpp = await createDecoupledTpp(world.topology);
});
afterAll(async () => {
  await tpp?.close();
  await world?.close();
});
beforeEach(async () => {
  await world.sql`update decoupled_request set ended_at = now() where ended_at is null`;
  Object.assign(world.script, { subject: grace.id, error: undefined, down: false, noticesFail: false, notices: [] });
});

/** A request that was taken, and the link in the customer's notice. */
async function asked(change: Record<string, unknown> = {}) {
  const consentId = await world.intent();
  const { status, body } = await tpp.ask(consentId, { login_hint: grace.id, ...change });
  expect(status).toBe(200);
  const link = world.script.notices?.at(-1)?.link ?? "";
  return { consentId, link, authReqId: body.auth_req_id as string, body };
}

/** From the notice through the log-in, up to the consent page. */
async function openedBy(link: string) {
  const browser = createBrowser();
  const began = await browser.submit(link, {});
  const page = await browser.follow(began.location ?? "", (url) => url.origin === world.topology.appOrigin);
  const [loginId, loginState] = ["login_id", "login_state"].map((name) => page.searchParams.get(name) ?? "");
  return { browser, page, loginId: loginId as string, loginState: loginState as string };
}

const statusOf = async (id: string) => (await world.consents.get(id))?.status;
/** As if the TPP had waited as long as it should. */
const later = (id: string) =>
  world.sql`update decoupled_request set polled_at = now() - interval '1 minute' where auth_req_id = ${id}`;

describe("P-24: a TPP without a browser", () => {
  test("asks, waits, and has tokens for the consent once the customer has agreed at the link", async () => {
    const { consentId, link, authReqId, body } = await asked();
    expect(body).toEqual({ auth_req_id: expect.any(String), expires_in: 300, interval: 5 });
    expect(world.script.notices).toEqual([
      { customer: grace.id, link: expect.stringMatching(/\/decoupled\/[\w-]{43}$/), text: expect.any(String) },
    ]);
    expect(world.script.notices?.[0]?.text).toContain("K7-42");
    expect(link).not.toContain(authReqId);
    expect(await tpp.poll(authReqId)).toMatchObject({ status: 400, body: { error: "authorization_pending" } });

    const shown = await createBrowser().open(link);
    expect([shown.status, shown.text.includes("K7-42")]).toEqual([200, true]);
    const visit = await openedBy(link);
    const next = await allow(world, visit);
    expect(next).toMatch(/\/decoupled\/[\w-]{43}\/answered\?answer=/);
    const end = await visit.browser.open((await visit.browser.open(next)).location ?? "");
    expect(end.text).toContain("You can close this page");
    expect(end.text).toContain("You have answered this request.");

    await later(authReqId);
    const { status, body: tokens } = await tpp.poll(authReqId);
    expect(status).toBe(200);
    expect(decodeJwt(tokens.id_token)).toMatchObject({ openbanking_intent_id: consentId, acr: SCA });
    expect(await statusOf(consentId)).toBe("authorised");
    expect(tokens).toMatchObject({ token_type: "Bearer", scope: expect.stringContaining("accounts") });
    expect(tokens.refresh_token).toEqual(expect.any(String));
    // The answer of the page, and the request, are each good once.
    expect((await visit.browser.open(next)).status).toBe(400);
    expect((await tpp.poll(authReqId)).body.error).toBe("invalid_grant");
  });

  test("is told of a refusal", async () => {
    const { consentId, link, authReqId } = await asked();
    const { loginId, loginState } = await openedBy(link);
    await world.handoffs.decide(loginId, loginState, { kind: "reject", error: "access_denied", description: "no" });
    const answer = await tpp.poll(authReqId);
    expect(answer).toMatchObject({ status: 400, body: { error: "access_denied", error_description: "no" } });
    expect(await statusOf(consentId)).toBe("rejected");
  });

  test("is told when the time is over, and the consent is rejected", async () => {
    const { consentId, link, authReqId } = await asked({ requested_expiry: 1 });
    const visit = await openedBy(link);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await tpp.poll(authReqId)).body.error).toBe("expired_token");
    await expect(allow(world, visit)).rejects.toThrow("unknown");
    const over = (await createBrowser().open(link)).text;
    expect(over).toContain("The time for this request is over");
    expect(over).not.toContain("You have answered");
    await sweep(world.sql, world.consents, world.log);
    expect(await statusOf(consentId)).toBe("rejected");
  });

  test("has to slow down when it asks too soon, and is told nothing then", async () => {
    const { authReqId } = await asked();
    const errors = [];
    for (let i = 0; i < 3; i++) errors.push((await tpp.poll(authReqId)).body.error);
    expect(errors).toEqual(["authorization_pending", "slow_down", "slow_down"]);
    await later(authReqId);
    expect((await tpp.poll(authReqId)).body.error).toBe("authorization_pending");
  });

  test("never asks for what was agreed to: the consent ends with the request", async () => {
    const { consentId, link, authReqId } = await asked();
    await allow(world, await openedBy(link));
    const over = () =>
      world.sql`update handoff set ends_at = now() - interval '1 second' where interaction_uid = ${authReqId}`;
    await sweep(world.sql, world.consents, world.log);
    expect(await statusOf(consentId)).toBe("authorised");
    await over();
    await sweep(world.sql, world.consents, world.log);
    expect(await statusOf(consentId)).toBe("revoked");
    expect((await tpp.poll(authReqId)).body.error).toBe("invalid_grant");

    const collected = await asked();
    await allow(world, await openedBy(collected.link));
    expect((await tpp.poll(collected.authReqId)).status).toBe(200);
    await world.sql`update handoff set ends_at = now() where interaction_uid = ${collected.authReqId}`;
    await sweep(world.sql, world.consents, world.log);
    expect(await statusOf(collected.consentId)).toBe("authorised");
  });

  test("hears that the time is over when nobody ever opened the link; the consent is rejected", async () => {
    const { consentId, authReqId } = await asked();
    await sweep(world.sql, world.consents, world.log);
    expect(await statusOf(consentId)).toBe("awaiting_authorisation");
    await world.sql`update decoupled_request set expires_at = now() where auth_req_id = ${authReqId}`;
    await sweep(world.sql, world.consents, world.log);
    expect(await statusOf(consentId)).toBe("rejected");
  });

  test("asks for a customer by an earlier id_token, and again for the same consent", async () => {
    const first = await asked();
    await allow(world, await openedBy(first.link));
    const { body } = await tpp.poll(first.authReqId);
    const again = await tpp.ask(first.consentId, { id_token_hint: body.id_token });
    expect(again.status).toBe(200);
    expect(world.script.notices?.at(-1)?.customer).toBe(grace.id);
    await allow(world, await openedBy(world.script.notices?.at(-1)?.link ?? ""), { accountIds: ["acc-grace-joint"] });
    expect((await tpp.poll(again.body.auth_req_id)).status).toBe(200);
    expect((await world.consents.get(first.consentId))?.accountIds).toEqual(["acc-grace-joint"]);
  });
});

describe("P-24: who may answer", () => {
  test("only the customer who was asked for, even with the link", async () => {
    const { consentId, link, authReqId } = await asked();
    world.script.subject = arun.id;
    const browser = createBrowser();
    const began = await browser.submit(link, {});
    const at = await browser.follow(began.location ?? "", (url) => url.searchParams.get("after") === "another");
    expect((await browser.open(at)).text).toContain("for another customer");
    expect(await statusOf(consentId)).toBe("awaiting_authorisation");
    expect((await tpp.poll(authReqId)).body.error).toBe("authorization_pending");
    world.script.subject = grace.id;
    await allow(world, await openedBy(link));
    expect(await statusOf(consentId)).toBe("authorised");
  });

  test("the consent page is told what the other screen shows, and nothing of the kind after a redirect", async () => {
    const { link } = await asked();
    const { loginId, loginState } = await openedBy(link);
    expect((await world.handoffs.find(loginId, loginState))?.bindingMessage).toBe("K7-42");
  });

  test("opening the link begins nothing", async () => {
    const { link } = await asked();
    await createBrowser().open(link);
    expect(await world.sql`select from federated_login where finished_at is null`).toHaveLength(0);
  });

  test("of two pages that were opened by the same link, the first answer counts", async () => {
    const { consentId, link, authReqId } = await asked();
    const [one, other] = [await openedBy(link), await openedBy(link)];
    await allow(world, one);
    const refusal = { kind: "reject", error: "access_denied" } as const;
    expect((await world.handoffs.decide(other.loginId, other.loginState, refusal)).outcome).toBe("unknown");
    expect(await statusOf(consentId)).toBe("authorised");
    expect((await tpp.poll(authReqId)).status).toBe(200);
  });

  test("who will not log in refuses; who cannot may try again", async () => {
    const { consentId, link, authReqId } = await asked();
    const browser = createBrowser();
    const followed = async () => {
      const began = await browser.submit(link, {});
      return browser.follow(began.location ?? "", (url) => url.pathname.startsWith("/decoupled"));
    };
    world.script.error = "temporarily_unavailable";
    expect((await followed()).searchParams.get("after")).toBe("failure");
    expect(await statusOf(consentId)).toBe("awaiting_authorisation");
    world.script.error = "access_denied";
    await followed();
    expect(await statusOf(consentId)).toBe("rejected");
    expect((await tpp.poll(authReqId)).body.error).toBe("access_denied");
  });

  test("another log-in leads back to the link, and to a hand-off of its own", async () => {
    const { link } = await asked();
    const first = await openedBy(link);
    const answered = await world.handoffs.decide(first.loginId, first.loginState, { kind: "log_in_again" });
    if (answered.outcome !== "answered") throw new Error(answered.outcome);
    expect((await first.browser.open(answered.redirectTo)).location?.href).toBe(link);
    expect((await openedBy(link)).loginId).not.toBe(first.loginId);
  });
});

describe("P-24: what is refused at once", () => {
  const hinted = { login_hint: grace.id };
  test.each([
    ["no hint", {}, "invalid_request"],
    ["two hints", { ...hinted, id_token_hint: "x" }, "invalid_request"],
    ["a login_hint_token", { login_hint_token: "x" }, "invalid_request"],
    ["an unknown customer", { login_hint: "cus-none" }, "unknown_user_id"],
    ["no binding message", { ...hinted, binding_message: undefined }, "invalid_binding_message"],
    ["a binding message with markup", { ...hinted, binding_message: "<b>" }, "invalid_binding_message"],
    ["a binding message that is long", { ...hinted, binding_message: "A".repeat(21) }, "invalid_binding_message"],
    [
      "in place of another consent",
      { ...hinted, grant_id: "x", grant_management_action: "replace" },
      "invalid_request",
    ],
    ["no consent", { ...hinted, "openbanking-intent-id": undefined }, "invalid_request"],
    ["a consent that is unknown", { ...hinted, "openbanking-intent-id": "none" }, "invalid_request"],
    ["another scope", { ...hinted, scope: "openid payments" }, "invalid_request"],
    ["no openid", { ...hinted, scope: "accounts" }, "invalid_request"],
    ["no jti", { ...hinted, jti: undefined }, "invalid_request"],
    ["a signature for more than an hour", { ...hinted, exp: Math.floor(Date.now() / 1000) + 4000 }, "invalid_request"],
    ["for another server", { ...hinted, aud: "http://elsewhere.localhost" }, "invalid_request"],
  ])("%s", async (_what, change, error) => {
    const { status, body } = await tpp.ask(await world.intent(), change);
    expect([status, body.error]).toEqual([400, error]);
    expect(world.script.notices).toEqual([]);
  });

  test("nothing signed", async () => {
    const { authorizationServerMtls } = world.topology;
    const { body } = await tpp.machine.post(`${authorizationServerMtls}/oauth2/bc-authorize`, {
      client_id: "tpp-beacon",
      scope: "openid accounts",
      binding_message: "K7-42",
      "openbanking-intent-id": await world.intent(),
      ...hinted,
    });
    expect(body.error).toBe("invalid_request");
  });

  test("another client's consent", async () => {
    const foreign = await world.intent({ clientId: "tpp-tallybook" });
    expect((await tpp.ask(foreign, hinted)).body.error).toBe("invalid_request");
  });

  test("a second request for the same consent, even at the same moment; not once the first is over", async () => {
    const consentId = await world.intent();
    const answers = await Promise.all([1, 2, 3].map(() => tpp.ask(consentId, hinted)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(world.script.notices).toHaveLength(1);
    await world.sql`update decoupled_request set expires_at = now() where consent_id = ${consentId}`;
    expect((await tpp.ask(consentId, hinted)).status).toBe(200);
  });

  test("a fourth request of the same customer, whichever consents they are for; not one of somebody else", async () => {
    const consents = await Promise.all([1, 2, 3, 4, 5].map(() => world.intent()));
    const answers = await Promise.all(consents.map((id) => tpp.ask(id, hinted)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => body.error)).toEqual(["temporarily_unavailable", "temporarily_unavailable"]);
    expect((await tpp.ask(await world.intent(), { login_hint: arun.id })).status).toBe(200);
    await world.sql`update decoupled_request set expires_at = now() where subject = ${grace.id}`;
    expect((await tpp.ask(await world.intent(), hinted)).status).toBe(200);
  });

  test("a consent of another customer, that is to be given again", async () => {
    const { consentId, link } = await asked();
    await allow(world, await openedBy(link));
    expect((await tpp.ask(consentId, { login_hint: arun.id })).body.error).toBe("access_denied");
  });

  test("while the customer cannot be told; a later request is taken", async () => {
    const consentId = await world.intent();
    world.script.noticesFail = true;
    expect((await tpp.ask(consentId, hinted)).body.error).toBe("temporarily_unavailable");
    world.script.noticesFail = false;
    expect((await tpp.ask(consentId, hinted)).status).toBe(200);
  });
});
