import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NewConsent } from "../consents/consents.ts";
import { type RunningInternalApi, startInternalApi } from "./internal-api.harness.ts";

let api: RunningInternalApi;
beforeAll(async () => {
  api = await startInternalApi();
});
afterAll(() => api?.close());

type Visit = Awaited<ReturnType<RunningInternalApi["visit"]>>;

const base = ({ loginId, consent }: Visit) =>
  `/default/system/open-banking/${consent.type.replaceAll("_", "-")}-consent/${loginId}`;
const view = (visit: Visit) => api.call("GET", `${base(visit)}?login_state=${visit.loginState}`);
const accept = (visit: Visit, over: object = {}) =>
  api.call("POST", `${base(visit)}/accept`, {
    body: {
      account_ids: ["acc-1"],
      granted_scopes: ["openid", visit.consent.type === "account_access" ? "accounts" : "payments"],
      login_state: visit.loginState,
      ...over,
    },
  });
const reject = (visit: Visit, over: object = {}) =>
  api.call("POST", `${base(visit)}/reject`, {
    body: { id: visit.loginId, login_state: visit.loginState, error: "access_denied", ...over },
  });
const statusOf = async ({ consent }: Visit) => (await api.consents.get(consent.id))?.status;

const initiation = {
  InstructionIdentification: "i",
  EndToEndIdentification: "e",
  InstructedAmount: { Amount: "10.00", Currency: "GBP" },
  CreditorAccount: { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification: "80200110203399", Name: "ACME" },
};
const payment = (over: object = {}): Partial<NewConsent> => ({
  type: "domestic_payment",
  request: { Data: { Initiation: { ...initiation, ...over } }, Risk: { PaymentContextCode: "TransferToThirdParty" } },
});

describe("the view", () => {
  test("of account access says who asks whom for what", async () => {
    const expiresAt = new Date("2090-01-01T00:00:00Z");
    const Data = { Permissions: ["ReadAccountsBasic"], ExpirationDateTime: "2090-01-01T00:00:00+00:00" };
    const visit = await api.visit({ expiresAt, request: { Data, Risk: {} } });
    const { status, headers, body } = await view(visit);
    expect(status).toBe(200);
    expect(headers.get("x-fapi-interaction-id")).toBe(visit.consent.interactionId);
    const created = visit.consent.createdAt.toISOString();
    expect(body).toEqual({
      consent_id: visit.consent.id,
      type: "account_access",
      revision: 1,
      updated_at: created,
      status: "AwaitingAuthorisation",
      created_at: created,
      client_id: "tpp-beacon",
      client_info: {
        client_name: "Budget Beacon",
        client_uri: "https://budget-beacon.example",
        organisation_id: "PSDGB-FCA-731904",
        description: "To sort your spending.",
      },
      tenant_id: "default",
      server_id: "openbanking",
      subject: "cus-1",
      authentication_context: {
        sub: "cus-1",
        acr: "urn:openbanking:psd2:sca",
        amr: "pwd otp",
        // A number of seconds, as an ID token has it.
        auth_time: expect.closeTo(Date.now() / 1000, -2),
      },
      account_ids: [],
      requested_scopes: [
        { requested_name: "openid", display_name: "OpenID" },
        { requested_name: "accounts", display_name: "Accounts" },
      ],
      extensible: true,
      login_repeatable: true,
      expires_at: expect.stringMatching(/Z$/),
      account_access_consent: {
        ...Data,
        ConsentId: visit.consent.id,
        CreationDateTime: created,
        Status: "AwaitingAuthorisation",
        StatusUpdateDateTime: visit.consent.statusUpdatedAt.toISOString(),
      },
    });
  });

  test("of a payment is data and risk in one, with everything that strict clients read", async () => {
    const { body } = await view(await api.visit(payment()));
    expect(body.domestic_payment_consent).toMatchObject({
      Status: "AwaitingAuthorisation",
      PaymentContextCode: "TransferToThirdParty",
      Authorisation: { AuthorisationType: "Any" },
      Initiation: { ...initiation, DebtorAccount: { SchemeName: "", Identification: "" }, RemittanceInformation: {} },
    });
  });

  test.each([
    [
      { Unstructured: "for the books", Reference: "R1" },
      { Unstructured: "for the books", Reference: "R1" },
    ],
    [
      { Unstructured: ["for", "the books"], Structured: [{ CreditorReferenceInformation: { Reference: "R1" } }] },
      { Unstructured: "for the books", Reference: "R1" },
    ],
  ])("says what a payment is for in the v3.1 form: %j", async (sent, shown) => {
    const { body } = await view(await api.visit(payment({ RemittanceInformation: sent })));
    expect(body.domestic_payment_consent.Initiation.RemittanceInformation).toEqual(shown);
  });

  test("of a consent that its TPP deleted says that it is over", async () => {
    const visit = await api.visit();
    await api.consents.delete(visit.consent.id);
    expect((await view(visit)).body).toMatchObject({
      status: "Revoked",
      account_access_consent: { Status: "Revoked" },
    });
  });
});

