import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountAccessRequest } from "./account-access-request.ts";
import { changedBody, validBody } from "./arbitrary-body.harness.ts";
import { domesticPaymentRequestV3 } from "./domestic-payment-request-v3.ts";
import { domesticPaymentRequestV4 } from "./domestic-payment-request-v4.ts";
import { compile, haveOpenApi, openApi, warnWithoutOpenApi } from "./openapi.harness.ts";

warnWithoutOpenApi();

/** Our schemas are written by hand; the published ones say whether they are right, in both directions. */
describe.skipIf(!haveOpenApi).each([
  ["v3.1", "aisp", "post /account-access-consents", accountAccessRequest["v3.1"]],
  ["v4.0", "aisp", "post /account-access-consents", accountAccessRequest["v4.0"]],
  ["v3.1", "pisp", "post /domestic-payment-consents", domesticPaymentRequestV3],
  ["v4.0", "pisp", "post /domestic-payment-consents", domesticPaymentRequestV4],
] as const)("%s %s %s", (version, group, operation, ours) => {
  const schema = haveOpenApi ? openApi(version, group).requestSchema(operation) : {};
  const published = compile(schema);

  test("whatever the standard admits is admitted", () => {
    fc.assert(
      fc.property(validBody(schema), (body) => {
        expect(published(body), JSON.stringify(published.errors)).toBe(true);
        expect(ours.safeParse(body).error?.issues).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  test("a body with one change is judged as the standard judges it", () => {
    fc.assert(
      fc.property(changedBody(validBody(schema)), (body) => {
        expect(ours.safeParse(body).success, JSON.stringify(published.errors)).toBe(published(body));
      }),
      { numRuns: 600 },
    );
  });
});
