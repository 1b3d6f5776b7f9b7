import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withGrant } from "../consents/consent.builder.ts";
import type { NewConsent } from "../consents/consents.ts";
import { type RunningInternalApi, startInternalApi } from "./internal-api.harness.ts";

let api: RunningInternalApi;
beforeAll(async () => {
  api = await startInternalApi();
});
afterAll(() => api?.close());

const CONSENTS = "/default/system/servers/openbanking/open-banking/consents";
const idsOf = ({ body }: { body: { Consents: { consent_id: string }[] } }) => body.Consents.map((c) => c.consent_id);

async function authorised(over: Partial<NewConsent> = {}, accountIds = ["acc-1"]) {
  const { id } = await api.newConsent(over);
  await api.sql.begin((transaction) => api.consents.authorise(transaction, id, { subject: "cus-1", accountIds }));
  return id;
}

describe("listing", () => {
  const clientId = "tpp-lists";
  const ids: string[] = [];
  beforeAll(async () => {
    ids.push(await authorised({ clientId }, ["acc-1", "acc-2"]));
    ids.push((await api.newConsent({ clientId })).id);
    ids.push(await authorised({ clientId, type: "domestic_payment", request: { Data: { Initiation: {} }, Risk: {} } }));
    ids.push(await authorised({ clientId }));
    await api.consents.delete(ids[3]!);
  });
  const post = (body: object) => api.call("POST", CONSENTS, { body: { client_id: clientId, ...body } });
  const get = (query: string) => api.call("GET", `${CONSENTS}?client_id=${clientId}&${query}`);

  test("newest first; null is no condition; what every item carries", async () => {
    const reply = await post({ accounts: null, types: null, status: null });
    expect(reply.status).toBe(200);
    expect(idsOf(reply)).toEqual([...ids].reverse());
    const [deleted, payment, waiting, first] = reply.body.Consents;
    expect(first).toMatchObject({
      Client: { id: clientId },
      status: "Authorised",
      account_ids: ["acc-1", "acc-2"],
      account_access_consent: { Status: "Authorised", StatusUpdateDateTime: expect.any(String) },
    });
    expect(first).toMatchObject({ subject: "cus-1", revision: 2, updated_at: expect.any(String) });
    expect([waiting.status, waiting.account_ids, deleted.status]).toEqual(["AwaitingAuthorisation", [], "Revoked"]);
    expect(payment.domestic_payment_consent).toMatchObject({
      Authorisation: { AuthorisationType: "Any" },
      Initiation: { DebtorAccount: { Identification: "acc-1" } },
    });
  });

  test("the same filters as body and as query", async () => {
    for (const [body, query, found] of [
      [{ accounts: ["acc-2", "acc-9"] }, "accounts=acc-2,acc-9", [0]],
      [{ types: ["domestic_payment"] }, "types=domestic_payment", [2]],
      [{ types: ["file_payment"] }, "types=file_payment", []],
      [{ status: ["Authorised", "AUTH"] }, "status=Authorised,AUTH", [2, 0]],
      [{ status: ["Revoked"] }, "status=Revoked", [3]],
      [{ order: "asc", limit: 2 }, "order=asc&limit=2", [0, 1]],
      [{ order: "acs", limit: 1 }, "order=acs&limit=1", [0]],
      [{ after_consent_id: ids[2], limit: 1 }, `after_consent_id=${ids[2]}&limit=1`, [1]],
      [{ before_consent_id: ids[2], limit: 5 }, `before_consent_id=${ids[2]}&limit=5`, [3]],
    ] as const) {
      const expected = found.map((at) => ids[at]);
      expect(idsOf(await post(body)), query).toEqual(expected);
      expect(idsOf(await get(query)), query).toEqual(expected);
    }
  });

  test("twenty unless asked for more", async () => {
    const many = "tpp-many";
    for (let n = 0; n < 21; n++) await api.newConsent({ clientId: many });
    expect(idsOf(await post({ client_id: many }))).toHaveLength(20);
    expect(idsOf(await post({ client_id: many, limit: 100 }))).toHaveLength(21);
  });

  test.each([
    "limit=0",
    "limit=101",
    "limit=x",
    "order=up",
    "sort=subject",
    "status=Asleep",
    "types=holiday",
    "status=toString",
    "after_consent_id=aac-none",
    "after_consent_id=a&before_consent_id=b",
    "after_consent_id=%00",
  ])("refuses %s", async (query) => {
    const { status, body } = await get(query);
    expect([status, body.status_code]).toEqual([400, 400]);
  });
});

