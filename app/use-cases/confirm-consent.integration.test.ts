import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { aDomesticPayment, anAccountAccess } from "~/domain/consent/builders";
import type { Visit } from "~/ports/consent-desk";
import { asked, database, eventsOf, world } from "./confirm-consent.integration.harness";
import { TO_BE_CONFIRMED } from "./decide-consent";
import { createFactorWorld } from "./factor-world.harness";

describe("P-23: whom the log-in is enough for", () => {
  test("data after both factors: decided at once", async () => {
    const customer = await world.aCustomer({ subject: anAccountAccess() });
    expect(await customer.allow()).toMatchObject({ ok: true, value: { state: "intended" } });
  });

  test("P-16: whoever was asked for a factor is asked for it, whatever the risk is when they say yes again", async () => {
    const customer = await world.aCustomer({ subject: anAccountAccess() });
    world.riskSignal.level = "high";
    expect(await customer.allow()).toEqual({ ok: true, value: TO_BE_CONFIRMED });
    world.riskSignal.level = "normal";
    expect(await customer.allow()).toEqual({ ok: true, value: TO_BE_CONFIRMED });
    for (let each = 0; each < 5; each++) {
      await world.factorDesk.failed(customer.visit, await customer.challenge(), "code");
    }
    expect(await customer.allow()).toMatchObject({ ok: true, value: { decision: { reason: "sca-failed" } } });
  });

  test("P-16: at high risk not even then, nor for whoever took the moment that was asked of them", async () => {
    world.riskSignal.riskOf = async () => "high";
    const customer = await world.aCustomer({ subject: anAccountAccess() });
    expect(await customer.allow()).toEqual({ ok: true, value: TO_BE_CONFIRMED });
    await world.desk.keepDraft(customer.visit, { chosen: [], tookMoment: true }, customer.seen);
    world.riskSignal.riskOf = async () => "normal";
    expect(await customer.allow()).toEqual({ ok: true, value: TO_BE_CONFIRMED });
  });
});

describe("P-22: a yes and its factor", () => {
  test("by code: recorded with how it was confirmed, and sent with it", async () => {
    const customer = await asked();
    const code = await customer.code();
    expect(world.factors.sent.at(-1)).toMatchObject({ code, text: `Your code is ${code}`, lifetimeSeconds: 180 });
    const confirmed = await customer.confirm({ by: "code", challenge: customer.bound, code });
    expect(confirmed).toMatchObject({
      is: "decided",
      recorded: { decision: { accountIds: ["acc-1"], confirmed: { by: "code", challenge: customer.bound } } },
    });
    expect(await eventsOf(customer.visit)).toEqual([
      "factor-asked",
      "factor-code-sent",
      "decision-intended",
      "factor-met",
    ]);
  });

  test("by passkey: and what it signed is evidence, under its customer's key", async () => {
    const customer = await asked();
    const confirmed = await customer.confirm(world.byPasskey(customer.bound));
    expect(confirmed).toMatchObject({ is: "decided", recorded: { decision: { confirmed: { by: "passkey" } } } });
    const [row] = await database.db.execute<{ detail: object; personal: string }>(
      sql`select detail, personal from assent.audit_event where type = 'factor-met' and consent_id = ${customer.visit.consentId}`,
    );
    expect(row?.detail).toMatchObject({ by: "passkey", challenge: customer.bound });
    expect(row?.personal).toBeTruthy();
    expect(row?.personal).not.toContain(world.key.passkey.id);
  });

  test("no code lies in the database", async () => {
    const customer = await asked();
    const code = await customer.code();
    const [row] = await database.db.execute<{ all: string }>(
      sql`select factor::text as all from assent.factor_request as factor where visit_id = ${customer.visit.id}`,
    );
    expect(row?.all).not.toContain(code);
  });

  test("killed between intend and settle: whoever sends it later sends the factor along, the same each time", async () => {
    const customer = await asked();
    await customer.confirm(world.byPasskey(customer.bound));
    const sent: unknown[] = [];
    const { decide } = world.authorizationServer;
    world.authorizationServer.decide = (handoff, decision, context) => {
      sent.push(decision);
      return decide(handoff, decision, context);
    };
    world.authorizationServer.down = true;
    const recorded = await world.desk.decisionOf(customer.visit.id);
    if (!recorded) throw new Error("it is on record");
    expect(await world.settle(customer.visit, recorded)).toMatchObject({ state: "intended" });
    world.authorizationServer.down = false;
    const later = createFactorWorld(database.db).desk;
    const again = await later.decisionOf(customer.visit.id);
    expect(await world.settle(customer.visit, again ?? recorded)).toMatchObject({ state: "settled" });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[1]).toMatchObject({ confirmed: { by: "passkey", challenge: customer.bound } });
  });
});

