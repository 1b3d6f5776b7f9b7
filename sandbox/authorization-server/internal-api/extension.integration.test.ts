import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningInternalApi, startInternalApi } from "./internal-api.harness.ts";

let api: RunningInternalApi;
beforeAll(async () => {
  api = await startInternalApi();
});
afterAll(() => api?.close());

type Visit = Awaited<ReturnType<RunningInternalApi["visit"]>>;
const path = ({ loginId }: Visit) => `/default/system/open-banking/account-access-consent/${loginId}`;
const view = (visit: Visit) => api.call("GET", `${path(visit)}?login_state=${visit.loginState}`);
const answer = (visit: Visit, verb: "accept" | "reject") =>
  api.call("POST", `${path(visit)}/${verb}`, {
    body: { login_state: visit.loginState, account_ids: ["acc-1"], granted_scopes: ["openid", "accounts"] },
  });

describe("more time (WCAG 2.2.1)", () => {
  const extend = (visit: Visit, loginState = visit.loginState) =>
    api.call("POST", `${path(visit)}/extend`, { body: { login_state: loginState } });
  const shorten = (visit: Visit, seconds: number) =>
    api.sql`update handoff set expires_at = now() + ${seconds} * interval '1 second' where login_id = ${visit.loginId}`;
  const leftOf = (reply: { body: { expires_at: string } }) => (Date.parse(reply.body.expires_at) - Date.now()) / 1000;

  test("is ten minutes from now, ten times, and the view says both", async () => {
    const visit = await api.visit();
    expect((await view(visit)).body).toMatchObject({ extensible: true });
    for (let times = 1; times <= 10; times++) {
      await shorten(visit, 90);
      const longer = await extend(visit);
      expect(longer.status).toBe(200);
      expect(leftOf(longer)).toBeGreaterThan(590);
      expect(leftOf(longer)).toBeLessThan(610);
      expect(longer.body.extensible).toBe(times < 10);
      expect((await view(visit)).body).toMatchObject(longer.body);
    }
    const once = await extend(visit);
    expect([once.status, once.body.error_code]).toEqual([422, "login_not_extensible"]);
  });

  test("never goes past the end of the interaction", async () => {
    const visit = await api.visit();
    await api.sql`update handoff set expires_at = now() + interval '1 minute', ends_at = now() + interval '3 minutes'
      where login_id = ${visit.loginId}`;
    const longer = await extend(visit);
    expect(leftOf(longer)).toBeLessThan(190);
    expect(longer.body.extensible).toBe(false);
    expect((await extend(visit)).status).toBe(422);
  });

  test("is for whoever may answer, while there is something to answer", async () => {
    const visit = await api.visit();
    expect((await extend(visit, "guess")).status).toBe(404);
    await answer(visit, "reject");
    expect((await extend(visit)).status).toBe(409);
    const late = await api.visit();
    await shorten(late, -1);
    expect((await extend(late)).status).toBe(404);
  });

  test("two presses at once are counted as two and nothing is lost", async () => {
    const visit = await api.visit();
    await Promise.all([extend(visit), extend(visit)]);
    const [row] = await api.sql`select extensions from handoff where login_id = ${visit.loginId}`;
    expect(row?.["extensions"]).toBe(2);
    expect((await answer(visit, "accept")).status).toBe(200);
  });
});

