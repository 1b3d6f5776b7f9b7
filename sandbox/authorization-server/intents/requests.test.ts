import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONSENT_KINDS, CONSENT_TYPES } from "../consents/consent-kinds.ts";
import { changedBody, validBody } from "./arbitrary-body.harness.ts";
import { INTENT_KINDS } from "./kinds/index.ts";
import { compile, fileOf, haveOpenApi, openApi, warnWithoutOpenApi } from "./openapi.harness.ts";

warnWithoutOpenApi();

/** Our schemas are written by hand; the published ones say whether they are right, in both directions. */
describe
  .skipIf(!haveOpenApi)
  .each(
    CONSENT_TYPES.flatMap((type) => [["v3.1", type] as const, ["v4.0", type] as const]).filter(
      ([, type]) => INTENT_KINDS[type],
    ),
  )("%s %s", (version, type) => {
  const resource = CONSENT_KINDS[type].resource.split("/")[1] as string;
  const ours = INTENT_KINDS[type].request[version];
  const schema = haveOpenApi ? openApi(version, fileOf(resource)).requestSchema(`post /${resource}`) : {};
  const published = compile(schema);

  test("whatever the standard admits is admitted", () => {
    fc.assert(
      fc.property(validBody(schema), (body) => {
        expect(published(body), JSON.stringify(published.errors)).toBe(true);
        expect(ours.safeParse(body).error?.issues).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("a body with one change is judged as the standard judges it", () => {
    fc.assert(
      fc.property(changedBody(validBody(schema)), (body) => {
        expect(ours.safeParse(body).success, JSON.stringify(published.errors)).toBe(published(body));
      }),
      { numRuns: 600 },
    );
  }, 60_000);
});
