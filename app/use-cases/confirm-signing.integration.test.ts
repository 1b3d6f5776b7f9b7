import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { MOST_WRONG } from "~/domain/factor/code";
import { wrong } from "./factor-world.harness";
import { signatureOf } from "./sign-request";
import { signingRecords } from "./signing-records.harness";
import { createSigningWorld, signerOf } from "./signing-world.harness";

/** P-22, P-28, B-05: whoever signs after the first confirms it as the first did. */

let world: ProjectionWorld;
let several: ReturnType<typeof createSigningWorld>;
let records: ReturnType<typeof signingRecords>;
beforeAll(async () => {
  world = await projectionWorld();
  records = signingRecords(world.db);
});
afterAll(() => world.stop());
beforeEach(() => {
  several = createSigningWorld(world.db, world.vault);
});

describe("a signature waits for a factor bound to it", () => {
  test("by code: nothing is signed before, and the factor is closed with the signature and its evidence", async () => {
    const { id, visit } = await several.opened();
    const ben = await several.asked(id, several.ben);
    expect(ben.answered).toBe("to-be-confirmed");
    expect(await records.statusOf(visit.consentId)).toBe("partially-authorised");
    expect(await ben.byCode(await ben.code())).toEqual({ is: "signed" });
    expect(await records.statusOf(visit.consentId)).toBe("authorised");
    expect(await records.stateOfFactor(ben.visit)).toBe("met");
    const events = await records.eventsOf(visit.consentId);
    expect(events.map(({ type }) => type).sort()).toEqual([
      "factor-asked",
      "factor-code-sent",
      "factor-met",
      "signature-given",
    ]);
    const page = await several.signing.pageAnswered(id, several.ben);
    expect(events.find(({ type }) => type === "signature-given")?.detail).toEqual({
      signingId: id,
      answer: "signed",
      shownHash: page?.shownHash,
    });
    expect(events.find(({ type }) => type === "factor-met")?.detail).toEqual({
      signingId: id,
      by: "code",
      challenge: ben.challenge,
    });
    expect(page?.shown.made.signing?.signers.map(({ hasSigned }) => hasSigned)).toEqual([true, false, false]);
  });

  test("by passkey: what it signed is in the record", async () => {
    const { id, visit } = await several.opened();
    const ben = await several.asked(id, several.ben);
    expect(await ben.byPasskey()).toEqual({ is: "signed" });
    const [met] = await world.db.execute<{ personal: string | null }>(
      sql`select personal from assent.audit_event where consent_id = ${visit.consentId} and type = 'factor-met'`,
    );
    expect(met?.personal).toBeTruthy();
  });

  test("the page says by what it can be confirmed, and a passkey for something else does not do", async () => {
    const { id } = await several.opened();
    const ben = await several.asked(id, several.ben);
    expect(await several.confirmation(ben.signer)).toMatchObject({ is: "open", factors: { phoneEnding: "4567" } });
    expect(await ben.byPasskey({ challenge: "something else" })).toMatchObject({ is: "wrong", left: MOST_WRONG - 1 });
    expect(await records.signaturesOf(id)).toBe(0);
  });

  test("twice, also at once: it is one signature", async () => {
    const { id } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const code = await ben.code();
    const all = await Promise.all(Array.from({ length: 6 }, () => ben.byCode(code)));
    expect(all.filter(({ is }) => is === "signed")).toHaveLength(1);
    expect(await ben.byCode(code)).toMatchObject({ is: "elsewhere", standing: { is: "closed" } });
    expect(await records.signaturesOf(id)).toBe(1);
  });

  test("somebody else signs in between: the same factor still does, for what it was bound to", async () => {
    several.mandate(
      [several.ada, several.ben, several.cy].map((each) => signerOf(each)),
      { anyOf: [{ A: 3 }] },
    );
    const { id, visit } = await several.opened(3);
    const [ben, cy] = [await several.asked(id, several.ben), await several.asked(id, several.cy)];
    const code = await ben.code();
    expect(await cy.byPasskey()).toEqual({ is: "signed" });
    expect(await ben.byCode(code)).toEqual({ is: "signed" });
    expect(await records.statusOf(visit.consentId)).toBe("authorised");
    expect(await records.signaturesOf(id)).toBe(2);
  });

  test("both at the same moment: each is one, and it is complete once", async () => {
    several.mandate(
      [several.ada, several.ben, several.cy].map((each) => signerOf(each)),
      { anyOf: [{ A: 3 }] },
    );
    const { id, visit } = await several.opened(3);
    const [ben, cy] = [await several.asked(id, several.ben), await several.asked(id, several.cy)];
    const [ofBen, ofCy] = [await ben.code(), await cy.code()];
    expect(await Promise.all([ben.byCode(ofBen), cy.byCode(ofCy)])).toEqual([{ is: "signed" }, { is: "signed" }]);
    expect(await records.statusOf(visit.consentId)).toBe("authorised");
  });
});