describe("P-23: what the page asked of the customer, beyond the log-in", () => {
  const factor = (over: object = {}) => ({
    acr: "urn:openbanking:psd2:sca",
    amr: ["pwd", "hwk", "mfa"],
    auth_time: Math.floor(Date.now() / 1000),
    ...over,
  });
  const accept = (visit: Visit, authentication?: object) =>
    api.call("POST", `${path(visit).replace("account-access", "domestic-payment")}/accept`, {
      body: {
        login_state: visit.loginState,
        account_ids: ["acc-1"],
        granted_scopes: ["openid", "payments"],
        ...(authentication && { authentication }),
      },
    });
  async function visitWithPassword() {
    const visit = await api.visit({ type: "domestic_payment" });
    await api.sql`update handoff set acr = 'urn:openbanking:psd2:ca', amr = '{pwd}' where login_id = ${visit.loginId}`;
    return visit;
  }

  test("a page that forgot is refused, and may ask and come again", async () => {
    const visit = await visitWithPassword();
    const forgot = await accept(visit);
    expect([forgot.status, forgot.body.error_code]).toEqual([400, "insufficient_authentication"]);
    expect((await api.consents.get(visit.consent.id))?.status).toBe("awaiting_authorisation");
    for (const wrong of [{ acr: "urn:openbanking:psd2:ca" }, { amr: "hwk" }, { auth_time: "now" }]) {
      expect((await accept(visit, factor(wrong))).status).toBe(400);
    }
    expect((await accept(visit, factor())).status).toBe(200);
    // A page that was killed in between asks again, and need not know what it said.
    expect((await accept(visit, factor({ amr: ["pwd", "otp", "mfa"] }))).status).toBe(200);
    expect((await api.consents.get(visit.consent.id))?.status).toBe("authorised");
  });

  test("what was added is kept with the decision", async () => {
    const visit = await visitWithPassword();
    const said = factor();
    await accept(visit, said);
    const [row] = await api.sql`select decision from handoff where login_id = ${visit.loginId}`;
    expect(row?.["decision"].authentication).toEqual({ acr: said.acr, amr: said.amr, authTime: said.auth_time });
  });
});

describe("P-19: every payment of a file", () => {
  const payments = Array.from({ length: 12 }, (_, at) => ({
    CreditorAccount: { SchemeName: "UK.OBIE.IBAN", Identification: "GB33BUKB20201555555555", Name: `=Payee ${at}` },
    InstructedAmount: { Amount: "1.00", Currency: "GBP" },
  }));
  const ofFile = (visit: Visit) => path(visit).replace("account-access", "file-payment");
  const read = (visit: Visit, loginState = visit.loginState) =>
    api.call("GET", `${ofFile(visit)}/file?login_state=${loginState}`);
  async function aFile(): Promise<Visit> {
    const visit = await api.visit({ type: "file_payment", request: { Data: { Initiation: {} }, Risk: {} } });
    await api.sql`insert into consent_file (consent_id, content, content_type, payments)
      values (${visit.consent.id}, '', 'application/xml', ${JSON.stringify(payments)}::text::json)`;
    return visit;
  }

  test("is there for whoever is asked, as the view says, in the file's order and as it was written", async () => {
    const visit = await aFile();
    const shown = await api.call("GET", `${ofFile(visit)}?login_state=${visit.loginState}`);
    expect(shown.body.file_readable).toBe(true);
    const reply = await read(visit);
    expect([reply.status, reply.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(reply.body).toEqual({ payments });
    expect((await view(await api.visit())).body.file_readable).toBeUndefined();
  });

  test("and for nobody else, of no other kind, and not after the answer", async () => {
    const [visit, other, data] = [await aFile(), await aFile(), await api.visit()];
    for (const state of ["guess", "", other.loginState]) expect((await read(visit, state)).status).toBe(404);
    expect((await api.call("GET", `${path(data)}/file?login_state=${data.loginState}`)).status).toBe(404);
    expect((await read(data)).status).toBe(404);
    const bare = await api.visit({ type: "file_payment" });
    expect((await read(bare)).status).toBe(404);
    const bank = api.tokenOf("bank", ["manage_openbanking_consents"]);
    const asBank = { as: "bank", bearer: bank } as const;
    expect((await api.call("GET", `${ofFile(visit)}/file?login_state=${visit.loginState}`, asBank)).status).toBe(403);
    await api.call("POST", `${ofFile(visit)}/reject`, { body: { login_state: visit.loginState } });
    expect((await read(visit)).status).toBe(409);
  });
});