describe("who does not hold both secrets learns nothing", () => {
  test("the same 404 for every wrong way, to see and to decide, and nothing is decided", async () => {
    const visit = await api.visit();
    const other = await api.visit();
    const wrong: Visit[] = [
      { ...visit, loginState: "wrong" },
      { ...visit, loginState: other.loginState },
      { ...visit, loginId: randomUUID() },
      { ...visit, loginId: "%00" },
      { ...visit, loginState: "" },
      // The right secrets at the address of another kind.
      { ...visit, consent: { ...visit.consent, type: "domestic_payment" } },
    ];
    for (const attempt of wrong) {
      for (const reply of [await view(attempt), await accept(attempt), await reject(attempt)]) {
        expect([reply.status, reply.body]).toEqual([404, { status_code: 404, error: "not found" }]);
      }
    }
    expect(await statusOf(visit)).toBe("awaiting_authorisation");
  });

  test("an expired visit is unknown", async () => {
    const visit = await api.visit();
    await api.sql`update handoff set expires_at = now() where login_id = ${visit.loginId}`;
    expect([(await view(visit)).status, (await accept(visit)).status]).toEqual([404, 404]);
  });
});

describe("deciding", () => {
  test("accepted: the consent carries customer and accounts, the answer an address", async () => {
    const visit = await api.visit();
    const { status, body } = await accept(visit, { account_ids: ["acc-1", "acc-2", "acc-1"] });
    expect(status).toBe(200);
    expect(body).toEqual({
      redirect_to: expect.stringMatching(/^http:\/\/auth\.localhost\/oauth2\/authorize\/.+answer=/),
    });
    expect(await api.consents.get(visit.consent.id)).toMatchObject({
      status: "authorised",
      subject: "cus-1",
      accountIds: ["acc-1", "acc-2"],
    });
  });

  test("rejected", async () => {
    const visit = await api.visit();
    expect((await reject(visit)).body.redirect_to).toContain("answer=");
    expect(await statusOf(visit)).toBe("rejected");
  });

  test("the same again gives a fresh address; the other one, and the view, say that it is decided", async () => {
    const visit = await api.visit();
    const [first, again] = [await accept(visit), await accept(visit)];
    expect(again.status).toBe(200);
    expect(again.body.redirect_to).not.toBe(first.body.redirect_to);
    const decided = { status_code: 409, error: expect.any(String), error_code: "login_already_decided" };
    for (const reply of [await reject(visit), await accept(visit, { account_ids: ["acc-2"] }), await view(visit)]) {
      expect([reply.status, reply.body]).toEqual([409, decided]);
    }
    expect(await api.consents.get(visit.consent.id)).toMatchObject({ status: "authorised", accountIds: ["acc-1"] });
  });

  test("not again once the browser has gone on", async () => {
    const visit = await api.visit();
    await accept(visit);
    await api.sql`update handoff set resumed_at = now() where login_id = ${visit.loginId}`;
    expect((await accept(visit)).status).toBe(409);
  });

  test("allow against refuse at the same moment: one of them, and the consent agrees", async () => {
    const visit = await api.visit();
    const [allowed, refused] = await Promise.all([accept(visit), reject(visit)]);
    expect([allowed.status, refused.status].sort()).toEqual([200, 409]);
    expect(await statusOf(visit)).toBe(allowed.status === 200 ? "authorised" : "rejected");
  });

  test.each([
    ["deleted by the TPP", (id: string) => api.consents.delete(id)],
    ["expired", (id: string) => api.sql`update consent set expires_at = now() where id = ${id}`],
    ["authorised elsewhere", (id: string) => api.sql`update consent set status = 'authorised' where id = ${id}`],
  ])("a consent that was %s meanwhile is not authorised", async (_how, change) => {
    const visit = await api.visit();
    await change(visit.consent.id);
    const { status, body } = await accept(visit);
    expect([status, body.error_code]).toEqual([422, "consent_not_usable"]);
    expect((await api.consents.get(visit.consent.id))?.accountIds).toEqual([]);
  });

  test.each([
    ["no accounts", { account_ids: [] }, "invalid_accounts"],
    ["null accounts", { account_ids: null }, "invalid_accounts"],
    ["accounts of another form", { account_ids: "acc-1" }, "invalid_request"],
    ["a zero byte", { account_ids: ["acc\0"] }, "invalid_request"],
    ["a scope that was not requested", { granted_scopes: ["openid", "accounts", "payments"] }, "invalid_scope"],
    ["no scope", { granted_scopes: null }, "invalid_scope"],
    ["not the scope that the consent is about", { granted_scopes: ["openid"] }, "invalid_scope"],
  ])("accepting with %s is refused and leaves the consent waiting", async (_what, over, code) => {
    const visit = await api.visit();
    const { status, body } = await accept(visit, over);
    expect([status, body.status_code, body.error_code]).toEqual([400, 400, code]);
    expect(await statusOf(visit)).toBe("awaiting_authorisation");
  });

  test("a payment leaves exactly one account", async () => {
    const visit = await api.visit(payment());
    expect((await accept(visit, { account_ids: ["acc-1", "acc-2"] })).body.error_code).toBe("invalid_accounts");
    expect((await accept(visit)).status).toBe(200);
  });

  test.each([{ id: "another" }, { error: "Not An Error" }, { error_description: "line\nbreak" }])(
    "rejecting with %j is refused",
    async (over) => {
      const visit = await api.visit();
      expect((await reject(visit, over)).status).toBe(400);
      expect(await statusOf(visit)).toBe("awaiting_authorisation");
    },
  );

  test("a body that is not JSON is refused in JSON", async () => {
    const { status, body } = await api.call("POST", `${base(await api.visit())}/accept`, { body: "account_ids=1" });
    expect([status, body.status_code]).toEqual([400, 400]);
    const large = await api.call("POST", `${base(await api.visit())}/accept`, { body: " ".repeat(256 * 1024 + 1) });
    expect([large.status, large.body.status_code]).toEqual([413, 413]);
  });
});
