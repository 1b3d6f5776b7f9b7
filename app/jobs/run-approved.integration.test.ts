import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { FIRST_RULES } from "~/domain/approvals/policy";
import type { ActRunner, Approval, Approvals } from "~/ports/approvals";
import { failingOnce, Killed } from "~/use-cases/change-faults.harness";
import {
  type ApprovalWorld,
  anExport,
  aRevocation,
  aSuspension,
  CONFIGURATION,
  FRAUD,
  LEAD,
  OTHER_LEAD,
  SUPER,
  startApprovalWorld,
} from "~/use-cases/four-eyes.harness";
import { runApproved } from "~/use-cases/run-approved";
import { runApprovedActs } from "./run-approved";

const unhurried = new AbortController().signal;

describe("what two people agreed to runs once (A-08, S13)", () => {
  let the: ApprovalWorld;
  beforeAll(async () => {
    the = await startApprovalWorld();
    // What an act does, once however often it is asked to.
    await the.asOwner(sql`create table public.effect (approval_id uuid primary key)`);
    await the.asOwner(sql`grant insert, select on public.effect to assent_app`);
  });
  afterAll(() => the.close());

  const takesEffect = async (_: unknown, { id }: Approval) => {
    await the.rows(sql`insert into public.effect values (${id}::uuid) on conflict do nothing`);
    return "done" as const;
  };
  const effectsOf = async ({ id }: Approval) =>
    (await the.rows(sql`select from public.effect where approval_id = ${id}::uuid`)).length;
  const rounds = async (runner: ActRunner, approvals: Approvals = the.approvals) =>
    runApprovedActs({ approvals, runner, run: runApproved({ approvals, runner }) }).round(unhurried);
  const approved = async (asked: Approval, by = OTHER_LEAD) => {
    const outcome = await the.decide(asked, by);
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value;
  };
  const stateOf = async ({ id }: Approval) => (await the.approvals.find(id))?.state;

  test("it runs, once, and that is on record", async () => {
    const asked = await approved(await the.ask(aRevocation()));
    const runs = vi.fn(takesEffect);
    await Promise.all([1, 2, 3, 4].map(() => rounds({ "revoke-consents": runs })));
    await rounds({ "revoke-consents": runs });
    expect(runs).toHaveBeenCalledOnce();
    expect(runs.mock.calls[0]).toMatchObject([asked.act, { id: asked.id, hash: asked.hash }]);
    expect(await stateOf(asked)).toBe("done");
    expect((await the.eventsOf(asked)).at(-1)).toBe("approval-ended by system");
    expect(await the.approvals.ran(asked.id, "failed", "c")).toBe(false);
  });

  test("what waits, was refused or taken back does not run, nor does what has nobody to run it", async () => {
    const waiting = await the.ask(aRevocation());
    const refused = await the.ask(aRevocation());
    await the.decide(refused, OTHER_LEAD, { answer: "refuse" });
    const withdrawn = await the.ask(aRevocation());
    await the.approvals.withdraw(withdrawn.id, LEAD, "c");
    const exporting = await the.ask(anExport(3), FRAUD);
    expect(exporting.state).toBe("approved");
    await rounds({ "revoke-consents": takesEffect });
    for (const asked of [waiting, refused, withdrawn, exporting]) expect(await effectsOf(asked)).toBe(0);
    expect(await stateOf(exporting)).toBe("approved");
  });

  test.each([
    ["takeToRun", "after"],
    ["ran", "before"],
    ["ran", "after"],
  ] as const)("killed around %s (%s): it has its effect once, and ends", async (method, when) => {
    const asked = await approved(await the.ask(aRevocation()));
    const dying = failingOnce(the.approvals, method, when);
    await expect(rounds({ "revoke-consents": takesEffect }, dying)).rejects.toThrow(Killed);
    // While whoever died may still be at work, nobody else takes it.
    await rounds({ "revoke-consents": takesEffect });
    if (method !== "ran" || when !== "after") expect(await stateOf(asked)).toBe("approved");
    await the.backdate(asked, 1);
    await rounds({ "revoke-consents": takesEffect });
    expect([await effectsOf(asked), await stateOf(asked)]).toEqual([1, "done"]);
    expect((await the.eventsOf(asked)).filter((told) => told.startsWith("approval-ended"))).toHaveLength(1);
  });

  test("an act that throws is tried again, and holds up no other", async () => {
    const [stuck, other] = [
      await approved(await the.ask(aRevocation(1))),
      await approved(await the.ask(aRevocation(2))),
    ];
    const runs: ActRunner["revoke-consents"] = async (act, approval) => {
      if (act.payload.count === 1) throw new Error("away");
      return takesEffect(act, approval);
    };
    await expect(rounds({ "revoke-consents": runs })).rejects.toThrow("away");
    expect([await stateOf(stuck), await stateOf(other)]).toEqual(["approved", "done"]);
    await the.backdate(stuck, 1);
    await rounds({ "revoke-consents": takesEffect });
    expect(await stateOf(stuck)).toBe("done");
  });

  test("a role that was taken from whoever asked: it does not run any more", async () => {
    const asked = await approved(await the.ask(aSuspension(), FRAUD));
    await the.onDuty(FRAUD, "care");
    await rounds({ "suspend-tpp": takesEffect });
    await the.onDuty(FRAUD, "fraud");
    expect([await effectsOf(asked), await stateOf(asked)]).toEqual([0, "not-permitted"]);
  });

  test("an act that was changed after it was approved, by whoever owns the database: it does not run", async () => {
    const asked = await approved(await the.ask(aRevocation(3)));
    await the.asOwner(
      sql`update assent.approval set payload = payload || '{"count": 3000}' where id = ${asked.id}::uuid`,
    );
    await rounds({ "revoke-consents": takesEffect });
    expect([await effectsOf(asked), await stateOf(asked)]).toEqual([0, "set-changed"]);
  });

  test("a stale approval: what nobody ran in two days is not run any more", async () => {
    const asked = await approved(await the.ask(aRevocation()));
    await the.backdate(asked, 49);
    const taken = await the.approvals.takeToRun(["revoke-consents"], 100);
    expect(taken.map(({ approval }) => approval.id)).not.toContain(asked.id);
    await rounds({ "revoke-consents": takesEffect });
    expect([await effectsOf(asked), await stateOf(asked)]).toEqual([0, "run-out"]);
  });

  const policyRunner: ActRunner = { "change-approval-policy": (act, approval) => the.policies.change(act, approval) };
  const aPolicy = (from: number, secondPersonFrom: number) =>
    ({
      name: "change-approval-policy",
      payload: { from, rules: { ...FIRST_RULES, "revoke-consents": { secondPersonFrom, complianceFrom: null } } },
    }) as const;

  test("A-08: the policy changes by two who may change it, version by version, and holds from then on", async () => {
    expect(await the.policies.now()).toEqual({ version: 0, rules: FIRST_RULES });
    const [one, other] = [
      await the.ask(aPolicy(0, 100), CONFIGURATION),
      await the.ask(aPolicy(0, 1_000_000), CONFIGURATION),
    ];
    expect(one.needs).toBe("second-person");
    for (const person of [LEAD, FRAUD]) expect(await the.decide(one, person)).toMatchObject({ error: "not-permitted" });
    expect(await the.decide(one, CONFIGURATION)).toMatchObject({ error: "own" });
    const waiting = await the.ask(aRevocation(99), LEAD);
    expect(waiting.needs).toBe("second-person");
    for (const asked of [one, other]) await approved(asked, SUPER);
    await rounds(policyRunner);
    await rounds(policyRunner);
    expect([await stateOf(one), await stateOf(other)]).toEqual(["done", "set-changed"]);
    expect(await the.policies.now()).toEqual(aPolicyNow(1, 100));
    expect((await the.policies.versions(5)).map(({ version, approvalId }) => [version, approvalId])).toEqual([
      [1, one.id],
    ]);
    expect(await stateOf(waiting)).toBe("waiting");
    expect(await the.ask(aRevocation(50), OTHER_LEAD)).toMatchObject({ needs: "nobody", state: "approved" });
    expect(await the.ask(aRevocation(50), OTHER_LEAD)).toMatchObject({ needs: "second-person", state: "waiting" });
    expect((await the.eventsOf(one)).slice(-2)).toEqual([
      "approval-policy-changed by system",
      "approval-ended by system",
    ]);
  });

  const aPolicyNow = (version: number, from: number) => ({ version, rules: aPolicy(0, from).payload.rules });

  test("the policy is changed once by one approval, killed before that was written down", async () => {
    const { version } = await the.policies.now();
    const asked = await approved(await the.ask(aPolicy(version, 1), CONFIGURATION), SUPER);
    await expect(rounds(policyRunner, failingOnce(the.approvals, "ran", "before"))).rejects.toThrow(Killed);
    await the.backdate(asked, 1);
    await rounds(policyRunner);
    expect(await stateOf(asked)).toBe("done");
    expect((await the.policies.now()).version).toBe(version + 1);
  });
});
