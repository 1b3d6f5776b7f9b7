import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createInMemoryBank, type InMemoryBank } from "~/adapters/bank/in-memory.server";
import { aBankAccount, aConsentRequest, aDomesticPayment } from "~/domain/consent/builders";
import type { Decision } from "~/domain/consent/decision";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asCustomerId, type CustomerId } from "~/domain/shared/ids";
import type { Band, Signer } from "~/domain/signers/mandate";
import { followSignatures } from "~/jobs/follow-signatures";
import { AuthorityError } from "~/ports/authorization-server";
import { aVisit } from "~/ports/consent-desk.builders";
import { declineRequest, signRequest, viewSigning } from "~/use-cases/sign-request";
import { createConsentDesk } from "./consent-desk";
import { anEvent, aRecord, type ProjectionWorld, projectionWorld, SEAL, storyOf } from "./consent-projection.harness";
import { createSigningDesk } from "./signing-desk";

const [ada, ben, cy] = ["ada", "ben", "cy"].map(asCustomerId) as [CustomerId, CustomerId, CustomerId];
const signer = (customer: CustomerId, group = "A"): Signer => ({ customer, name: customer, group });
const HOP = { to: new URL("https://as.example/resume") };
const signal = new AbortController().signal;

let world: ProjectionWorld;
let bank: InMemoryBank;
const revoked: string[] = [];
let authority: "up" | "down" = "up";

beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  authority = "up";
  revoked.length = 0;
  mandate([signer(ada), signer(ben), signer(cy)], { anyOf: [{ A: 2 }] });
});

function mandate(signers: readonly Signer[], ...pay: readonly Band[]) {
  const holders = [ada, ben, cy].map((customer) => ({ customer, name: customer }));
  const account = aBankAccount({ id: asAccountId("acc-1"), holders, mandate: { signers, pay, vulnerable: [] } });
  bank = createInMemoryBank([account]);
}

const desks = () => ({
  desk: createConsentDesk(world.db, { tenant: "test", seal: SEAL, vault: world.vault }),
  signing: createSigningDesk(world.db, { tenant: "test", vault: world.vault }),
});
const needs = () => ({ desk: desks().signing, bank });
const round = () =>
  followSignatures({
    desk: desks().signing,
    bank,
    authorizationServer: {
      revokeConsent: async (id) => {
        if (authority === "down") throw new AuthorityError("unavailable", "told to be");
        revoked.push(id);
      },
    },
  }).round(signal);

/** Ada has said yes on the consent page, and the authorization server has taken it. */
async function opened(required = 2, asked = [ben, cy]) {
  const { desk, signing } = desks();
  const visit = aVisit({ kind: "domestic-payment", customer: ada });
  await desk.openVisit(visit);
  await desk.keepShown(visit, {
    ...aShownPage({ request: aConsentRequest({ subject: aDomesticPayment() }) }),
    shownHash: "page",
  });
  const decision: Decision = {
    outcome: "allowed",
    accountIds: [asAccountId("acc-1")],
    scopes: [],
    awaits: { required, asked },
  };
  const recorded = await desk.settle(visit, await desk.intend(visit, decision, "page"), HOP);
  const [waiting] = (await signing.of(ben)).slice(-1);
  return { visit, recorded, id: waiting?.id ?? "" };
}
const statusOf = async (id: string) => {
  const [row] = await world.db.execute<{ status: string; reason: string }>(
    sql`select status, reason from assent.consent_projection where consent_id = ${id}`,
  );
  return [row?.status, row?.reason];
};
const letPass = (id: string) =>
  world.db.execute(sql`update assent.consent_signing set due_at = clock_timestamp() where id = ${id}::uuid`);