describe("nothing is signed, and it is said why", () => {
  test("by a code for another request", async () => {
    const [one, other] = [await several.opened(), await several.opened()];
    const [first, second] = [await several.asked(one.id, several.ben), await several.asked(other.id, several.ben)];
    const code = await first.code();
    expect(await second.byCode(code, first.challenge)).toMatchObject({ is: "elsewhere", standing: { is: "over" } });
    await second.code();
    expect(await second.byCode(code)).toMatchObject({ is: "wrong" });
    expect(await records.signaturesOf(other.id)).toBe(0);
  });

  test("in another log-in, neither by the code nor by the page of the first", async () => {
    const { id } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const elsewhere = several.here(id, several.ben, "two");
    const proof = { by: "code", challenge: ben.challenge, code: await ben.code() } as const;
    expect(await several.confirm(elsewhere, proof)).toEqual({ is: "elsewhere", standing: { is: "none" } });
    const seen = await several.read(ben.signer);
    expect(await several.signWithFactor(elsewhere, seen)).toBe("not-shown");
    expect(await records.signaturesOf(id)).toBe(0);
  });

  test("by somebody else's page", async () => {
    const { id } = await several.opened();
    const seen = await several.read(several.here(id, several.ben));
    expect(await several.signWithFactor(several.here(id, several.cy), seen)).toBe("not-shown");
  });

  test("late: with the time to confirm over, or that of the code", async () => {
    const { id } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const code = await ben.code();
    await records.setFactor(ben.visit, sql`code_expires_at = clock_timestamp()`);
    expect(await ben.byCode(code)).toEqual({ is: "code-over" });
    await records.setFactor(ben.visit, sql`expires_at = clock_timestamp()`);
    expect(await ben.byCode(code)).toEqual({ is: "elsewhere", standing: { is: "over" } });
    expect(await records.signaturesOf(id)).toBe(0);
  });

  test("by who signs no more for the account, who did when they were asked", async () => {
    const { id } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const code = await ben.code();
    several.mandate(
      [several.ada, several.cy].map((each) => signerOf(each)),
      { anyOf: [{ A: 2 }] },
    );
    expect(await ben.byCode(code)).toEqual({ is: "elsewhere", standing: { is: "lost-mandate" } });
    expect(await records.signaturesOf(id)).toBe(0);
    expect(await records.stateOfFactor(ben.visit)).toBe("open");
  });

  test("once somebody refused, or the time of all is over, and the factor is not used up", async () => {
    const { id } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const code = await ben.code();
    expect(await several.decline(id, several.cy)).toBe("declined");
    expect(await ben.byCode(code)).toEqual({ is: "elsewhere", standing: { is: "closed" } });
    expect(await records.stateOfFactor(ben.visit)).toBe("open");
    const late = await several.opened();
    const second = await several.asked(late.id, several.ben);
    const other = await second.code();
    await world.db.execute(
      sql`update assent.consent_signing set due_at = clock_timestamp() where id = ${late.id}::uuid`,
    );
    expect(await second.byCode(other)).toEqual({ is: "elsewhere", standing: { is: "closed" } });
  });

  test("by a factor that was bound to another page, and by one whose challenge is another one's", async () => {
    const { id } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const code = await ben.code();
    await records.setFactor(ben.visit, sql`shown_hash = 'another'`);
    expect(await ben.byCode(code)).toEqual({ is: "elsewhere", standing: { is: "not-shown" } });
    const other = await several.asked(id, several.cy);
    await records.setFactor(other.visit, sql`nonce = 'another'`);
    expect(await other.byPasskey()).toEqual({ is: "elsewhere", standing: { is: "not-shown" } });
    expect(await records.signaturesOf(id)).toBe(0);
  });

  test("while it cannot be asked for anything: the bank or its identity provider is away", async () => {
    const { id } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const code = await ben.code();
    several.bank.down = true;
    await expect(ben.byCode(code)).rejects.toThrow();
    several.bank.down = false;
    several.factors.down = true;
    await expect(ben.byPasskey()).rejects.toThrow();
    several.factors.down = false;
    expect(await ben.byCode(code)).toEqual({ is: "signed" });
  });
});

