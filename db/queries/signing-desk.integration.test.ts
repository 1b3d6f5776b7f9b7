import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { followSignatures } from "~/jobs/follow-signatures";
import { AuthorityError } from "~/ports/authorization-server";
import { aVisit } from "~/ports/consent-desk.builders";
import { createSigningWorld, signerOf as signer } from "~/use-cases/signing-world.harness";
import {
  aConsentId,
  anEvent,
  aRecord,
  type ProjectionWorld,
  projectionWorld,
  storyOf,
} from "./consent-projection.harness";

const signal = new AbortController().signal;

let world: ProjectionWorld;
let several: ReturnType<typeof createSigningWorld>;
const revoked: string[] = [];
const superseded: (readonly [earlier: string, reason: string, successor: string])[] = [];
let authority: "up" | "down" = "up";

beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  authority = "up";
  revoked.length = 0;
  superseded.length = 0;
  several = createSigningWorld(world.db, world.vault);
});

const round = () =>
  followSignatures({
    desk: several.signing,
    bank: several.bank,
    authorizationServer: {
      revokeConsent: async (id, { reason, successor }) => {
        if (authority === "down") throw new AuthorityError("unavailable", "told to be");
        revoked.push(id);
        if (successor) superseded.push([id, reason, successor]);
      },
      // A payment waits at the bank.
      signaturesComplete: () => Promise.reject(new Error("nothing of it is held back there")),
    },
  }).round(signal);

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
    const { visit, recorded, id } = await several.opened();
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    expect(recorded.decision).toMatchObject({ awaits: { required: 2 } });
    expect(JSON.stringify(recorded)).not.toContain(several.ben);
    expect(await several.signing.of(several.ada)).toEqual([]);
    const view = await several.view(id, several.ben);
    expect(view).toMatchObject({
      shown: { can: "sign" },
      lostMandate: false,
      signing: { required: 2, state: "awaiting" },
    });
    expect(view?.page.shown.made.request.subject).toMatchObject({ amount: { minor: 4250n } });
    const days = ((view?.signing.dueAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThan(7.01);
  });

  test("T4: they have as many days as the bank gives them", async () => {
    several = createSigningWorld(world.db, world.vault, 2);
    const { id } = await several.opened();
    const { dueAt } = (await several.view(id, several.ben))?.signing ?? {};
    expect(Math.round(((dueAt?.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(48);
  });

  test("nobody sees it who was not asked, and an id that is none is nobody's", async () => {
    const { id } = await several.opened();
    expect(await several.view(id, asCustomerId("mallory"))).toBeUndefined();
    expect(await several.view("x' or 1=1", several.ben)).toBeUndefined();
    expect(await several.sign(id, asCustomerId("mallory"))).toBe("not-found");
  });

  test("T6: whoever said yes first finds it by the consent and takes it back, until it is complete", async () => {
    const { visit, id } = await several.opened();
    expect(await several.signing.about(visit.consentId, several.ada)).toBe(id);
    expect(await several.signing.about(visit.consentId, several.ben)).toBe(id);
    expect(await several.signing.about(visit.consentId, asCustomerId("mallory"))).toBeUndefined();
    expect(await several.decline(id, several.ada)).toBe("declined");
    expect(await statusOf(visit.consentId)).toEqual(["rejected", "signer-declined"]);
    expect(await several.sign(id, several.ben)).toBe("closed");
  });

  test("the second of any two completes it (T5); it is gone from everybody's list, and the bank is told each time", async () => {
    const { visit, id } = await several.opened();
    await round();
    expect(await several.sign(id, several.cy)).toBe("signed");
    expect(await several.sign(id, several.cy)).toBe("closed");
    expect(await statusOf(visit.consentId)).toEqual(["authorised", "signers-complete"]);
    expect((await several.signing.of(several.ben)).map((each) => each.id)).not.toContain(id);
    several.bank.down = true;
    await round();
    several.bank.down = false;
    await world.db.execute(sql`update assent.consent_signing set telling_until = null`);
    await round();
    await round();
    const told = several.bank.signatures
      .filter(([consent]) => consent === visit.consentId)
      .map(([, { state, received }]) => [state, received]);
    expect(told).toEqual([
      ["awaiting", 1],
      ["complete", 2],
    ]);
  });

  test("ten at once are one signature each, and complete it once", async () => {
    several.mandate([signer(several.ada), signer(several.ben), signer(several.cy)], { anyOf: [{ A: 3 }] });
    const { visit, id } = await several.opened(3);
    const all = Array.from({ length: 10 }, (_, at) => several.sign(id, at % 2 ? several.ben : several.cy));
    expect(new Set(await Promise.all(all))).toEqual(new Set(["signed", "closed"]));
    expect(await statusOf(visit.consentId)).toEqual(["authorised", "signers-complete"]);
    expect((await storyOf(world, visit.consentId)).moves.map((move) => move.split(" ")[0])).toEqual([
      "import",
      "authorise-partly",
      "authorise-partly",
      "complete",
    ]);
  });

  test("a refusal ends it (T6), at the bank and, however long that takes, at the authorization server", async () => {
    const { visit, id } = await several.opened();
    expect(await several.decline(id, several.ben)).toBe("declined");
    expect(await several.decline(id, several.ben)).toBe("declined");
    expect(await several.sign(id, several.cy)).toBe("closed");
    expect(await statusOf(visit.consentId)).toEqual(["rejected", "signer-declined"]);
    authority = "down";
    await round();
    expect(revoked).not.toContain(visit.consentId);
    authority = "up";
    await world.db.execute(sql`update assent.consent_signing set telling_until = null`);
    await round();
    await round();
    expect(revoked.filter((consent) => consent === visit.consentId)).toHaveLength(1);
    const told = several.bank.signatures.filter(([consent]) => consent === visit.consentId);
    expect(told.at(-1)).toMatchObject([visit.consentId, { state: "rejected" }]);
  });

  test("what nobody signs in time is over at that moment, and written down (T7)", async () => {
    const { visit, id } = await several.opened();
    await letPass(id);
    expect((await several.signing.of(several.ben)).map((each) => each.id)).not.toContain(id);
    expect(await several.sign(id, several.ben)).toBe("closed");
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    await round();
    expect(await statusOf(visit.consentId)).toEqual(["rejected", "timed-out"]);
    expect(revoked).toContain(visit.consentId);
  });

  test("P-11: what it takes the place of ends with the last signature, however long that takes, and not before", async () => {
    const { ada, ben, cy } = several;
    several.mandate([signer(ada), signer(ben), signer(cy)], { anyOf: [{ A: 3 }] });
    const earlier = aConsentId();
    const mode = { is: "instead-of", consentId: earlier } as const;
    const { visit, id } = await several.opened(3, [ben, cy], { kind: "domestic-vrp", mode });
    expect(await several.sign(id, ben)).toBe("signed");
    await round();
    expect(revoked).not.toContain(earlier);
    authority = "down";
    expect(await several.sign(id, cy)).toBe("signed");
    await round();
    authority = "up";
    await world.db.execute(sql`update assent.consent_signing set telling_until = null`);
    await round();
    await round();
    expect(superseded).toEqual([[earlier, "superseded", visit.consentId]]);

    const refused = await several.opened(3, [ben, cy], { kind: "domestic-vrp", mode });
    expect(await several.decline(refused.id, ben)).toBe("declined");
    await round();
    expect(superseded).toHaveLength(1);
  });

  test("who signs no more cannot sign, and is told why", async () => {
    const { id } = await several.opened();
    several.mandate([signer(several.ada), signer(several.cy)], { anyOf: [{ A: 2 }] });
    expect(await several.view(id, several.ben)).toMatchObject({ shown: { can: "nothing" }, lostMandate: true });
    expect(await several.sign(id, several.ben)).toBe("lost-mandate");
    expect(await several.decline(id, several.ben)).toBe("lost-mandate");
    expect(await several.sign(id, several.cy)).toBe("signed");
  });

  test("the first signer's own yes counts no more once they sign no more", async () => {
    const { visit, id } = await several.opened();
    several.mandate([signer(several.ben), signer(several.cy)], { anyOf: [{ A: 2 }] });
    expect(await several.sign(id, several.ben)).toBe("signed");
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    expect((await several.view(id, several.cy))?.signing.signers).toMatchObject([
      { customer: several.cy, state: "asked" },
      { customer: several.ada, state: "lapsed" },
      { customer: several.ben, state: "signed" },
    ]);
    expect(await several.sign(id, several.cy)).toBe("signed");
    expect(await statusOf(visit.consentId)).toEqual(["authorised", "signers-complete"]);
  });

  test("the authorization server's word that it is authorised completes nothing (T4)", async () => {
    const { visit, id } = await several.opened();
    const record = aRecord({
      id: visit.consentId,
      kind: "domestic-payment",
      customer: several.ada,
      accountIds: ["acc-1"],
      revision: 3,
    });
    expect(await world.upkeep.takeEvent(anEvent(record, "authorised", "customer"))).toBe("same");
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    expect((await several.view(id, several.ben))?.shown.can).toBe("sign");
  });

  test("nor before our own record of the first yes is settled, however long that takes", async () => {
    const visit = aVisit({ kind: "domestic-payment", customer: several.ada });
    await several.desk.openVisit(visit);
    const accountIds = [asAccountId("acc-1")];
    const awaits = { required: 2, asked: [several.ben] };
    const intended = await several.desk.intend(visit, { outcome: "allowed", accountIds, scopes: [], awaits }, "page");
    await world.owner.execute(
      sql`update assent.consent_decision set intended_at = intended_at - interval '1 day' where id = ${intended.id}::uuid`,
    );
    const { consentId: id, kind, customer } = visit;
    const record = aRecord({ id, kind, customer, accountIds, revision: 3 });
    expect(await world.upkeep.takeEvent(anEvent(record, "authorised", "customer"))).toBe("busy");
    await several.desk.settle(visit, intended, { to: new URL("https://as.example/resume") });
    expect(await statusOf(id)).toEqual(["partially-authorised", "signer-approved"]);
    expect(await several.signing.of(several.ben)).toHaveLength(1);
  });

  test.each(["sign", "decline"] as const)(
    "what ends while somebody is about to %s stays as it ended, also for the bank (T7)",
    async (answer) => {
      const { visit, id } = await several.opened();
      let answered: Promise<string> | undefined;
      await world.owner.transaction(async (ending) => {
        await ending.execute(sql`
        update assent.consent_projection set status = 'rejected', reason = 'as-found', version = version + 1
        where consent_id = ${visit.consentId}`);
        answered = several[answer](id, several.ben);
        await vi.waitFor(async () => expect(await waitingForLocks(ending)).toBe(1), { timeout: 5_000 });
      });
      expect(await answered).toBe("closed");
      expect(await statusOf(visit.consentId)).toEqual(["rejected", "as-found"]);
      await round();
      // Others' news may wait in the same round.
      const told = several.bank.signatures.filter(([consent]) => consent === visit.consentId);
      expect(told.at(-1)).toMatchObject([visit.consentId, { state: "rejected", received: 1 }]);
    },
  );
});

const waitingForLocks = async (db: Pick<typeof world.db, "execute">) => {
  const [row] = await db.execute<{ many: number }>(sql`
    select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.many;
};
