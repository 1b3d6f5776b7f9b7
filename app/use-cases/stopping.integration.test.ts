import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asCaseId, asCustomerId } from "~/domain/shared/ids";
import { endPauses } from "~/jobs/end-pauses";
import type { AskedChange } from "~/ports/consent-changes";
import { changeConsent } from "./change-consent";
import { aStop, type ChangeWorld, CUSTOMER, STAFF, startChangeWorld } from "./change-consent.harness";
import { reportConsent } from "./report-consent";
import { settleChange } from "./settle-change";

/** One account, a pause, a report: our record in a real database, and an authorization server. */

let the: ChangeWorld;
beforeAll(async () => {
  the = await startChangeWorld();
});
afterAll(() => the.close());

const change = (asked: AskedChange) => {
  const settle = settleChange({ authorizationServer: the.as, changes: the.changes });
  return changeConsent({ authorizationServer: the.as, changes: the.changes, settleChange: settle })(asked);
};
const settled = { ok: true, value: { state: "settled" } };
const refused = (error: string) => ({ ok: false, error });

describe("one account leaves (D-08, T8)", () => {
  const removal = (id: Parameters<typeof aStop>[0], accountId: string) =>
    aStop(id, { move: "remove-account", reason: "account-removed", accountId } as Partial<AskedChange>);

  test("here and at the authorization server, as a version that says which, and the others stay", async () => {
    const { id, reference } = await the.authorised("acc-1", "acc-2", "acc-3");
    expect(await change(removal(id, "acc-2"))).toMatchObject(settled);
    const held = await the.as.findConsent(reference, { correlationId: "test" });
    expect(held).toMatchObject({ status: "authorised", accountIds: ["acc-1", "acc-3"] });
    expect(await the.projectionOf(id)).toMatchObject({
      status: "authorised",
      version: 3,
      reason: "account-removed",
      account_ids: ["acc-1", "acc-3"],
    });
    const [version] = await the.database.db.execute(sql`
      select move, actor_type, difference from assent.consent_version_projection
      where consent_id = ${id} and version = 3`);
    const accounts = [
      ["acc-1", "acc-2", "acc-3"],
      ["acc-1", "acc-3"],
    ];
    expect(version).toEqual({ move: "renew", actor_type: "customer", difference: { accountIds: accounts } });
    expect(await the.evidenceOf(id)).toMatchObject({ versions: ["renew by customer"], queued: ["renew"] });
  });

  test("the last one does not, nor one of another's, nor one that is not in it", async () => {
    const { id } = await the.authorised("acc-1");
    expect(await change(removal(id, "acc-1"))).toEqual(refused("not-allowed"));
    expect(await change(removal(id, "acc-9"))).toEqual(refused("not-allowed"));
    const foreign = { ...removal(id, "acc-1"), actor: { type: "customer", id: asCustomerId("cus-2") } } as AskedChange;
    expect(await change(foreign)).toEqual(refused("not-found"));
    expect(await the.statesOf(id)).toEqual([]);
  });

  test("two that leave at once leave one after the other, and never the last", async () => {
    const { id } = await the.authorised("acc-1", "acc-2");
    const answers = await Promise.all([change(removal(id, "acc-1")), change(removal(id, "acc-2"))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await the.projectionOf(id))?.account_ids).toHaveLength(1);
  });
});