describe("B-05: one byte that is not as it was shown, and nothing is granted", () => {
  const nothing = async (visit: Visit) => {
    expect(await world.desk.decisionOf(visit.id)).toBeUndefined();
    expect(await eventsOf(visit)).not.toContain("decision-intended");
  };

  test.each([
    ["a penny more", aDomesticPayment({ amount: { minor: 4251n, currency: "GBP" } })],
    ["another payee", aDomesticPayment({ payee: { ...aDomesticPayment().payee, name: "Harbour Book Ltd" } })],
    [
      "a digit of the payee's account",
      aDomesticPayment({ payee: { ...aDomesticPayment().payee, identification: "20405012345679" } }),
    ],
  ])("%s at the authorization server", async (_, subject) => {
    for (const by of ["code", "passkey"] as const) {
      const customer = await asked();
      const code = await customer.code();
      const { describe: described } = world.authorizationServer;
      world.authorizationServer.describe = async (...given) => {
        const pending = await described(...given);
        return { ...pending, request: { ...pending.request, subject } };
      };
      const proof = { by: "code", challenge: customer.bound, code } as const;
      expect(await customer.confirm(by === "code" ? proof : world.byPasskey(customer.bound))).toMatchObject({
        is: "elsewhere",
        standing: { is: "not-taken", problem: "request-changed" },
      });
      await nothing(customer.visit);
      world.authorizationServer.describe = described;
    }
  });

  test.each([
    ["nonce", sql`nonce = 'bm90IHRoZSBub25jZQ'`],
    ["shown page", sql`shown_hash = 'other-page'`],
    ["challenge", sql`challenge = 'bm90IHRoZSBjaGFsbGVuZ2U'`],
  ])("another %s on record", async (what, assignment) => {
    const customer = await asked();
    if (what === "shown page") {
      await database.db.execute(sql`
        insert into assent.shown_page select visit_id, 'other-page', customer_ref, at, kind, locale, catalogue_version,
          payload_hash, shown from assent.shown_page where visit_id = ${customer.visit.id}`);
    }
    await database.db.execute(
      sql`update assent.factor_request set ${assignment} where visit_id = ${customer.visit.id}`,
    );
    const bound = await customer.challenge();
    expect(await customer.confirm(world.byPasskey(bound))).toMatchObject({
      is: "elsewhere",
      standing: { is: "not-taken", problem: "request-changed" },
    });
    await nothing(customer.visit);
  });

  test("another account: a factor for one is none for the other", async () => {
    const customer = await asked();
    const code = await customer.code();
    await customer.allow(["acc-2"]);
    const newer = await customer.challenge();
    expect(newer).not.toBe(customer.bound);
    expect(await customer.confirm({ by: "code", challenge: customer.bound, code })).toMatchObject({ is: "elsewhere" });
    expect(await customer.confirm({ by: "code", challenge: newer, code })).toMatchObject({ is: "code-over" });
    expect(await customer.confirm(world.byPasskey(customer.bound))).toMatchObject({ is: "elsewhere" });
    const older = { ...world.byPasskey(customer.bound), challenge: newer };
    expect(await customer.confirm(older)).toMatchObject({ is: "wrong", by: "passkey" });
    await nothing(customer.visit);
  });

  test("another visit: neither its code nor its signature", async () => {
    const [one, other] = [await asked(), await asked()];
    const code = await one.code();
    await other.code();
    expect(await other.confirm({ by: "code", challenge: other.bound, code })).toMatchObject({ is: "wrong" });
    const foreign = { ...world.byPasskey(one.bound), challenge: other.bound };
    expect(await other.confirm(foreign)).toMatchObject({ is: "wrong", by: "passkey" });
    expect(await other.confirm(world.byPasskey(one.bound))).toMatchObject({ is: "elsewhere" });
    await nothing(other.visit);
  });

  test("an account that is gone by now", async () => {
    const customer = await asked();
    world.bank.accounts = [];
    expect(await customer.confirm(world.byPasskey(customer.bound))).toMatchObject({
      is: "elsewhere",
      standing: { is: "not-taken", problem: "account-not-offered" },
    });
    await nothing(customer.visit);
  });
});

describe("in its time, and once", () => {
  test("late: the time of the request, and of the code, is the database's", async () => {
    const customer = await asked();
    const code = await customer.code();
    await database.db.execute(
      sql`update assent.factor_request set code_expires_at = clock_timestamp() where visit_id = ${customer.visit.id}`,
    );
    expect(await customer.confirm({ by: "code", challenge: customer.bound, code })).toEqual({ is: "code-over" });
    await database.db.execute(
      sql`update assent.factor_request set expires_at = clock_timestamp() where visit_id = ${customer.visit.id}`,
    );
    const late = { is: "elsewhere", standing: { is: "over" } };
    expect(await customer.confirm({ by: "code", challenge: customer.bound, code })).toMatchObject(late);
    expect(await customer.confirm(world.byPasskey(customer.bound))).toMatchObject(late);
    expect(await world.desk.decisionOf(customer.visit.id)).toBeUndefined();
  });

  test("twice, at once and afterwards: one decision, and the second gets the first", async () => {
    const customer = await asked();
    const proofs = Array.from({ length: 4 }, () => world.byPasskey(customer.bound));
    const answers = await Promise.all(proofs.map((proof) => customer.confirm(proof)));
    const ids = answers.flatMap((answer) => (answer.is === "decided" ? [answer.recorded.id] : []));
    expect(new Set(ids).size).toBe(1);
    const events = await eventsOf(customer.visit);
    expect(events.filter((type) => type === "factor-met")).toHaveLength(1);
    expect(events.filter((type) => type === "decision-intended")).toHaveLength(1);
    const again = await customer.confirm(proofs[0] as (typeof proofs)[number]);
    expect(again).toMatchObject({ is: "decided", recorded: { id: ids[0] } });
  });

  test("a no that came first stays, whatever is confirmed after it", async () => {
    const customer = await asked();
    await world.decide(customer.visit, { choice: "refuse", reason: "customer-declined", seen: customer.seen });
    expect(await customer.confirm(world.byPasskey(customer.bound))).toMatchObject({
      is: "decided",
      recorded: { decision: { outcome: "refused" } },
    });
  });

  test("a copied passkey, whose counter went back, is refused and counted", async () => {
    const customer = await asked();
    world.factors.passkeyUsed = async () => false;
    expect(await customer.confirm(world.byPasskey(customer.bound))).toEqual({ is: "wrong", by: "passkey", left: 4 });
  });
});
