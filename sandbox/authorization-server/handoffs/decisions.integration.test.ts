import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBrowser } from "../testing/browser.ts";
import { createTppClient, type TppClient } from "../testing/tpp-client.ts";
import { allow, backAtTpp, reachConsentPage, startWorld, type World } from "../testing/world.ts";
import type { HandoffDecision } from "./handoff.ts";
import { takeAnswer } from "./handoff-store.ts";

let world: World;
let beacon: TppClient;
let tallybook: TppClient;

beforeAll(async () => {
  world = await startWorld();
  beacon = await createTppClient(world.topology, "tpp-beacon");
  tallybook = await createTppClient(world.topology, "tpp-tallybook");
});

afterAll(async () => {
  await Promise.all([beacon?.close(), tallybook?.close()]);
  await world?.close();
});

const accept: HandoffDecision = {
  kind: "accept",
  accountIds: ["acc-grace-main"],
  grantedScopes: ["openid", "accounts"],
};
const refuse: HandoffDecision = { kind: "reject", error: "access_denied", description: "the customer refused" };
const statusOf = async (id: string) => (await world.consents.get(id))?.status;

async function atConsentPage() {
  const consentId = await world.intent();
  const browser = createBrowser();
  const handoff = await reachConsentPage(world, browser, await beacon.authorize(consentId));
  const decide = (decision: HandoffDecision) => world.handoffs.decide(handoff.loginId, handoff.loginState, decision);
  return { consentId, browser, handoff, decide };
}
const fragment = (url: URL) => Object.fromEntries(new URLSearchParams(url.hash.slice(1)));

describe("the two secrets of a visit", () => {
  test("both are needed, and a wrong one looks like an unknown visit", async () => {
    const { handoff, consentId } = await atConsentPage();
    const other = (await atConsentPage()).handoff;
    for (const [id, state] of [
      [handoff.loginId, "wrong"],
      [handoff.loginId, ""],
      [handoff.loginId, other.loginState],
      ["unknown", handoff.loginState],
    ] as const) {
      expect(await world.handoffs.find(id, state)).toBeUndefined();
      expect(await world.handoffs.decide(id, state, accept)).toEqual({ outcome: "unknown" });
    }
    expect(await statusOf(consentId)).toBe("awaiting_authorisation");
  });

  test("are not in the database", async () => {
    const { handoff, decide } = await atConsentPage();
    const answered = await decide(accept);
    if (answered.outcome !== "answered") throw new Error(answered.outcome);
    const rows = await world.sql`select handoff::text as row from handoff where login_id = ${handoff.loginId}`;
    expect(rows[0]?.row).not.toContain(handoff.loginState);
    expect(rows[0]?.row).not.toContain(new URL(answered.redirectTo).searchParams.get("answer"));
  });

  test("an answer is taken once, by one of many", async () => {
    const { handoff } = await atConsentPage();
    const address = new URL(await allow(world, handoff));
    const [uid = "", answer = ""] = [address.pathname.split("/").at(-1), address.searchParams.get("answer") ?? ""];
    expect(await takeAnswer(world.sql, uid, "wrong")).toBeUndefined();
    expect(await takeAnswer(world.sql, "another", answer)).toBeUndefined();
    const taken = await Promise.all(Array.from({ length: 4 }, () => takeAnswer(world.sql, uid, answer)));
    expect(taken.filter((one) => one !== undefined)).toMatchObject([{ decision: accept }]);
  });

  test("are worth nothing after the visit's time", async () => {
    const { handoff, decide } = await atConsentPage();
    await world.sql`update handoff set expires_at = now() where login_id = ${handoff.loginId}`;
    expect(await world.handoffs.find(handoff.loginId, handoff.loginState)).toBeUndefined();
    expect(await decide(accept)).toEqual({ outcome: "unknown" });
  });
});

