import { expect, test } from "vitest";
import { asAccountId } from "~/domain/shared/ids";
import { client, context, createSteps, paused, refuse, removed, type Surroundings, stopped } from "./contract-steps";

/** What the server tells of its own accord. */
export function eventContract(the: () => Surroundings): void {
  const { handOff, consentOf, authorised, eventsAbout, anEvent } = createSteps(the);

  test("every change is told in an event, which carries the consent as it was left", async () => {
    const { id, consent } = await authorised();
    await the().adapter.suspendConsent(id, paused, context);
    await the().adapter.resumeConsent(id, paused, context);
    await the().adapter.suspendConsent(id, { by: "customer", reason: "customer_pause" }, context);
    await the().adapter.revokeConsent(id, stopped, context);
    const told = await eventsAbout(id, 6);
    expect(told.map(({ record, cause, by }) => [record.revision, record.status, cause, by, record.reason])).toEqual([
      [1, "pending", "created", "tpp", undefined],
      [2, "authorised", "authorised", "customer", undefined],
      [3, "suspended", "suspended", "staff", "scheme-hold"],
      [4, "authorised", "resumed", "staff", "scheme-hold"],
      [5, "suspended", "suspended", "customer", "customer-pause"],
      [6, "revoked", "revoked", "customer", "customer-stopped"],
    ]);
    expect(told[5]?.record).toEqual(await consent());
    expect(new Set(told.map((event) => event.id)).size).toBe(6);
    for (const event of told) expect(event.at).toBeInstanceOf(Date);
  });

  test("an account that leaves is told with those that are left (T8)", async () => {
    const { id } = await authorised("acc-1", "acc-2");
    await the().adapter.removeAccount(id, asAccountId("acc-1"), removed, context);
    const [, , amended] = await eventsAbout(id, 3);
    expect(amended).toMatchObject({ cause: "amended", by: "customer", record: { accountIds: ["acc-2"], revision: 3 } });
    expect(amended?.record.reason).toBe("account-removed");
  });

  test("the TPP's own end and a refusal are told as such (T6, T12)", async () => {
    const [withdrawn, refused] = [await handOff(), await handOff()];
    const ids = await Promise.all(
      [withdrawn, refused].map(async (one) => (await the().adapter.describe(one, context)).request.id),
    );
    await the().withdraw(withdrawn);
    await the().adapter.decide(refused, refuse, context);
    const [, deleted] = await eventsAbout(ids[0]!, 2);
    expect(deleted).toMatchObject({ cause: "deleted", by: "tpp", record: { status: "revoked" } });
    const [, rejected] = await eventsAbout(ids[1]!, 2);
    expect(rejected).toMatchObject({ cause: "rejected", by: "customer", record: { status: "rejected" } });
  });

  test("that time ran out is told as such, by the event and to whoever looks (T7)", async () => {
    const handoff = await handOff();
    const consent = await consentOf(handoff);
    const { id } = (await the().adapter.describe(handoff, context)).request;
    await the().timeOut(handoff);
    const [, ended] = await eventsAbout(id, 2);
    expect(ended).toMatchObject({
      cause: "rejected",
      by: "system",
      record: { status: "rejected", reason: "timed-out" },
    });
    expect(await consent()).toEqual(ended?.record);
    expect(await the().adapter.listConsents({ clientId: client }, { size: 100 }, context)).toContainEqual(
      ended?.record,
    );
  });

  test("what the server has not pushed is no event", async () => {
    const genuine = await anEvent();
    for (const body of ["", "event", "{}", `${genuine}x`, genuine.slice(1), `${genuine}.${genuine}`]) {
      expect(await the().adapter.readEvent(body)).toBeUndefined();
    }
    expect(await the().adapter.readEvent(genuine)).toBeDefined();
  });
}
