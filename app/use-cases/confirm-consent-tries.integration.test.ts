import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asked, database, eventsOf, world } from "./confirm-consent.integration.harness";
import { wrong } from "./factor-world.harness";

describe("T7: wrong tries are counted over all visits, and codes over each", () => {
  test("RTS Art. 4(3)(b): after five wrong tries no other visit of theirs takes a code, and a new one ends", async () => {
    const mine = await asked();
    const other = await asked();
    const code = await other.code();
    for (let each = 0; each < 5; each++) await world.factorDesk.failed(mine.visit, mine.bound, "code");
    const ended = { decision: { outcome: "refused", reason: "sca-failed" } };
    expect(await other.confirm({ by: "code", challenge: other.bound, code })).toMatchObject({ recorded: ended });
    const later = await world.aCustomer();
    expect(await later.allow()).toMatchObject({ ok: true, value: ended });
  });

  test("the fifth wrong try ends the request, and not even the right code opens it again", async () => {
    const customer = await asked();
    const code = await customer.code();
    const tries = [];
    for (let each = 0; each < 5; each++) {
      tries.push(await customer.confirm({ by: "code", challenge: customer.bound, code: wrong(code) }));
    }
    expect(tries.slice(0, 4).map((answer) => "left" in answer && answer.left)).toEqual([4, 3, 2, 1]);
    const ended = { is: "decided", recorded: { decision: { outcome: "refused", reason: "sca-failed" } } };
    expect(tries[4]).toMatchObject(ended);
    expect(await customer.confirm({ by: "code", challenge: customer.bound, code })).toMatchObject(ended);
    expect(await eventsOf(customer.visit)).toEqual([
      "factor-asked",
      "factor-code-sent",
      ...Array.from({ length: 5 }, () => "factor-failed"),
      "decision-intended",
    ]);
  });

  test.each([
    ["time ran out", sql`expires_at = clock_timestamp()`],
    ["it was asked anew in another tab", sql`challenge = 'another'`],
  ])("a wrong try while %s costs nobody the request", async (_, assignment) => {
    const customer = await asked();
    const code = await customer.code();
    const { failed } = world.factorDesk;
    world.factorDesk.failed = async (...tried) => {
      await database.db.execute(
        sql`update assent.factor_request set ${assignment} where visit_id = ${customer.visit.id}`,
      );
      return failed(...tried);
    };
    expect(await customer.confirm({ by: "code", challenge: customer.bound, code: wrong(code) })).toMatchObject({
      is: "elsewhere",
    });
    expect(await world.desk.decisionOf(customer.visit.id)).toBeUndefined();
  });

  test("killed right after the last try: the lock stays, and whoever says yes again ends the request", async () => {
    const customer = await asked();
    for (let each = 0; each < 5; each++) await world.factorDesk.failed(customer.visit, customer.bound, "code");
    expect(await world.desk.decisionOf(customer.visit.id)).toBeUndefined();
    expect(await customer.allow()).toMatchObject({ ok: true, value: { decision: { reason: "sca-failed" } } });
  });

  test("going back and saying yes again gives no more tries and no more codes", async () => {
    const customer = await asked();
    for (let each = 0; each < 3; each++) {
      const code = await customer.code();
      await customer.confirm({ by: "code", challenge: await customer.challenge(), code: wrong(code) });
      await customer.allow([each % 2 ? "acc-1" : "acc-2"]);
    }
    expect(world.factors.sent).toHaveLength(3);
    await customer.code();
    expect(world.factors.sent).toHaveLength(3);
    const left = await world.factorDesk.failed(customer.visit, await customer.challenge(), "code");
    expect(left).toEqual({ left: 1 });
  });

  test("a code that could not be sent is no code", async () => {
    const customer = await asked();
    world.factors.down = true;
    expect(await world.send(customer.visit, customer.bound, () => "")).toEqual({ is: "not-sent" });
    world.factors.down = false;
    expect(await world.factorDesk.of(customer.visit)).toMatchObject({ codesLeft: 3 });
    for (let each = 0; each < 3; each++)
      expect(await world.send(customer.visit, customer.bound, () => "")).toEqual({ is: "sent" });
    expect(await world.send(customer.visit, customer.bound, () => "")).toEqual({ is: "no-more" });
  });
});
