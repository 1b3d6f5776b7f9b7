import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { CUSTOMERS } from "../../personas.ts";
import { API_VERSIONS } from "../gateway/api-version.ts";
import { BOOKSHOP, consentOf, GBP, LIMITS, placed, vrpPayment } from "./kinds.harness.ts";
import { arunsBalance, type Consented, order, refused, world } from "./payments.harness.ts";

const kind = "domestic_vrp";

let serial = 0;
/** One more payment of the same consent. */
const pay = (
  vrp: Consented,
  amount: string,
  change: Record<string, unknown> = {},
  version: "v3.1" | "v4.0" = "v3.1",
) => {
  serial += 1;
  const { Data, ...rest } = vrp.message;
  const message = { ...rest, Data: { ...Data, ...vrpPayment(amount), ...change } };
  return order(vrp, { message, key: `vrp-${serial}`, version });
};
const FAILS = "UK.OBIE.Rules.FailsControlParameters";
const failed = (parameter: string) => [400, FAILS, `Data.ControlParameters.${parameter}`];
const usedOf = async (consentId: string, customer: string = CUSTOMERS.arun.id) => {
  const url = `${world.topology.bankInternal}/customers/${customer}/vrp-use/${consentId}`;
  const response = await world.call(url, { as: "app" });
  return [response.status, await response.json()] as const;
};

