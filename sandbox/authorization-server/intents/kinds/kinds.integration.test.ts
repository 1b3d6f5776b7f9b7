import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiVersion } from "../../consents/consent.ts";
import { CONSENT_KINDS, CONSENT_TYPES, type ConsentType, isLasting } from "../../consents/consent-kinds.ts";
import { type RunningIntentApi, startIntentApi } from "../intent-api.harness.ts";
import { warnWithoutOpenApi } from "../openapi.harness.ts";
import { aRequest, PAYEE, withMember } from "./requests.builder.ts";

let api: RunningIntentApi;
let token: string;

beforeAll(async () => {
  warnWithoutOpenApi();
  api = await startIntentApi();
  token = api.tokenOf("tpp-beacon", ["accounts", "payments", "fundsconfirmations"]);
});
afterAll(() => api?.close());

const signed = (type: ConsentType) => CONSENT_KINDS[type].scope === "payments";
const path = (type: ConsentType, version: ApiVersion) => `${version}/${CONSENT_KINDS[type].resource}`;
const create = (type: ConsentType, version: ApiVersion, key: string = randomUUID(), body = aRequest(type, version)) =>
  api.call({
    method: "POST",
    path: path(type, version),
    token,
    body,
    ...(signed(type) && { sign: true, headers: { "x-idempotency-key": key } }),
  });
const item = (type: ConsentType, version: ApiVersion, id: string, method = "GET") =>
  api.call({ method, path: `${path(type, version)}/${id}`, token });

/** The harness checks every answer against the published description of its resource. */
describe.each(CONSENT_TYPES.flatMap((type) => [[type, "v3.1"] as const, [type, "v4.0"] as const]))(
  "%s %s",
  (type, version) => {
    test("is made, told as it was sent, and read", async () => {
      const made = await create(type, version);
      expect(made.status, made.text).toBe(201);
      const { ConsentId } = made.body.Data;
      expect(ConsentId).toMatch(new RegExp(`^${CONSENT_KINDS[type].idPrefix}-`));
      const sent = JSON.parse(JSON.stringify(aRequest(type, version)));
      expect(Object.keys(made.body.Data.Initiation ?? {})).toEqual(Object.keys(sent.Data.Initiation ?? {}));
      expect(made.body.Links.Self).toBe(`https://as.test/open-banking/${path(type, version)}/${ConsentId}`);
      const got = await item(type, version, ConsentId);
      expect([got.status, got.body]).toEqual([200, made.body]);
      expect(got.headers.has("x-jws-signature")).toBe(signed(type));
    });

    test("is deleted where it lasts, and changed nowhere", async () => {
      const { ConsentId } = (await create(type, version)).body.Data;
      const deleted = await item(type, version, ConsentId, "DELETE");
      expect(deleted.status).toBe(isLasting(type) ? 204 : 405);
      expect((await item(type, version, ConsentId)).status).toBe(isLasting(type) ? 400 : 200);
      for (const method of ["PUT", "PATCH"]) {
        expect((await item(type, version, ConsentId, method)).status).toBe(405);
      }
    });

    test("wants its own scope", async () => {
      const others = ["accounts", "payments", "fundsconfirmations"].filter(
        (scope) => scope !== CONSENT_KINDS[type].scope,
      );
      const { status } = await api.call({
        method: "GET",
        path: `${path(type, version)}/x`,
        token: api.tokenOf("tpp-beacon", others),
      });
      expect(status).toBe(403);
    });

    test.runIf(CONSENT_KINDS[type].scope === "payments")("is made once for each idempotency key", async () => {
      const key = randomUUID();
      const body = aRequest(type, version);
      const [first, again] = [await create(type, version, key, body), await create(type, version, key, body)];
      expect(again.body).toEqual(first.body);
      const other = withMember(body, "Data.Initiation.DebtorAccount", PAYEE);
      expect((await create(type, version, key, other)).status).toBe(400);
    });
  },
);