describe("one consent", () => {
  const LEGACY = "/api/system/default/servers/openbanking/open-banking/consents";

  test.each([CONSENTS, LEGACY])("is found by its id: %s", async (consents) => {
    const expiresAt = new Date("2090-01-01T00:00:00Z");
    const id = await authorised({ expiresAt });
    const { status, body } = await api.call("GET", `${consents}/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      Client: { id: "tpp-beacon", name: "Budget Beacon" },
      consent_id: id,
      status: "Authorised",
      subject: "cus-1",
      revision: 2,
      expires_at: expiresAt.toISOString(),
    });
    expect(body.updated_at).toBe((await api.consents.get(id))?.statusUpdatedAt.toISOString());
    expect(idsOf(await api.call("GET", `${consents}?limit=100`))).toContain(id);
  });

  test("one that is not there is told apart from a path that is not there", async () => {
    for (const id of ["aac-none", "%00"]) {
      const { status, body } = await api.call("GET", `${CONSENTS}/${id}`);
      expect([status, body.error_code]).toEqual([404, "consent_not_found"]);
    }
    const elsewhere = await api.call("GET", "/default/system/servers/other/open-banking/consents/aac-none");
    expect([elsewhere.status, elsewhere.body.error_code]).toEqual([404, undefined]);
  });

  test.each([CONSENTS, LEGACY])("is suspended and resumed, each as often as asked: %s (T9, T10)", async (consents) => {
    const id = await authorised();
    const ask = async (verb: string) => (await api.call("POST", `${consents}/${id}/${verb}`)).status;
    expect([await ask("suspend"), await ask("suspend")]).toEqual([204, 204]);
    const { body } = await api.call("GET", `${consents}/${id}`);
    expect([body.status, body.account_access_consent.Status, body.revision]).toEqual(["Suspended", "Authorised", 3]);
    expect(idsOf(await api.call("GET", `${consents}?status=Suspended`))).toContain(id);
    expect(idsOf(await api.call("GET", `${consents}?status=Authorised`))).not.toContain(id);
    expect([await ask("resume"), await ask("resume")]).toEqual([204, 204]);
    expect((await api.consents.get(id))?.status).toBe("authorised");
  });

  test.each(["suspend", "resume"])(
    "%s what cannot be, what is not there, or with a body of another form",
    async (verb) => {
      const { id } = await api.newConsent();
      const reply = await api.call("POST", `${CONSENTS}/${id}/${verb}`);
      expect([reply.status, reply.body.error_code]).toEqual([422, "consent_not_usable"]);
      expect((await api.call("POST", `${CONSENTS}/aac-none/${verb}`)).status).toBe(404);
      expect((await api.call("POST", `${CONSENTS}/${id}/${verb}`, { body: { initiator: "tpp" } })).status).toBe(400);
    },
  );
});

describe("ending", () => {
  test("who ended it and why is remembered; the bank, where nobody is named", async () => {
    const [named, unnamed] = [await authorised(), await authorised()];
    const body = { initiator: "customer", reason: "customer_stopped" };
    expect((await api.call("DELETE", `${CONSENTS}/${named}`, { body })).status).toBe(204);
    expect((await api.call("DELETE", `${CONSENTS}/${unnamed}`)).status).toBe(204);
    const kept = await api.sql`
      select changed_by as by, change_reason as reason from consent where id in (${named}, ${unnamed}) order by by desc`;
    expect(kept).toEqual([
      { by: "customer", reason: "customer_stopped" },
      { by: "bank", reason: null },
    ]);
    const live = await authorised();
    for (const wrong of [{ initiator: "tpp" }, { reason: "\0" }, { reason: "x".repeat(301) }, "no JSON"]) {
      expect((await api.call("DELETE", `${CONSENTS}/${live}`, { body: wrong })).status).toBe(400);
    }
    expect((await api.consents.get(live))?.status).toBe("authorised");
  });

  test("revoke one is 204, again too; the tokens are gone", async () => {
    const id = await authorised();
    const grant = await withGrant(api.sql, id);
    const reply = await api.call("DELETE", `${CONSENTS}/${id}`);
    expect([reply.status, reply.body]).toEqual([204, ""]);
    expect(await api.sql`select 1 from artifact where grant_id = ${grant}`).toHaveLength(0);
    expect((await api.call("DELETE", `${CONSENTS}/${id}`)).status).toBe(204);
  });

  test("revoke what is unknown or was never authorised", async () => {
    expect((await api.call("DELETE", `${CONSENTS}/aac-none`)).status).toBe(404);
    expect((await api.call("DELETE", `${CONSENTS}/%00`)).status).toBe(404);
    const { id } = await api.newConsent();
    const { status, body } = await api.call("DELETE", `${CONSENTS}/${id}`);
    expect([status, body.error_code]).toEqual([422, "consent_not_usable"]);
  });

  test("revoke by client counts, takes comma-joined kinds, and never everyone", async () => {
    const clientId = "tpp-ends";
    await authorised({ clientId });
    await authorised({ clientId });
    await authorised({ clientId, type: "domestic_payment" });
    const bystander = await authorised();
    const end = (query: string) => api.call("DELETE", `${CONSENTS}?${query}`);
    expect((await end("")).status).toBe(400);
    expect((await end("client_id=")).status).toBe(400);
    expect((await end(`client_id=${clientId}&consent_types=holiday`)).status).toBe(400);
    const first = await end(`client_id=${clientId}&consent_types=account_access,file_payment`);
    expect([first.status, first.body]).toEqual([200, { number_of_consents_removed: 2 }]);
    expect((await end(`client_id=${clientId}`)).body).toEqual({ number_of_consents_removed: 1 });
    expect((await api.consents.get(bystander))?.status).toBe("authorised");
  });

  test("consume once", async () => {
    const id = await authorised({ type: "domestic_payment", request: { Data: { Initiation: {} }, Risk: {} } });
    const consume = (consentId = id) => api.call("POST", `${CONSENTS}/${consentId}/consume`);
    const done = await consume();
    expect([done.status, done.body.status]).toEqual([200, "Consumed"]);
    expect(done.body).not.toHaveProperty("Client");
    const again = await consume();
    expect([again.status, again.body.error_code]).toEqual([422, "consent_already_consumed"]);
    expect((await consume(await authorised())).body.error_code).toBe("consent_not_usable");
    expect((await consume("dpc-none")).status).toBe(404);
  });
});

test("the clients, and which of them are the bank's own", async () => {
  const { status, body } = await api.call("GET", "/api/system/default/clients/openbanking");
  expect(status).toBe(200);
  expect(body.clients).toMatchObject([
    {
      client_id: "tpp-beacon",
      client_name: "Budget Beacon",
      system: false,
      client_status: "active",
      tenant_id: "default",
    },
    { client_id: "bank", system: true, authorization_server_id: "openbanking" },
  ]);
});

describe("who may ask", () => {
  const clients = "/api/system/default/clients/openbanking";

  test("401 without a token, or with one of another certificate", async () => {
    const manage = ["manage_openbanking_consents"];
    for (const bearer of ["", "unknown", api.tokenOf("bank", manage)]) {
      const { status, body } = await api.call("POST", CONSENTS, { bearer, body: {} });
      expect([status, body.status_code]).toEqual([401, 401]);
    }
  });

  test("403 for a certificate that is not on the list, whatever its token", async () => {
    const bearer = api.tokenOf("tpp-beacon", ["manage_openbanking_consents", "view_clients"]);
    for (const path of [CONSENTS, clients]) {
      expect((await api.call("GET", path, { as: "tpp-beacon", bearer })).status).toBe(403);
    }
  });

  test("403 for a token of another scope", async () => {
    expect((await api.call("GET", CONSENTS, { bearer: api.tokenOf("app", ["view_clients"]) })).status).toBe(403);
    const manages = api.tokenOf("app", ["manage_openbanking_consents"]);
    expect((await api.call("GET", clients, { bearer: manages })).status).toBe(403);
  });

  test("the gateway reads a consent, reports orders and does nothing else", async () => {
    const as = { as: "bank", bearer: api.tokenOf("bank", ["manage_openbanking_consents"]) } as const;
    const id = await authorised({ type: "domestic_payment", request: { Data: { Initiation: {} }, Risk: {} } });
    expect((await api.call("DELETE", `${CONSENTS}/${id}`, as)).status).toBe(403);
    expect((await api.call("GET", CONSENTS, as)).status).toBe(403);
    expect((await api.call("GET", `${CONSENTS}/${id}`, as)).status).toBe(200);
    expect((await api.call("POST", `${CONSENTS}/${id}/suspend`, as)).status).toBe(403);
    expect((await api.call("POST", `${CONSENTS}/${id}/resume`, as)).status).toBe(403);
    expect((await api.call("POST", `${CONSENTS}/${id}/consume`, as)).status).toBe(200);
  });

  test("another tenant, another path: 404 in JSON", async () => {
    const { status, body } = await api.call("GET", CONSENTS.replace("default", "other"));
    expect([status, body]).toEqual([404, { status_code: 404, error: "not found" }]);
  });
});