describe("P-28, T4–T7: signatures", () => {
  test("the first yes opens it in the statement that settles it; the decision keeps nobody's name", async () => {
    const { visit, recorded, id } = await opened();
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    expect(recorded.decision).toMatchObject({ awaits: { required: 2 } });
    expect(JSON.stringify(recorded)).not.toContain(ben);
    expect(await desks().signing.of(ada)).toEqual([]);
    const view = await viewSigning(needs())(id, ben);
    expect(view).toMatchObject({ can: "sign", lostMandate: false, signing: { required: 2, state: "awaiting" } });
    expect(view?.page.shown.made.request.subject).toMatchObject({ amount: { minor: 4250n } });
    const days = ((view?.signing.dueAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThan(7.01);
  });

  test("nobody sees it who was not asked, and an id that is none is nobody's", async () => {
    const { id } = await opened();
    expect(await viewSigning(needs())(id, asCustomerId("mallory"))).toBeUndefined();
    expect(await viewSigning(needs())("x' or 1=1", ben)).toBeUndefined();
    expect(await signRequest(needs())(id, asCustomerId("mallory"))).toBe("not-found");
  });

  test("the second of any two completes it (T5); it is gone from everybody's list, and the bank is told each time", async () => {
    const { visit, id } = await opened();
    await round();
    expect(await signRequest(needs())(id, cy)).toBe("signed");
    expect(await signRequest(needs())(id, cy)).toBe("over");
    expect(await statusOf(visit.consentId)).toEqual(["authorised", "signers-complete"]);
    expect((await desks().signing.of(ben)).map((each) => each.id)).not.toContain(id);
    bank.down = true;
    await round();
    bank.down = false;
    await world.db.execute(sql`update assent.consent_signing set telling_until = null`);
    await round();
    await round();
    const told = bank.signatures
      .filter(([consent]) => consent === visit.consentId)
      .map(([, { state, received }]) => [state, received]);
    expect(told).toEqual([
      ["awaiting", 1],
      ["complete", 2],
    ]);
  });

  test("ten at once are one signature each, and complete it once", async () => {
    mandate([signer(ada), signer(ben), signer(cy)], { anyOf: [{ A: 3 }] });
    const { visit, id } = await opened(3);
    const all = Array.from({ length: 10 }, (_, at) => signRequest(needs())(id, at % 2 ? ben : cy));
    expect(new Set(await Promise.all(all))).toEqual(new Set(["signed", "over"]));
    expect(await statusOf(visit.consentId)).toEqual(["authorised", "signers-complete"]);
    expect((await storyOf(world, visit.consentId)).moves.map((move) => move.split(" ")[0])).toEqual([
      "import",
      "authorise-partly",
      "authorise-partly",
      "complete",
    ]);
  });

  test("a refusal ends it (T6), at the bank and, however long that takes, at the authorization server", async () => {
    const { visit, id } = await opened();
    expect(await declineRequest(needs())(id, ben)).toBe("declined");
    expect(await declineRequest(needs())(id, ben)).toBe("declined");
    expect(await signRequest(needs())(id, cy)).toBe("over");
    expect(await statusOf(visit.consentId)).toEqual(["rejected", "signer-declined"]);
    authority = "down";
    await round();
    expect(revoked).not.toContain(visit.consentId);
    authority = "up";
    await world.db.execute(sql`update assent.consent_signing set telling_until = null`);
    await round();
    await round();
    expect(revoked.filter((consent) => consent === visit.consentId)).toHaveLength(1);
    expect(bank.signatures.at(-1)).toMatchObject([visit.consentId, { state: "rejected" }]);
  });

  test("what nobody signs in time is over at that moment, and written down (T7)", async () => {
    const { visit, id } = await opened();
    await letPass(id);
    expect((await desks().signing.of(ben)).map((each) => each.id)).not.toContain(id);
    expect(await signRequest(needs())(id, ben)).toBe("over");
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    await round();
    expect(await statusOf(visit.consentId)).toEqual(["rejected", "timed-out"]);
    expect(revoked).toContain(visit.consentId);
  });

  test("who signs no more cannot sign, and is told why", async () => {
    const { id } = await opened();
    mandate([signer(ada), signer(cy)], { anyOf: [{ A: 2 }] });
    expect(await viewSigning(needs())(id, ben)).toMatchObject({ can: "nothing", lostMandate: true });
    expect(await signRequest(needs())(id, ben)).toBe("lost-mandate");
    expect(await declineRequest(needs())(id, ben)).toBe("lost-mandate");
    expect(await signRequest(needs())(id, cy)).toBe("signed");
  });

  test("the first signer's own yes counts no more once they sign no more", async () => {
    const { visit, id } = await opened();
    mandate([signer(ben), signer(cy)], { anyOf: [{ A: 2 }] });
    expect(await signRequest(needs())(id, ben)).toBe("signed");
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    expect((await viewSigning(needs())(id, cy))?.signing.signers).toMatchObject([
      { customer: cy, state: "asked" },
      { customer: ada, state: "lapsed" },
      { customer: ben, state: "signed" },
    ]);
    expect(await signRequest(needs())(id, cy)).toBe("signed");
    expect(await statusOf(visit.consentId)).toEqual(["authorised", "signers-complete"]);
  });

  test("the authorization server's word that it is authorised completes nothing (T4)", async () => {
    const { visit, id } = await opened();
    const record = aRecord({
      id: visit.consentId,
      kind: "domestic-payment",
      customer: ada,
      accountIds: ["acc-1"],
      revision: 3,
    });
    expect(await world.upkeep.takeEvent(anEvent(record, "authorised", "customer"))).toBe("same");
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    expect((await viewSigning(needs())(id, ben))?.can).toBe("sign");
  });
});