describe("a variable recurring payment", () => {
  test("P-20: is paid again and again until a limit is reached, and the limit begins anew with its period", async () => {
    const vrp = consentOf(kind, "v3.1");
    const before = await arunsBalance();
    expect((await usedOf(vrp.consentId))[0]).toBe(404);
    expect((await pay(vrp, "50.00")).status).toBe(201);
    expect((await pay(vrp, "30.00")).status).toBe(201);
    expect(await refused(await pay(vrp, "10.01"))).toEqual(failed("PeriodicLimits[0]"));
    expect((await pay(vrp, "10.00")).status).toBe(201);
    expect(await refused(await pay(vrp, "0.01"))).toEqual(failed("PeriodicLimits[0]"));
    expect(before - (await arunsBalance())).toBe(9_000);
    expect(await usedOf(vrp.consentId)).toEqual([
      200,
      {
        limits: [
          {
            period: "week",
            alignment: "consent",
            from: "2026-02-06T00:00:00.000Z",
            to: "2026-02-13T00:00:00.000Z",
            used: { amount: "90.00", currency: "GBP" },
          },
          {
            period: "month",
            alignment: "calendar",
            from: "2026-02-06T00:00:00.000Z",
            to: "2026-03-01T00:00:00.000Z",
            used: { amount: "90.00", currency: "GBP" },
          },
        ],
      },
    ]);
    expect(await usedOf(vrp.consentId, CUSTOMERS.grace.id)).toEqual([404, { error: "unknown_consent" }]);
    world.setNow(new Date("2026-02-12T23:59:59Z"));
    expect(await refused(await pay(vrp, "0.01"))).toEqual(failed("PeriodicLimits[0]"));
    world.setNow(new Date("2026-02-13T00:00:00Z"));
    expect((await pay(vrp, "50.00")).status).toBe(201);
  });

  test("P-20: the calendar's first month gives its part: 23 of 28 days of 280.00 are 230.00", async () => {
    const PeriodicLimits = [{ PeriodType: "Month", PeriodAlignment: "Calendar", Amount: "280.00", Currency: "GBP" }];
    const control_parameters = { ...LIMITS, MaximumIndividualAmount: GBP("300.00"), PeriodicLimits };
    const vrp = consentOf(kind, "v3.1", { consent: { control_parameters } });
    expect(await refused(await pay(vrp, "230.01"))).toEqual(failed("PeriodicLimits[0]"));
    expect((await pay(vrp, "230.00")).status).toBe(201);
    world.setNow(new Date("2026-03-01T00:00:00Z"));
    expect(await refused(await pay(vrp, "280.01"))).toEqual(failed("PeriodicLimits[0]"));
    expect((await pay(vrp, "280.00")).status).toBe(201);
  });

  test("without a first day of its own counts from the day in London on which it was first authorised", async () => {
    const control_parameters = { ...LIMITS, ValidFromDateTime: undefined };
    // Half past eleven in winter is still the same day there; in summer it would be the next one.
    const vrp = consentOf(kind, "v3.1", { consent: { control_parameters, authorised_at: "2026-02-04T23:30:00Z" } });
    expect((await pay(vrp, "1.00")).status).toBe(201);
    const [, use] = await usedOf(vrp.consentId);
    expect(use).toMatchObject({ limits: [{ from: "2026-02-04T00:00:00.000Z" }, { from: "2026-02-04T00:00:00.000Z" }] });
  });

  test("eight at once never come to more than a limit", async () => {
    const vrp = consentOf(kind, "v3.1");
    const before = await arunsBalance();
    const answers = await Promise.all(Array.from({ length: 8 }, () => pay(vrp, "20.00")));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(4).fill(201), ...Array(4).fill(400)]);
    expect(before - (await arunsBalance())).toBe(8_000);
  });

  test.each([{}, { PSUInteractionTypes: [] }])(
    "is made while its customer is away where nothing is said of it: %j",
    async (control) => {
      const control_parameters = { ...LIMITS, ...control };
      const vrp = consentOf(kind, "v3.1", { consent: { control_parameters } });
      expect((await pay(vrp, "1.00")).status).toBe(201);
      expect(await refused(await pay(vrp, "1.00", { PSUInteractionType: "InSession" }))).toEqual(
        failed("PSUInteractionTypes"),
      );
    },
  );

  test.each(API_VERSIONS)(
    "%s, P-20: that claims its customer was asked takes a yes that no payment has used yet",
    async (version) => {
      const control_parameters = { ...LIMITS, PSUAuthenticationMethods: ["UK.OBIE.SCA"] };
      const claim = { PSUAuthenticationMethod: "UK.OBIE.SCA" };
      const vrp = consentOf(kind, version, {
        consent: { control_parameters, last_authorised_at: "2026-02-10T11:59:00Z" },
      });
      const asked = async (amount: string) => {
        const response = await pay(vrp, amount, claim, version);
        return response.status === 201 ? [201] : refused(response);
      };
      const unasked = [400, version === "v3.1" ? FAILS : "U014", "Data.ControlParameters.PSUAuthenticationMethods"];
      expect(await asked("1.00")).toEqual([201]);
      world.setNow(new Date("2026-02-10T12:05:00Z"));
      expect(await asked("1.00")).toEqual(unasked);
      const { consent } = world.authorizationServer.tokens.get(vrp.token) as { consent: Record<string, unknown> };
      consent["last_authorised_at"] = "2026-02-10T12:04:00Z";
      const both = await Promise.all([asked("2.00"), asked("2.00")]);
      expect(both.map(([status]) => status).sort()).toEqual([201, 400]);
      consent["last_authorised_at"] = undefined;
      expect(await asked("1.00")).toEqual(unasked);
    },
  );

  test("that there was no money for uses nothing up", async () => {
    const high = (Amount: string) => ({ Amount, Currency: "GBP" });
    const control_parameters = {
      ...LIMITS,
      MaximumIndividualAmount: high("999999.00"),
      PeriodicLimits: [{ PeriodType: "Day", PeriodAlignment: "Calendar", ...high("999999.00") }],
    };
    const vrp = consentOf(kind, "v3.1", { consent: { control_parameters } });
    expect((await placed(kind, await pay(vrp, "999999.00"))).status).toBe("Rejected");
    expect((await placed(kind, await pay(vrp, "1.00"))).status).toBe("AcceptedSettlementCompleted");
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>, string?]>([
    ["MaximumIndividualAmount", {}, {}, "50.01"],
    ["VRPType", {}, { VRPType: "UK.OBIE.VRPType.Sweeping" }],
    ["PSUAuthenticationMethods", {}, { PSUAuthenticationMethod: "UK.OBIE.SCA" }],
    ["PSUInteractionTypes", {}, { PSUInteractionType: "InSession" }],
    ["PSUInteractionTypes", { PSUInteractionTypes: ["InSession"] }, {}],
    ["ValidFromDateTime", { ValidFromDateTime: "2026-02-10T12:00:01Z" }, {}],
    ["ValidToDateTime", { ValidToDateTime: "2026-02-10T12:00:00Z" }, {}],
    ["MaximumIndividualAmount", { MaximumIndividualAmount: { Amount: "50.00", Currency: "EUR" } }, {}],
    [
      "PeriodicLimits[1]",
      { PeriodicLimits: [LIMITS.PeriodicLimits[0], { ...LIMITS.PeriodicLimits[1], Currency: "EUR" }] },
      {},
    ],
  ])(
    "outside %s is refused by name, in both versions, and nothing is paid",
    async (parameter, control, change, amount = "40.00") => {
      for (const version of API_VERSIONS) {
        const vrp = consentOf(kind, version, { consent: { control_parameters: { ...LIMITS, ...control } } });
        const [status, code, path] = await refused(await pay(vrp, amount, change, version));
        expect([status, code, path]).toEqual([
          400,
          version === "v3.1" ? FAILS : "U014",
          `Data.ControlParameters.${parameter}`,
        ]);
        expect((await usedOf(vrp.consentId))[0]).toBe(404);
      }
    },
  );

  test("pays nobody but the payee of the consent, with its reference, and anybody where it names none", async () => {
    const other = {
      ...vrpPayment("1.00").Instruction,
      CreditorAccount: { ...BOOKSHOP, Identification: "20405011223301" },
    };
    const mismatch = "UK.OBIE.Resource.ConsentMismatch";
    const fixed = consentOf(kind, "v3.1", { initiation: { RemittanceInformation: { Reference: "SAVE" } } });
    const path = "Data.Instruction.CreditorAccount.Identification";
    expect(await refused(await pay(fixed, "1.00", { Instruction: other }))).toEqual([400, mismatch, path]);
    const silent = { ...vrpPayment("1.00").Instruction };
    const reference = "Data.Instruction.RemittanceInformation";
    expect(await refused(await pay(fixed, "1.00", { Instruction: silent }))).toEqual([400, mismatch, reference]);
    const saying = { ...silent, RemittanceInformation: { Reference: "SAVE" } };
    expect((await pay(fixed, "1.00", { Instruction: saying })).status).toBe(201);
    const open = consentOf(kind, "v3.1", { initiation: { CreditorAccount: undefined } });
    expect((await pay(open, "1.00", { Instruction: other })).status).toBe(201);
  });

  test("with a limit that cannot be read, or a fortnight of the calendar, pays nothing", async () => {
    for (const limit of [
      { PeriodType: "Moon", PeriodAlignment: "Consent", Amount: "90.00", Currency: "GBP" },
      { PeriodType: "Fortnight", PeriodAlignment: "Calendar", Amount: "90.00", Currency: "GBP" },
    ]) {
      const consent = { control_parameters: { ...LIMITS, PeriodicLimits: [limit] } };
      const answer = await refused(await pay(consentOf(kind, "v3.1", { consent }), "1.00"));
      expect(answer).toEqual([400, "UK.OBIE.Resource.InvalidConsentStatus", undefined]);
    }
  });

  test.each(["suspended", "revoked", "awaiting_authorisation"])(
    "by a consent that is %s is refused",
    async (status) => {
      const before = await arunsBalance();
      const vrp = consentOf(kind, "v3.1", { consent: { status } });
      expect(await refused(await pay(vrp, "1.00"))).toEqual([400, "UK.OBIE.Resource.InvalidConsentStatus", undefined]);
      expect(await arunsBalance()).toBe(before);
    },
  );

  test("a crash before paying and the end of the consent after it: a repeat pays nothing", async () => {
    const sql = postgres(world.topology.databaseUrl, { max: 1 });
    const crashed = async (key: string) => {
      const vrp = consentOf(kind, "v3.1");
      const { id } = await placed(kind, await order(vrp, { key }));
      await sql`update bank.payment_order set status = 'received' where id = ${id}`;
      await sql`update bank.payment set status = 'waiting' where order_id = ${id}`;
      return vrp;
    };
    const [alive, ended, paused] = [await crashed("alive"), await crashed("ended"), await crashed("paused")];
    await sql.end();
    const before = await arunsBalance();
    world.authorizationServer.tokens.delete(ended.token);
    const token = world.authorizationServer.tokens.get(paused.token) as { consent: { status: string } };
    token.consent.status = "suspended";
    for (const [vrp, key] of [
      [ended, "ended"],
      [paused, "paused"],
    ] as const) {
      expect((await refused(await order(vrp, { key })))[1]).toBe("UK.OBIE.Resource.InvalidConsentStatus");
      expect(await arunsBalance()).toBe(before);
    }
    expect((await order(alive, { key: "alive" })).status).toBe(201);
    expect(before - (await arunsBalance())).toBeGreaterThan(0);
  });

  test("once its consent has ended pays no more; a repeat is still answered", async () => {
    const vrp = consentOf(kind, "v3.1");
    const first = await placed(kind, await order(vrp, { key: "the-first" }));
    world.authorizationServer.tokens.delete(vrp.token);
    expect(await placed(kind, await order(vrp, { key: "the-first" }))).toEqual(first);
    expect(await refused(await pay(vrp, "1.00"))).toEqual([400, "UK.OBIE.Resource.InvalidConsentStatus", undefined]);
  });
});
