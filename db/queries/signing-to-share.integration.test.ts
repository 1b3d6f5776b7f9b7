import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aFundsConfirmation } from "~/domain/consent-kinds/builders";
import { followSignatures } from "~/jobs/follow-signatures";
import { AuthorityError } from "~/ports/authorization-server";
import { createSigningWorld, signerOf } from "~/use-cases/signing-world.harness";
import { type ProjectionWorld, projectionWorld, storyOf } from "./consent-projection.harness";

/** P-08: data of an account that takes the yes of more than one. */

let world: ProjectionWorld;
let several: ReturnType<typeof createSigningWorld>;
let authority: "up" | "down";
const told: string[] = [];

beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  authority = "up";
  told.length = 0;
  several = createSigningWorld(world.db, world.vault);
});

async function round() {
  const tell = (what: string) => async (id: string) => {
    if (authority === "down") throw new AuthorityError("unavailable", "told to be");
    told.push(`${what} ${id}`);
  };
  await world.db.execute(sql`update assent.consent_signing set telling_until = null`);
  await followSignatures({
    desk: several.signing,
    bank: several.bank,
    authorizationServer: { revokeConsent: tell("end"), signaturesComplete: tell("open") },
  }).round(AbortSignal.timeout(20_000));
}
const toldOf = (id: string) => told.filter((each) => each.endsWith(` ${id}`));
const statusOf = async (id: string) => {
  const [row] = await world.db.execute<{ status: string; reason: string }>(
    sql`select status, reason from assent.consent_projection where consent_id = ${id}`,
  );
  return [row?.status, row?.reason];
};

describe("P-08, T4–T7: data that takes the yes of more than one", () => {
  test("T4: the first yes opens nothing, neither here nor at the authorization server", async () => {
    const { visit, recorded } = await several.openedToShare();
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    expect(JSON.stringify(recorded)).not.toContain(several.ben);
    await round();
    expect(toldOf(visit.consentId)).toEqual([]);
  });

  test("D-14: the other one is shown what both hold, and neither what is hers alone nor what she shared before", async () => {
    const { id } = await several.openedToShare();
    const view = await several.view(id, several.ben);
    expect(view?.signing.accountIds).toEqual(["acc-1"]);
    expect(view?.question?.offered.map(({ account }) => account.id)).toEqual(["acc-1"]);
    expect(view?.page.shown.made.request.mode).toBeDefined();
    expect(view?.question?.request).not.toHaveProperty("mode");
    expect(view?.shown).toMatchObject({ can: "sign", required: 2 });
  });

  test("T5: with the last yes it flows, once the authorization server has heard it, however long that takes", async () => {
    const { visit, id } = await several.openedToShare();
    expect(await several.sign(id, several.ben)).toBe("signed");
    expect(await statusOf(visit.consentId)).toEqual(["authorised", "signers-complete"]);
    authority = "down";
    await round();
    authority = "up";
    await round();
    await round();
    expect(toldOf(visit.consentId)).toEqual([`open ${visit.consentId}`]);
    expect(await several.decline(id, several.ben)).toBe("closed");
  });

  test("P-08, T5: no app hears whether there is enough before the last yes, of the authorization server neither", async () => {
    const { visit, id } = await several.openedToShare(aFundsConfirmation());
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    await round();
    expect(toldOf(visit.consentId)).toEqual([]);
    expect((await several.view(id, several.ben))?.question?.request).not.toHaveProperty("mode");
    expect(await several.sign(id, several.ben)).toBe("signed");
    await round();
    expect(toldOf(visit.consentId)).toEqual([`open ${visit.consentId}`]);
  });

  test("the page and its answer are on record with the move, each by its hash", async () => {
    const { visit, id } = await several.openedToShare();
    const seen = await several.read(several.here(id, several.ben));
    expect(await several.signSeen(several.here(id, several.ben), seen)).toBe("signed");
    expect((await several.signing.pageAnswered(id, several.ben))?.shownHash).toBe(seen);
    const events = await world.db.execute<{ type: string; hash: string | null }>(sql`
      select type, detail ->> 'shownHash' as hash from assent.audit_event
      where consent_id = ${visit.consentId} and type = 'signature-given'`);
    expect([...events]).toEqual([{ type: "signature-given", hash: seen }]);
    expect((await storyOf(world, visit.consentId)).moves.map((move) => move.split(" ")[0])).toEqual([
      "import",
      "authorise-partly",
      "complete",
    ]);
  });

  test("T6: one no ends it, and it is ended at the authorization server", async () => {
    const { visit, id } = await several.openedToShare();
    expect(await several.decline(id, several.ben)).toBe("declined");
    await round();
    expect(await statusOf(visit.consentId)).toEqual(["rejected", "signer-declined"]);
    expect(toldOf(visit.consentId)).toEqual([`end ${visit.consentId}`]);
  });

  test("T7: nobody answers in time", async () => {
    const { visit, id } = await several.openedToShare();
    await world.db.execute(sql`update assent.consent_signing set due_at = clock_timestamp() where id = ${id}::uuid`);
    expect(await several.sign(id, several.ben)).toBe("closed");
    await round();
    expect(await statusOf(visit.consentId)).toEqual(["rejected", "timed-out"]);
    expect(toldOf(visit.consentId)).toEqual([`end ${visit.consentId}`]);
  });

  test("who lost their part cannot agree; and nobody alone once the first one did", async () => {
    const { visit, id } = await several.openedToShare();
    several.toShare([signerOf(several.ada)], { A: 2 });
    expect(await several.sign(id, several.ben)).toBe("lost-mandate");
    several.toShare([signerOf(several.ben), signerOf(several.cy)], { A: 2 });
    expect(await several.sign(id, several.ben)).toBe("signed");
    expect(await statusOf(visit.consentId)).toEqual(["partially-authorised", "signer-approved"]);
    await round();
    expect(toldOf(visit.consentId)).toEqual([]);
    expect(await several.sign(id, several.cy)).toBe("signed");
    expect(await statusOf(visit.consentId)).toEqual(["authorised", "signers-complete"]);
  });

  test("who holds an account no more cannot agree to it", async () => {
    const { id } = await several.openedToShare();
    several.bank.accounts = several.bank.accounts.map((account) => ({ ...account, open: account.id !== "acc-1" }));
    expect(await several.sign(id, several.ben)).toBe("lost-mandate");
  });
});
