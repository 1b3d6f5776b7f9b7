import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConsentType } from "../consents/consent-kinds.ts";
import { aRequest } from "../intents/kinds/requests.builder.ts";
import { type RunningInternalApi, startInternalApi } from "./internal-api.harness.ts";

let api: RunningInternalApi;
beforeAll(async () => {
  api = await startInternalApi();
});
afterAll(() => api?.close());

type Request = Parameters<RunningInternalApi["visit"]>[0] & object;
const visitOf = (type: ConsentType, apiVersion: "v3.1" | "v4.0") =>
  api.visit({ type, apiVersion, request: aRequest(type, apiVersion) as NonNullable<Request["request"]> });
const pathOf = (type: ConsentType, loginId: string) =>
  `/default/system/open-banking/${type.replaceAll("_", "-")}-consent/${loginId}`;

test.each(["v3.1", "v4.0"] as const)("a standing order of %s is told in the names of v3.1", async (version) => {
  const { loginId, loginState } = await visitOf("domestic_standing_order", version);
  const { body } = await api.call("GET", `${pathOf("domestic_standing_order", loginId)}?login_state=${loginState}`);
  expect(body).toMatchObject({
    type: "domestic_standing_order",
    domestic_standing_order_consent: {
      Status: "AwaitingAuthorisation",
      Permission: "Create",
      Initiation: {
        Frequency: "IntrvlMnthDay:01:15",
        Reference: "RENT",
        FirstPaymentDateTime: expect.any(String),
        FirstPaymentAmount: { Amount: "750.00", Currency: "GBP" },
      },
    },
  });
  expect(body.domestic_standing_order_consent.Initiation).not.toHaveProperty("MandateRelatedInformation");
});

test("a scheduled payment is accepted from one account, found in the list by its kind, and consumed once", async () => {
  const type = "domestic_scheduled_payment";
  const { loginId, loginState, consent } = await visitOf(type, "v4.0");
  const accept = (account_ids: string[]) =>
    api.call("POST", `${pathOf(type, loginId)}/accept`, {
      body: { login_state: loginState, account_ids, granted_scopes: ["openid", "payments"] },
    });
  expect((await accept(["acc-1", "acc-2"])).body.error_code).toBe("invalid_accounts");
  expect((await accept(["acc-1"])).status).toBe(200);
  const servers = "/default/system/servers/openbanking/open-banking/consents";
  const listed = await api.call("GET", `${servers}?types=${type}`);
  expect(listed.body.Consents).toMatchObject([
    { consent_id: consent.id, type, status: "Authorised", [`${type}_consent`]: { ConsentId: consent.id } },
  ]);
  expect((await api.call("GET", `${servers}?types=file_payment`)).body.Consents).toEqual([]);
  const consume = () => api.call("POST", `${servers}/${consent.id}/consume`);
  expect([(await consume()).status, (await consume()).body.error_code]).toEqual([200, "consent_already_consumed"]);
});

test.each([
  ["domestic_vrp", { ControlParameters: { VRPType: ["UK.OBIE.VRPType.Sweeping"] }, Initiation: expect.any(Object) }],
  ["funds_confirmation", { DebtorAccount: { Identification: "20405012345678" } }],
  [
    "international_payment",
    { Initiation: { CurrencyOfTransfer: "EUR" }, ExchangeRateInformation: { ExchangeRate: 1.2 } },
  ],
  ["file_payment", { Initiation: { FileType: "UK.OBIE.PaymentInitiation.4.0" } }],
] as const)("%s is told under its own name, in either dialect", async (type, intent) => {
  const terms = type === "international_payment" ? { ExchangeRateInformation: { ExchangeRate: 1.2 } } : undefined;
  const visit = await api.visit({
    type,
    request: aRequest(type, "v4.0") as NonNullable<Request["request"]>,
    ...(terms && { terms }),
  });
  for (const dialect of [
    pathOf(type, visit.loginId),
    pathOf(type, visit.loginId).replace("/default/system", "/api/system/default"),
  ]) {
    const { status, body } = await api.call("GET", `${dialect}?login_state=${visit.loginState}`);
    expect(status).toBe(200);
    expect(body[`${type}_consent`]).toMatchObject({ ...intent, ConsentId: visit.consent.id });
  }
});

test("the view tells what was agreed to before: of the same consent, or of the one that it replaces", async () => {
  const type = "account_access";
  const [again, earlier] = [await api.visit(), await api.newConsent()];
  for (const { id } of [again.consent, earlier]) {
    const by = { subject: "cus-1", accountIds: ["acc-1", "acc-2"] };
    await api.sql.begin((transaction) => api.consents.authorise(transaction, id, by));
  }
  const instead = await api.visit();
  await api.sql`update handoff set reauthorises = 2 where login_id = ${again.loginId}`;
  await api.sql`update handoff set replaces = ${earlier.id} where login_id = ${instead.loginId}`;
  const view = async ({ loginId, loginState }: typeof again) =>
    (await api.call("GET", `${pathOf(type, loginId)}?login_state=${loginState}`)).body;
  const given = { authorised_at: expect.stringMatching(/Z$/), account_ids: ["acc-1", "acc-2"] };
  const shown = await view(again);
  expect(shown.reauthorisation).toEqual({ ...given, first_authorised_at: given.authorised_at });
  expect(shown).not.toHaveProperty("replaces");
  const { replaces, ...other } = await view(instead);
  expect(replaces).toMatchObject({
    consent_id: earlier.id,
    ...given,
    account_access_consent: { ConsentId: earlier.id, Status: "Authorised", Permissions: expect.any(Array) },
  });
  expect(other).not.toHaveProperty("reauthorisation");
});
