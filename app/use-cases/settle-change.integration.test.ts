import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { settleChanges } from "~/jobs/settle-changes";
import type { AuthorizationServer } from "~/ports/authorization-server";
import { AuthorityError } from "~/ports/authorization-server";
import type { AskedChange, ConsentChanges, RecordedChange } from "~/ports/consent-changes";
import { changeConsent } from "./change-consent";
import { aStop, type ChangeWorld, STAFF, startChangeWorld } from "./change-consent.harness";
import { failingOnce, Killed, unavailable, withMethod } from "./change-faults.harness";
import { settleChange } from "./settle-change";

const unhurried = new AbortController().signal;

describe("a change across our record and the authorization server", () => {
  let the: ChangeWorld;
  beforeAll(async () => {
    the = await startChangeWorld();
  });
  afterAll(() => the.close());

  const settling = (authorizationServer: AuthorizationServer = the.as, changes: ConsentChanges = the.changes) =>
    settleChange({ authorizationServer, changes });
  const changing = (authorizationServer: AuthorizationServer = the.as) =>
    changeConsent({ authorizationServer, changes: the.changes, settleChange: settling(authorizationServer) });
  /** What the worker finds after whoever was on it has died or given up. */
  const roundAMinuteLater = async (consent: AskedChange["consentId"]) => {
    await the.aMinuteLater(consent);
    await settleChanges({ changes: the.changes, settle: settling() }).round(unhurried);
  };
  const intended = async (asked: AskedChange): Promise<RecordedChange> => {
    const recorded = await the.changes.intend(asked);
    if (!recorded.ok) throw new Error(recorded.error);
    return recorded.value;
  };
  const held = async (reference: Awaited<ReturnType<ChangeWorld["authorised"]>>["reference"]) =>
    (await the.as.findConsent(reference, { correlationId: "test" }))?.status;
  const STOPPED = { versions: ["stop by customer"], queued: ["stop"] };

  test("T9, T10, T13: suspended, resumed and ended by the bank, here and there, each with its evidence", async () => {
    const { id, reference } = await the.authorised();
    const suspend = aStop(id, { move: "suspend", reason: "scheme-hold", actor: STAFF });
    expect(await changing()(suspend)).toMatchObject({ ok: true, value: { state: "settled" } });
    expect([await held(reference), (await the.projectionOf(id))?.status]).toEqual(["suspended", "suspended"]);
    await changing()(aStop(id, { move: "resume", reason: "resumed", actor: STAFF }));
    expect([await held(reference), (await the.projectionOf(id))?.status]).toEqual(["authorised", "authorised"]);
    await changing()(aStop(id, { move: "terminate", reason: "regulatory", actor: STAFF }));
    expect([await held(reference), (await the.projectionOf(id))?.status]).toEqual(["revoked", "terminated"]);
    expect(await the.evidenceOf(id)).toMatchObject({
      versions: ["suspend by staff", "resume by staff", "terminate by staff"],
      queued: ["suspend", "resume", "terminate"],
    });
  });

  test("the authorization server is told whose pause it is: what it tells back decides who may take it back (T10)", async () => {
    const { id } = await the.authorised();
    for (const asked of [
      aStop(id, { move: "suspend", reason: "customer-pause" }),
      aStop(id, { move: "resume", reason: "resumed" }),
      aStop(id, { move: "suspend", reason: "scheme-hold", actor: STAFF }),
    ]) {
      expect(await changing()(asked)).toMatchObject({ ok: true, value: { state: "settled" } });
    }
    const told = await Promise.all(the.as.pushed.slice(-3).map((body) => the.as.readEvent(body)));
    expect(told).toMatchObject([
      { record: { id, status: "suspended" }, by: "customer" },
      { record: { id, status: "authorised" }, by: "customer" },
      { record: { id, status: "suspended" }, by: "staff" },
    ]);
  });

  test("the authorization server's own count of changes is kept, so that its news of this one is no news", async () => {
    const { id, reference } = await the.authorised();
    await changing()(aStop(id));
    const revision = (await the.as.findConsent(reference, { correlationId: "test" }))?.revision;
    const [row] = await the.database.db.execute(
      sql`select authority_revision from assent.consent_projection where consent_id = ${id}`,
    );
    expect(row).toEqual({ authority_revision: revision });
  });

  test("the same wish ten times at once is one change, sent once, with one effect", async () => {
    const { id, reference } = await the.authorised();
    const asked = aStop(id);
    const send = vi.fn(the.as.revokeConsent);
    const ask = changing(withMethod(the.as, "revokeConsent", send));
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(asked)));
    expect(send).toHaveBeenCalledOnce();
    expect(answers.every((answer) => answer.ok && answer.value.state === "settled")).toBe(true);
    expect(await held(reference)).toBe("revoked");
    expect(await the.evidenceOf(id)).toMatchObject(STOPPED);
  });

  test("an authorization server that cannot pause is not asked to", async () => {
    const { id } = await the.authorised();
    const capabilities = { ...the.as.capabilities, suspend: false };
    const ask = changeConsent({
      authorizationServer: { capabilities },
      changes: the.changes,
      settleChange: settling(),
    });
    const answer = await ask(aStop(id, { move: "suspend", reason: "customer-pause" }));
    expect(answer).toEqual({ ok: false, error: "not-allowed" });
    expect(await the.statesOf(id)).toEqual([]);
  });

  const KILLS = [
    ["changes", "takeToSend"],
    ["as", "revokeConsent"],
    ["as", "findConsent"],
    ["changes", "settle"],
  ] as const;
  describe.each(KILLS)("R1: killed at %s.%s", (side, step) => {
    test.each(["before", "after"] as const)("%s it: finished once by whoever comes next", async (when) => {
      const { id, reference } = await the.authorised();
      const change = await intended(aStop(id));
      const dying =
        side === "as"
          ? settling(failingOnce<AuthorizationServer>(the.as, step as "findConsent", when))
          : settling(the.as, failingOnce(the.changes, step as "settle", when));
      await expect(dying(change, 0)).rejects.toThrow(Killed);
      await roundAMinuteLater(id);
      expect(await the.statesOf(id)).toEqual(["settled"]);
      expect(await held(reference)).toBe("revoked");
      expect(await the.evidenceOf(id)).toMatchObject(STOPPED);
    });
  });

  describe("R6: an authorization server on a bad day", () => {
    test.each([
      ["answers 500, having done nothing", "revokeConsent", "before"],
      ["does it and its answer is lost", "revokeConsent", "after"],
      ["does it and cannot say what it holds", "findConsent", "before"],
    ] as const)(
      "%s: under way until it can be asked, which anybody may at once, then settled once",
      async (_, step, when) => {
        const { id, reference } = await the.authorised();
        const asked = aStop(id);
        const bad = failingOnce<AuthorizationServer>(the.as, step, when, unavailable);
        expect(await changing(bad)(asked)).toMatchObject({ ok: true, value: { state: "intended" } });
        expect((await the.projectionOf(id))?.status).toBe("authorised");
        expect(await changing()(asked)).toMatchObject({ ok: true, value: { state: "settled" } });
        expect(await held(reference)).toBe("revoked");
        expect(await the.evidenceOf(id)).toMatchObject(STOPPED);
      },
    );

    test("it hangs: the page is not kept waiting, and the change goes on once it answers", async () => {
      const { id } = await the.authorised();
      const hangs = withMethod(the.as, "revokeConsent", () => new Promise(() => {}));
      expect(await changing(hangs)(aStop(id))).toMatchObject({ ok: true, value: { state: "intended" } });
      await roundAMinuteLater(id);
      expect(await the.statesOf(id)).toEqual(["settled"]);
    });

    test("it says yes and holds the opposite: nothing is concluded, it is asked again", async () => {
      const { id, reference } = await the.authorised();
      const lies = withMethod(the.as, "revokeConsent", async () => {});
      expect(await changing(lies)(aStop(id))).toMatchObject({ ok: true, value: { state: "intended" } });
      expect(await held(reference)).toBe("authorised");
      await roundAMinuteLater(id);
      expect([await held(reference), ...(await the.statesOf(id))]).toEqual(["revoked", "settled"]);
    });

    test("it is told twice: one effect", async () => {
      const { id } = await the.authorised();
      const twice = withMethod(the.as, "revokeConsent", async (...given) => {
        await the.as.revokeConsent(...given);
        await the.as.revokeConsent(...given);
      });
      await changing(twice)(aStop(id));
      expect(await the.evidenceOf(id)).toMatchObject(STOPPED);
    });

    test("it does not take it and the consent lives: closed, and the customer may ask again", async () => {
      const { id, reference } = await the.authorised();
      const refuses = withMethod(the.as, "revokeConsent", async () => {
        throw new AuthorityError("decision-not-allowed", "422");
      });
      const closed = { state: "closed", closedBecause: "not-allowed" };
      expect(await changing(refuses)(aStop(id))).toMatchObject({ ok: true, value: closed });
      expect([await held(reference), (await the.projectionOf(id))?.status]).toEqual(["authorised", "authorised"]);
      expect(await changing()(aStop(id))).toMatchObject({ ok: true, value: { state: "settled" } });
    });

    test("it holds no such consent any more: there is no access, so it has stopped", async () => {
      const { id } = await the.authorised();
      const empty = withMethod(the.as, "findConsent", async () => undefined);
      expect(await changing(empty)(aStop(id))).toMatchObject({ ok: true, value: { state: "settled" } });
    });
  });

  test("T12 at the same moment as T11: ended once, and every count agrees", async () => {
    for (let time = 0; time < 10; time++) {
      const { id, reference, handoff } = await the.authorised();
      const change = await intended(aStop(id));
      await Promise.all([settling()(change, 0), Promise.resolve().then(() => the.as.withdraw(handoff))]);
      expect([await held(reference), (await the.projectionOf(id))?.status]).toEqual(["revoked", "revoked"]);
      expect(await the.evidenceOf(id)).toMatchObject(STOPPED);
    }
  });

  test("T14 at the same moment as T11: ended once, and it is settled either way", async () => {
    for (let time = 0; time < 10; time++) {
      const { id, reference } = await the.authorised();
      const change = await intended(aStop(id));
      const [settled] = await Promise.all([settling()(change, 0), the.expire(reference)]);
      expect([settled.state, await held(reference)]).toEqual(["settled", "revoked"]);
      const { versions, queued } = await the.evidenceOf(id);
      expect([["stop by customer"], ["expire by system"]]).toContainEqual(versions);
      expect(queued).toHaveLength(1);
    }
  });

  test("R5, R12: whatever two workers meet, and in whatever order, one outcome, and it is the authorization server's", async () => {
    const fault = fc.constantFrom("none", "unavailable", "lost-answer", "killed", "killed-after");
    const moves = fc.constantFrom(
      { move: "stop", reason: "lost-trust" } as const,
      { move: "terminate", reason: "fraud", actor: STAFF } as const,
      { move: "suspend", reason: "customer-pause" } as const,
    );
    const run = fc.asyncProperty(
      fc.scheduler(),
      moves,
      fc.array(fault, { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      async (scheduler, move, faults, withdrawn) => {
        const { id, reference, handoff } = await the.authorised();
        const change = await intended(aStop(id, move));
        const turn = <Thing extends object>(thing: Thing, faulty: boolean): Thing =>
          new Proxy(thing, {
            get(target, property) {
              const method = Reflect.get(target, property);
              if (typeof method !== "function") return method;
              return async (...given: unknown[]) => {
                await scheduler.schedule(Promise.resolve(), String(property));
                const now = faulty ? faults.shift() : "none";
                if (now === "killed") throw new Killed();
                if (now === "unavailable") throw unavailable();
                const answer = await method.apply(target, given);
                if (now === "killed-after") throw new Killed();
                if (now === "lost-answer") throw unavailable();
                return answer;
              };
            },
          });
        const worker = async () => {
          const settle = settling(turn<AuthorizationServer>(the.as, true), turn(the.changes, false));
          await settle(change, 0).catch((error) => {
            if (!(error instanceof Killed)) throw error;
          });
        };
        const deletes = async () => {
          await scheduler.schedule(Promise.resolve(), "the TPP deletes");
          if (withdrawn && move.move !== "suspend") the.as.withdraw(handoff);
        };
        // Leases lapse at any moment, so that both may be sending.
        const lapses = async () => {
          await scheduler.schedule(Promise.resolve(), "the lease lapses");
          await the.aMinuteLater(id);
        };
        await scheduler.waitFor(Promise.all([worker(), worker(), worker(), deletes(), lapses()]));
        for (let rounds = 0; (await the.statesOf(id)).includes("intended") && rounds < 3; rounds++) {
          await roundAMinuteLater(id);
        }

        const there = await held(reference);
        const status = (await the.projectionOf(id))?.status;
        expect(there).toBe(move.move === "suspend" ? "suspended" : "revoked");
        expect(status).toBe(move.move === "terminate" ? "terminated" : there);
        expect(await the.statesOf(id)).toEqual(["settled"]);
        const { audit, versions, queued } = await the.evidenceOf(id);
        expect(audit.toSorted()).toEqual(["change-intended", "change-settled", "consent-moved"]);
        expect([versions.length, queued]).toEqual([1, [move.move]]);
      },
    );
    await fc.assert(run, { numRuns: 60 });
  });
});
