import { expect, test } from "vitest";
import { A_SUBJECT_OF } from "~/domain/consent/builders";
import type { FilePayment } from "~/domain/consent-kinds/file-payment";
import { allow, context, createSteps, refuse, type Surroundings } from "./contract-steps";
import { ORDER_KINDS } from "./orders.harness";

/** What the browser brings, what is asked, and the one answer. */
export function handoffContract(the: () => Surroundings): void {
  const { handOff, consentOf } = createSteps(the);

  test("reads what the browser brought, and nothing that is half of it", async () => {
    const { handoff, query } = await the().handOff("account-access");
    expect(the().adapter.readHandoff(query)).toEqual(handoff);
    for (const key of query.keys()) {
      const half = new URLSearchParams(query);
      half.delete(key);
      expect(the().adapter.readHandoff(half)).toBeUndefined();
    }
  });

  test.each(["account-access", "domestic-payment"] as const)("describes %s in our words", async (kind) => {
    const { handoff } = await the().handOff(kind);
    const { request } = await the().adapter.describe(handoff, context);
    expect(request).toMatchObject({ subject: { kind }, customer: the().customer, open: true });
    expect(request.requester).toMatchObject({ clientId: "tpp-beacon", name: "Budget Beacon" });
    expect(request.scopes).toContain("openid");
  });

  test.each(ORDER_KINDS)("P-17: %s says exactly what was ordered", async (kind) => {
    const { handoff } = await the().handOff(kind);
    const { request } = await the().adapter.describe(handoff, context);
    expect(request.subject).toEqual(A_SUBJECT_OF[kind]());
    expect(request.open).toBe(true);
    expect(request.scopes).toContain("openid");
  });

  test("P-19: gives every payment of a file, for whoever is asked about it and to nobody afterwards", async () => {
    const { handoff } = await the().handOff("file-payment");
    expect((await the().adapter.describe(handoff, context)).request.fileReadable).toBe(true);
    const { content } = A_SUBJECT_OF["file-payment"]() as FilePayment;
    expect(await the().adapter.readFile(handoff, context)).toEqual(content.firstRows);
    const wrong = the().adapter.readFile({ ...handoff, proof: "guess" }, context);
    await expect(wrong).rejects.toMatchObject({ failure: "handoff-unknown" });
    await the().adapter.decide(handoff, refuse, context);
    await expect(the().adapter.readFile(handoff, context)).rejects.toMatchObject({ failure: "handoff-spent" });
  });

  test("a wrong proof and an unknown reference are the same failure", async () => {
    const handoff = await handOff();
    for (const wrong of [
      { ...handoff, proof: "guess" },
      { ...handoff, ref: "guess" },
    ]) {
      await expect(the().adapter.describe(wrong, context)).rejects.toMatchObject({ failure: "handoff-unknown" });
      await expect(the().adapter.decide(wrong, refuse, context)).rejects.toMatchObject({ failure: "handoff-unknown" });
    }
  });

  test("allowing gives the next hop and exactly the chosen accounts", async () => {
    const handoff = await handOff();
    const consent = await consentOf(handoff);
    const { to } = await the().adapter.decide(handoff, allow("acc-1", "acc-2"), context);
    expect(to).toBeInstanceOf(URL);
    expect(await consent()).toMatchObject({
      status: "authorised",
      accountIds: ["acc-1", "acc-2"],
      customer: the().customer,
      revision: 2,
      updatedAt: expect.any(Date),
      permissions: expect.arrayContaining(["ReadBalances"]),
    });
  });

  test("refusing gives the next hop and no access", async () => {
    const handoff = await handOff();
    const consent = await consentOf(handoff);
    await the().adapter.decide(handoff, refuse, context);
    expect(await consent()).toMatchObject({ status: "rejected", accountIds: [] });
  });

  test("C-05: a request that cannot be shown is ended, and takes no other answer then", async () => {
    const handoff = await handOff();
    const consent = await consentOf(handoff);
    expect(await the().adapter.turnAway(handoff, context)).toHaveProperty("to");
    expect(await consent()).toMatchObject({ status: "rejected", accountIds: [] });
    await expect(the().adapter.decide(handoff, allow("acc-1"), context)).rejects.toMatchObject({
      failure: "handoff-spent",
    });
  });

  test("the same answer again gives a next hop again; another answer is too late", async () => {
    const handoff = await handOff();
    await the().adapter.decide(handoff, allow("acc-1"), context);
    await expect(the().adapter.decide(handoff, allow("acc-1"), context)).resolves.toHaveProperty("to");
    const spent = { failure: "handoff-spent" };
    await expect(the().adapter.decide(handoff, allow("acc-2"), context)).rejects.toMatchObject(spent);
    await expect(the().adapter.decide(handoff, refuse, context)).rejects.toMatchObject(spent);
    // A server may still describe what was answered, as closed, or have forgotten it.
    const described = the()
      .adapter.describe(handoff, context)
      .then(({ request }) => request.open);
    await expect(described.catch(({ failure }) => failure)).resolves.toSatisfy((told) =>
      [false, "handoff-spent"].includes(told),
    );
  });

  test("once the browser went on, no answer is taken again", async () => {
    const handoff = await handOff();
    await the().follow(handoff, await the().adapter.decide(handoff, allow("acc-1"), context));
    const again = the().adapter.decide(handoff, allow("acc-1"), context);
    await expect(again).rejects.toMatchObject({ failure: "handoff-spent" });
  });

  test("allow against refuse at the same moment: one outcome", async () => {
    const handoff = await handOff();
    const answers = await Promise.allSettled(
      [allow("acc-1"), refuse, allow("acc-1"), refuse].map((answer) => the().adapter.decide(handoff, answer, context)),
    );
    const taken = answers.map(({ status }) => status === "fulfilled");
    expect([
      [true, false, true, false],
      [false, true, false, true],
    ]).toContainEqual(taken);
  });

  test("more time is given while there is something to answer, and what is asked stays the same", async () => {
    const handoff = await handOff();
    const before = (await the().adapter.describe(handoff, context)).request;
    expect(before).toMatchObject({ extensible: true, answerBy: expect.any(Date) });
    const until = await the().adapter.extend(handoff, context);
    const { answerBy, extensible, ...after } = (await the().adapter.describe(handoff, context)).request;
    expect(Number(answerBy)).toBeGreaterThan(Number(before.answerBy));
    expect(until).toEqual(answerBy);
    expect(before).toMatchObject(after);
    await expect(the().adapter.extend({ ...handoff, proof: "guess" }, context)).rejects.toMatchObject({
      failure: "handoff-unknown",
    });
    await the().adapter.decide(handoff, refuse, context);
    await expect(the().adapter.extend(handoff, context)).rejects.toMatchObject({ failure: "handoff-spent" });
  });

  test("somebody else can log in: nothing is decided, and this hand-off is over", async () => {
    const handoff = await handOff();
    const consent = await consentOf(handoff);
    expect((await the().adapter.describe(handoff, context)).request).toMatchObject({ loginRepeatable: true });
    await expect(the().adapter.logInAgain({ ...handoff, proof: "guess" }, context)).rejects.toMatchObject({
      failure: "handoff-unknown",
    });
    const first = await the().adapter.logInAgain(handoff, context);
    const again = await the().adapter.logInAgain(handoff, context);
    expect(again.to.href).not.toBe(first.to.href);
    expect(await consent()).toMatchObject({ status: "pending", revision: 1 });
    await expect(the().adapter.describe(handoff, context)).rejects.toMatchObject({ failure: "handoff-passed-on" });
    const spent = { failure: "handoff-spent" };
    await expect(the().adapter.decide(handoff, allow("acc-1"), context)).rejects.toMatchObject(spent);
    await expect(the().adapter.decide(handoff, refuse, context)).rejects.toMatchObject(spent);
    expect(await consent()).toMatchObject({ status: "pending", revision: 1 });
  });

  test("what was answered goes to nobody else", async () => {
    const handoff = await handOff();
    await the().adapter.decide(handoff, allow("acc-1"), context);
    await expect(the().adapter.logInAgain(handoff, context)).rejects.toMatchObject({ failure: "handoff-spent" });
  });

  test("what the TPP took back cannot be allowed", async () => {
    const handoff = await handOff();
    await the().withdraw(handoff);
    const allowed = the().adapter.decide(handoff, allow("acc-1"), context);
    await expect(allowed).rejects.toMatchObject({ failure: "decision-not-allowed" });
  });
}
