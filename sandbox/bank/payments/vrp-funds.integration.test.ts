import { describe, expect, test } from "vitest";
import { API_VERSIONS } from "../gateway/api-version.ts";
import { expectToFitOpenApi, openApiIsHere } from "../testing/openapi.ts";
import { issueToken } from "../testing/tokens.ts";
import { consentOf } from "./kinds.harness.ts";
import { type Consented, described, refused, signature, world } from "./payments.harness.ts";

const kind = "domestic_vrp";
const FUNDS = "POST /domestic-vrp-consents/{ConsentId}/funds-confirmation";
described.push(["vrp", [FUNDS]]);

describe.each(API_VERSIONS)("%s: whether there is money for it", (version) => {
  const ask = async (
    vrp: Consented,
    Amount: string,
    change: { token?: string; sign?: boolean; ConsentId?: string; Currency?: string } = {},
  ) => {
    const { token = vrp.token, sign = true, ConsentId = vrp.consentId, Currency = "GBP" } = change;
    const body = JSON.stringify({ Data: { ConsentId, Reference: "SAVE", InstructedAmount: { Amount, Currency } } });
    return world.call(`/open-banking/${version}/pisp/domestic-vrp-consents/${vrp.consentId}/funds-confirmation`, {
      token,
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        ...(sign && { "x-jws-signature": await signature(body, "beacon") }),
      },
    });
  };
  const answer = async (response: Awaited<ReturnType<typeof ask>>) => {
    const { Data } = (await response.json()) as { Data: { FundsAvailableResult: { FundsAvailable: string } } };
    return [response.status, Data.FundsAvailableResult.FundsAvailable];
  };

  test("is answered with a word, signed both ways, of the token's own consent", async () => {
    const vrp = consentOf(kind, version);
    expect(await answer(await ask(vrp, "1.00"))).toEqual([201, "Available"]);
    expect(await answer(await ask(vrp, "999999.00"))).toEqual([201, "NotAvailable"]);
    expect((await ask(vrp, "1.00")).headers.get("x-jws-signature")).toMatch(/^[\w-]+\.\.[\w-]+$/);
    expect((await refused(await ask(vrp, "1.00", { sign: false })))[2]).toBe("x-jws-signature");
    expect((await refused(await ask(vrp, "1.00", { ConsentId: "another" })))[2]).toBe("Data.ConsentId");
    expect((await refused(await ask(vrp, "1.00", { Currency: "EUR" })))[2]).toBe("Data.InstructedAmount.Currency");
    expect((await ask(vrp, "1.00", { token: consentOf(kind, version).token })).status).toBe(403);
    const other = issueToken(world, { id: vrp.consentId, type: "domestic_payment", api_version: version });
    expect((await ask(vrp, "1.00", { token: other })).status).toBe(403);
  });

  test.skipIf(!openApiIsHere)("fits the official description", async () => {
    const vrp = consentOf(kind, version);
    for (const response of [
      await ask(vrp, "1.00"),
      await ask(vrp, "1.00", { sign: false }),
      await ask(vrp, "1", { token: "x" }),
    ]) {
      await expectToFitOpenApi(response, version, FUNDS);
    }
  });
});