describe("a pause that ends by itself (D-09, T10)", () => {
  const pause = (id: Parameters<typeof aStop>[0], hours?: 24 | 168) =>
    aStop(id, { move: "suspend", reason: "customer-pause", ...(hours && { hours }) } as Partial<AskedChange>);
  const round = () => endPauses({ changes: the.changes, change }).round(new AbortController().signal);

  test("lasts as long as was said, by the database's clock", async () => {
    const { id } = await the.authorised();
    const paused = await change(pause(id, 24));
    if (!paused.ok) throw new Error(paused.error);
    const { intendedAt, pausedUntil } = paused.value;
    expect(((pausedUntil?.getTime() ?? 0) - intendedAt.getTime()) / 3_600_000).toBeCloseTo(24, 3);
    await round();
    expect(await the.projectionOf(id)).toMatchObject({ status: "suspended" });
  });

  test("ends once, as its customer's own wish", async () => {
    const { id } = await the.authorised();
    await change(pause(id, 168));
    await the.endPause(id);
    await Promise.all([round(), round()]);
    await round();
    expect(await the.projectionOf(id)).toMatchObject({ status: "authorised", reason: "pause-over", version: 4 });
    const { ref } = await the.vault.of(CUSTOMER.id);
    const intents = (await the.auditOf(id)).filter(({ type }) => type === "change-intended");
    expect(intents.map(({ actor_ref, detail }) => [actor_ref, detail["reason"]])).toEqual([
      [ref, "customer-pause"],
      [ref, "pause-over"],
    ]);
  });

  test("without an end it stays; and nothing is started again that was started, paused anew or stopped", async () => {
    const [open, resumed, stopped] = [await the.authorised(), await the.authorised(), await the.authorised()];
    await change(pause(open.id));
    await the.endPause(open.id);
    for (const { id } of [resumed, stopped]) await change(pause(id, 24));
    await change(aStop(resumed.id, { move: "resume", reason: "resumed" }));
    await change(aStop(resumed.id, { move: "suspend", reason: "scheme-hold", actor: STAFF }));
    await change(aStop(stopped.id));
    for (const { id } of [resumed, stopped]) await the.endPause(id);
    await round();
    expect(await the.projectionOf(open.id)).toMatchObject({ status: "suspended" });
    expect(await the.projectionOf(resumed.id)).toMatchObject({ status: "suspended", suspended_by: "staff" });
    expect(await the.projectionOf(stopped.id)).toMatchObject({ status: "revoked" });
    expect(await the.changes.pausesOver(50)).toEqual([]);
  });

  test("ends nothing but itself: a pause that came after it keeps its own end, or has none", async () => {
    const [open, longer, elsewhere] = [await the.authorised(), await the.authorised(), await the.authorised()];
    for (const { id } of [open, longer]) {
      await change(pause(id, 24));
      await change(aStop(id, { move: "resume", reason: "resumed" }));
      await the.endPause(id);
    }
    await change(pause(open.id));
    await change(pause(longer.id, 168));
    // Taken up and paused again by somebody of whom our record of changes knows nothing.
    await change(pause(elsewhere.id, 24));
    await the.endPause(elsewhere.id);
    for (const [move, to] of [
      ["resume", "authorised"],
      ["suspend", "suspended"],
    ] as const) {
      await the.foundAtTheAuthority(elsewhere.reference, move, to);
    }
    await round();
    for (const { id } of [open, longer, elsewhere]) {
      expect(await the.projectionOf(id)).toMatchObject({ status: "suspended", suspended_by: "customer" });
    }
    expect(await the.changes.pausesOver(50)).toEqual([]);
    // And their page says the end that holds, where one does.
    const untils = await Promise.all([open, longer, elsewhere].map(({ id }) => the.changes.pausedUntil(id)));
    expect(untils.map((until) => until !== undefined)).toEqual([false, true, false]);
    await the.endPause(longer.id);
    await round();
    expect(await the.changes.pausedUntil(longer.id)).toBeUndefined();
    expect(await the.projectionOf(longer.id)).toMatchObject({ status: "authorised", reason: "pause-over" });
  });

  test("does not make the bank's hold the customer's, of which nobody has told us yet (T10)", async () => {
    const { id, reference } = await the.authorised();
    await the.as.suspendConsent(id, { by: "bank", reason: "fraud-suspected" }, { correlationId: "test" });
    expect(await change(pause(id, 24))).toMatchObject(settled);
    expect(await the.projectionOf(id)).toMatchObject({ suspended_by: null });
    await the.endPause(id);
    await round();
    const held = await the.as.findConsent(reference, { correlationId: "test" });
    expect(held).toMatchObject({ status: "suspended", reason: "fraud-suspected" });
  });

  test("nor is an end the customer's that was another's (D-03)", async () => {
    const { id } = await the.authorised();
    await the.as.revokeConsent(id, { by: "bank", reason: "fraud" }, { correlationId: "test" });
    expect(await change(aStop(id))).toMatchObject(settled);
    expect((await the.evidenceOf(id)).versions).toEqual([]);
  });

  test("what the bank holds its customer does not start again", async () => {
    const { id } = await the.authorised();
    await change(aStop(id, { move: "suspend", reason: "fraud-suspected", actor: STAFF }));
    expect(await change(aStop(id, { move: "resume", reason: "resumed" }))).toEqual(refused("not-allowed"));
  });
});