describe("deciding again", () => {
  test("the same: a lost answer can be asked for again, and only the last one opens", async () => {
    const { browser, decide } = await atConsentPage();
    const [first, second] = [await decide(accept), await decide(accept)];
    if (first.outcome !== "answered" || second.outcome !== "answered") throw new Error(second.outcome);
    expect(second.redirectTo).not.toBe(first.redirectTo);
    expect((await browser.open(first.redirectTo)).status).toBe(400);
    expect(fragment(await backAtTpp(world, browser, second.redirectTo))).toHaveProperty("code");
    expect(await decide(accept)).toEqual({ outcome: "decided_otherwise" });
  });

  test.each([
    ["refuse", refuse],
    ["other accounts", { ...accept, accountIds: ["acc-arun-main"] }],
    ["other scopes", { ...accept, grantedScopes: ["openid"] }],
  ])("otherwise (%s): the first stands", async (_name, otherwise) => {
    const { consentId, decide } = await atConsentPage();
    await decide(accept);
    expect(await decide(otherwise as HandoffDecision)).toEqual({ outcome: "decided_otherwise" });
    expect(await world.consents.get(consentId)).toMatchObject({ status: "authorised", accountIds: ["acc-grace-main"] });
  });

  test("allow against refuse at once: one outcome", async () => {
    const { consentId, decide } = await atConsentPage();
    const outcomes = (await Promise.all([decide(accept), decide(refuse)])).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(["answered", "decided_otherwise"]);
    expect(["authorised", "rejected"]).toContain(await statusOf(consentId));
  });

  test("a double click makes one grant", async () => {
    const { consentId, decide } = await atConsentPage();
    const outcomes = (await Promise.all([decide(accept), decide(accept)])).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["answered", "answered"]);
    expect(await world.sql`select 1 from consent_grant where consent_id = ${consentId}`).toHaveLength(1);
  });
});

test("more customers decide at once than the database pool has connections", { timeout: 15_000 }, async () => {
  const visits = await Promise.all(Array.from({ length: 12 }, atConsentPage));
  const answers = await Promise.all(visits.map(({ decide }) => decide(accept)));
  expect(answers.map(({ outcome }) => outcome)).toEqual(visits.map(() => "answered"));
});

describe("a refusal", () => {
  test("reaches a hybrid-flow TPP in the fragment, and the consent is rejected", async () => {
    const { consentId, browser, decide } = await atConsentPage();
    const answered = await decide(refuse);
    if (answered.outcome !== "answered") throw new Error(answered.outcome);
    expect(fragment(await backAtTpp(world, browser, answered.redirectTo))).toMatchObject({
      error: "access_denied",
      state: beacon.state,
    });
    expect(await statusOf(consentId)).toBe("rejected");
  });

  test("reaches a FAPI 2.0 TPP in a signed response", async () => {
    const browser = createBrowser();
    const consentId = await world.intent({ clientId: "tpp-tallybook" });
    const { loginId, loginState } = await reachConsentPage(world, browser, await tallybook.authorize(consentId));
    const answered = await world.handoffs.decide(loginId, loginState, refuse);
    if (answered.outcome !== "answered") throw new Error(answered.outcome);
    const at = await backAtTpp(world, browser, answered.redirectTo);
    expect(decodeJwt(at.searchParams.get("response") ?? "")).toMatchObject({
      error: "access_denied",
      state: tallybook.state,
    });
  });

  test("because the bank could not go on leaves the consent waiting", async () => {
    const { consentId, browser, decide } = await atConsentPage();
    const answered = await decide({ kind: "reject", error: "server_error" });
    if (answered.outcome !== "answered") throw new Error(answered.outcome);
    expect(fragment(await backAtTpp(world, browser, answered.redirectTo))).toMatchObject({ error: "server_error" });
    expect(await statusOf(consentId)).toBe("awaiting_authorisation");
  });
});

describe("a consent that is over", () => {
  const end = {
    deleted: (id: string) => world.consents.delete(id),
    expired: async (id: string) => void (await world.sql`update consent set expires_at = now() where id = ${id}`),
  };

  test.each(["deleted", "expired"] as const)("%s while the page was open: not allowed, but refusable", async (how) => {
    const { consentId, browser, decide } = await atConsentPage();
    await end[how](consentId);
    expect(await decide(accept)).toEqual({ outcome: "consent_not_usable" });
    expect(await world.sql`select 1 from consent_grant where consent_id = ${consentId}`).toHaveLength(0);
    const refused = await decide(refuse);
    if (refused.outcome !== "answered") throw new Error(refused.outcome);
    expect(fragment(await backAtTpp(world, browser, refused.redirectTo))).toMatchObject({ error: "access_denied" });
  });

  test.each(["deleted", "expired"] as const)("%s before the browser resumed: an error, never a code", async (how) => {
    const { consentId, browser, handoff } = await atConsentPage();
    const redirectTo = await allow(world, handoff);
    await end[how](consentId);
    const answer = fragment(await backAtTpp(world, browser, redirectTo));
    expect(answer).toMatchObject({ error: "invalid_request", state: beacon.state });
    expect(answer).not.toHaveProperty("code");
  });

  test("deleted while the customer logged in: the TPP gets the error, and no page opens", async () => {
    const consentId = await world.intent();
    const browser = createBrowser();
    const atIdp = await browser.follow(
      await beacon.authorize(consentId),
      (url) => url.origin === world.topology.identityProvider,
    );
    await end.deleted(consentId);
    expect(fragment(await backAtTpp(world, browser, atIdp))).toMatchObject({ error: "invalid_request" });
  });
});