describe("the statement that signs", () => {
  async function ready() {
    const { id, visit } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const now = await several.standing(ben.signer);
    if (now.is !== "open") throw new Error("nothing is asked");
    const { view, asked } = now;
    const answer = { visit: now.visit, seen: asked.shownHash };
    const signature = (challenge: string) => signatureOf(view, answer, { by: "code", challenge });
    return { id, consentId: visit.consentId, ben, view, signature };
  }
  const untouched = async ({ id, consentId, ben }: Awaited<ReturnType<typeof ready>>) => {
    expect(await records.signaturesOf(id)).toBe(0);
    expect(await records.statusOf(consentId)).toBe("partially-authorised");
    expect(await records.stateOfFactor(ben.visit)).toBe("open");
    expect((await records.eventsOf(consentId)).map(({ type }) => type)).toEqual(["factor-asked"]);
  };

  test("writes nothing without an open factor", async () => {
    const here = await ready();
    expect(await several.signing.sign(here.view.signing, here.signature("another"))).toBe(false);
    await untouched(here);
    await records.setFactor(here.ben.visit, sql`state = 'locked'`);
    expect(await several.signing.sign(here.view.signing, here.signature(here.ben.challenge))).toBe(false);
  });

  test("uses up no factor for a signing that has moved on", async () => {
    const here = await ready();
    const before = { ...here.view.signing, version: here.view.signing.version - 1 };
    expect(await several.signing.sign(before, here.signature(here.ben.challenge))).toBe(false);
    await untouched(here);
    expect(await several.signing.sign(here.view.signing, here.signature(here.ben.challenge))).toBe(true);
  });
});

describe("RTS Art. 4(3)(b): wrong codes", () => {
  test("five lock whoever typed them, on every request; the others can still sign", async () => {
    const { id, visit } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const code = await ben.code();
    for (let left = MOST_WRONG - 1; left > 0; left -= 1) {
      expect(await ben.byCode(wrong(code))).toEqual({ is: "wrong", by: "code", left });
    }
    expect(await ben.byCode(wrong(code))).toEqual({ is: "elsewhere", standing: { is: "locked" } });
    expect(await ben.byCode(code)).toEqual({ is: "elsewhere", standing: { is: "locked" } });
    expect((await several.asked((await several.opened()).id, several.ben)).answered).toBe("locked");
    expect((await several.asked(id, several.ben, "two")).answered).toBe("locked");
    expect(await records.statusOf(visit.consentId)).toBe("partially-authorised");
    const cy = await several.asked(id, several.cy);
    expect(await cy.byPasskey()).toEqual({ is: "signed" });
  });

  test("who was wrong too often can still refuse", async () => {
    const { id, visit } = await several.opened();
    const ben = await several.asked(id, several.ben);
    const code = await ben.code();
    for (let each = 0; each < MOST_WRONG; each += 1) await ben.byCode(wrong(code));
    expect(await several.decline(id, several.ben)).toBe("declined");
    expect(await records.statusOf(visit.consentId)).toBe("rejected");
  });
});

describe("a refusal", () => {
  test("needs no factor, and rests on its page", async () => {
    const { id, visit } = await several.opened();
    expect(await several.decline(id, several.ben)).toBe("declined");
    expect((await records.eventsOf(visit.consentId)).map(({ type }) => type)).toEqual(["signature-given"]);
    expect((await several.signing.pageAnswered(id, several.ben))?.shown.made.signing?.customer).toBe(several.ben);
  });
});

test("P-31: whom the bank shields is asked as everybody is, and needs the same", async () => {
  const shielded = several.bank.accounts.map((account) => ({
    ...account,
    ...(account.mandate && { mandate: { ...account.mandate, vulnerable: [several.ben] } }),
  }));
  several.bank.accounts = shielded;
  const { id } = await several.opened();
  const ben = await several.asked(id, several.ben);
  expect(ben.answered).toBe("to-be-confirmed");
  expect(await ben.byCode(await ben.code())).toEqual({ is: "signed" });
});