describe("what is not recognised (D-24)", () => {
  const report = (consentId: Parameters<typeof aStop>[0], customer = CUSTOMER.id) => {
    const newCase = () => ({
      id: asCaseId(randomUUID()),
      kind: "not-recognised" as const,
      reference: randomUUID().slice(0, 9),
    });
    return reportConsent({ register: the.register, cases: the.cases, changeConsent: change, newCase })({
      consentId,
      customer,
      idempotencyKey: randomUUID(),
      correlationId: randomUUID(),
    });
  };
  const casesOf = async (id: string) =>
    the.database.db.execute(sql`select kind, state from assent.customer_case where consent_id = ${id}`);

  test("is stopped for that reason, with one case, however often it is reported", async () => {
    const { id } = await the.authorised();
    expect(await Promise.all([report(id), report(id), report(id)])).toEqual(["reported", "reported", "reported"]);
    expect(await report(id)).toBe("reported");
    expect(await the.projectionOf(id)).toMatchObject({ status: "revoked", reason: "not-me" });
    expect(await casesOf(id)).toEqual([{ kind: "not-recognised", state: "open" }]);
    expect((await the.auditOf(id)).filter(({ type }) => type === "case-opened")).toHaveLength(1);
    expect((await the.cases.ofConsent(id, CUSTOMER.id))?.reference).toHaveLength(9);
  });

  test("the case is in the statement that records the stop: the fraud team hears of it whatever dies then", async () => {
    const { id } = await the.authorised();
    const one = { id: asCaseId(randomUUID()), kind: "not-recognised", reference: "AAAA-0001" } as const;
    const asked = aStop(id, { reason: "not-me", report: one } as Partial<AskedChange>);
    await the.changes.intend(asked);
    expect((await the.cases.claimUnannounced(50)).map(({ reference }) => reference)).toContain("AAAA-0001");
    expect(await change(asked)).toMatchObject(settled);
  });

  test("also when it has ended: then there is a case and nothing to stop", async () => {
    const { id } = await the.authorised();
    await change(aStop(id));
    expect(await report(id)).toBe("reported");
    expect(await casesOf(id)).toHaveLength(1);
    expect(await the.statesOf(id)).toEqual(["settled"]);
  });

  test("by nobody else: no stop and no case", async () => {
    const { id } = await the.authorised();
    expect(await report(id, asCustomerId("cus-2"))).toBe("not-found");
    expect([await casesOf(id), await the.statesOf(id)]).toEqual([[], []]);
    await change(aStop(id));
    expect(await report(id, asCustomerId("cus-2"))).toBe("not-found");
    expect(await casesOf(id)).toEqual([]);
  });
});

// The last of all: nothing can be written of the customer afterwards.
test("which account left goes with a customer who is erased (GDPR article 17)", async () => {
  const { id } = await the.authorised("acc-1", "acc-2");
  await change(
    aStop(id, { move: "remove-account", reason: "account-removed", accountId: "acc-2" } as Partial<AskedChange>),
  );
  await the.eraseCustomer();
  const [row] = await the.database.db.execute(sql`
      select account_id from assent.consent_change where consent_id = ${id}`);
  expect(row).toEqual({ account_id: "" });
});
