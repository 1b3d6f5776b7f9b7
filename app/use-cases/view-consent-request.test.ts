import { beforeEach, describe, expect, test } from "vitest";
import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { createInMemoryBank, type InMemoryBank } from "~/adapters/bank/in-memory.server";
import { NO_RISK_SIGNAL } from "~/adapters/risk-signal/http.server";
import { aBankAccount, aConsentRequest, aDomesticPayment, anInsteadOf } from "~/domain/consent/builders";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import { aDomesticVrp } from "~/domain/consent-kinds/builders";
import { createInMemoryDesk } from "./in-memory-desk";
import { openVisit } from "./open-visit";
import { viewConsentRequest } from "./view-consent-request";

describe("P-17: whose account a payment goes to", () => {
  let bank: ReturnType<typeof createInMemoryBank>;
  let asked: unknown[];

  beforeEach(() => {
    bank = createInMemoryBank([aBankAccount()]);
    bank.payeeCheck = { result: "close-match", name: "Harbour Books & Prints" };
    asked = [];
  });

  const viewOf = async (request: ConsentRequest) => {
    const authorizationServer = createInMemoryAuthorizationServer();
    const desk = createInMemoryDesk();
    const checkPayee: typeof bank.checkPayee = (payee, context) => {
      asked.push(payee);
      return bank.checkPayee(payee, context);
    };
    const needs = { authorizationServer, bank: { ...bank, checkPayee }, desk, riskSignal: NO_RISK_SIGNAL };
    const opened = await openVisit(needs)(authorizationServer.handOff(request), "c-1", async () => "sealed");
    if (!opened.ok) throw new Error("opened");
    const view = await viewConsentRequest(needs)(opened.value.visit);
    if (view.state !== "open") throw new Error("open");
    return view;
  };

  test("comes with the question, and is no part of what is hashed as asked", async () => {
    const request = aConsentRequest({ subject: aDomesticPayment() });
    const view = await viewOf(request);
    expect(view.payeeCheck).toEqual(bank.payeeCheck);
    expect(asked).toEqual([aDomesticPayment().payee]);
    bank.payeeCheck = { result: "no-match" };
    expect((await viewOf(request)).payloadHash).toBe(view.payloadHash);
  });

  test("is not asked where nobody is paid", async () => {
    expect(await viewOf(aConsentRequest())).not.toHaveProperty("payeeCheck");
    expect(asked).toEqual([]);
  });
});

describe("P-20: what was used of limits", () => {
  const used = { minor: 4_000n, currency: "GBP" };
  const use = [
    {
      period: "month",
      alignment: "calendar",
      from: new Date("2026-03-01T00:00:00Z"),
      to: new Date("2026-04-01T00:00:00Z"),
      used,
    },
  ] as const;

  const viewOf = async (
    subject: ConsentRequest["subject"],
    change: (bank: InMemoryBank) => void = () => {},
    mode?: ConsentRequest["mode"],
  ) => {
    const bank = createInMemoryBank([aBankAccount()]);
    const request = aConsentRequest({ subject, ...(mode && { mode }) });
    bank.vrpUse = { [request.id]: use };
    change(bank);
    const authorizationServer = createInMemoryAuthorizationServer();
    const needs = { authorizationServer, bank, desk: createInMemoryDesk(), riskSignal: NO_RISK_SIGNAL };
    const opened = await openVisit(needs)(authorizationServer.handOff(request), "c-1", async () => "sealed");
    if (!opened.ok) throw new Error("opened");
    const view = await viewConsentRequest(needs)(opened.value.visit);
    if (view.state !== "open") throw new Error("open");
    return view;
  };

  test("comes with the question, and is no part of what is hashed as asked", async () => {
    const view = await viewOf(aDomesticVrp());
    expect(view.vrpUse).toEqual(use);
    const unused = await viewOf(aDomesticVrp(), (bank) => {
      bank.vrpUse = {};
    });
    expect(unused).not.toHaveProperty("vrpUse");
    expect(unused.payloadHash).toBe(view.payloadHash);
  });

  test("P-11: of those in place of which these are asked for it is told beside their own", async () => {
    const mode = anInsteadOf({ subject: aDomesticVrp() });
    const view = await viewOf(aDomesticVrp(), (bank) => (bank.vrpUse = { [mode.consentId]: use }), mode);
    expect([view.usedBefore, view.vrpUse]).toEqual([use, undefined]);
    expect(await viewOf(aDomesticVrp())).not.toHaveProperty("usedBefore");
  });

  test("is not asked of other kinds", async () => {
    expect(await viewOf(aDomesticPayment())).not.toHaveProperty("vrpUse");
  });
});
