import { describe, expect, test } from "vitest";
import { asAccountId } from "~/domain/shared/ids";
import { acceptanceOf } from "./acp-acceptance";
import { authenticationIn } from "./acp-authentication";

const read = (context: unknown) => authenticationIn({ authentication_context: context } as never).authentication;

describe("P-23: how the customer logged in, in the words of that API", () => {
  test.each([
    ["amr in one text", "pwd otp"],
    ["amr in a list", ["pwd", "otp"]],
  ])("is read, with %s", (_, amr) => {
    expect(read({ sub: "cus-1", acr: "urn:openbanking:psd2:sca", amr, auth_time: 1_773_482_400 })).toEqual({
      acr: "urn:openbanking:psd2:sca",
      amr: ["pwd", "otp"],
      authTime: new Date("2026-03-14T10:00:00Z"),
    });
  });

  test.each([
    ["nothing", undefined, undefined],
    ["no map", "sca", undefined],
    ["an empty map", {}, { amr: [] }],
    ["a time in text", { auth_time: "1773482400" }, { amr: [], authTime: new Date("2026-03-14T10:00:00Z") }],
    ["a time that is none", { acr: "x", auth_time: "yesterday" }, { acr: "x", amr: [] }],
    ["a time beyond all calendars", { auth_time: 9e15 }, { amr: [] }],
    ["an acr that is none", { acr: 1, amr: 2 }, { amr: [] }],
  ])("%s is as good as not said", (_, context, authentication) => {
    expect(read(context)).toEqual(authentication);
  });
});

describe("P-22: a yes in the words of that API", () => {
  const yes = { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: ["openid"] } as const;
  const plain = { account_ids: ["acc-1"], granted_scopes: ["openid"] };

  test("without a factor says nothing of one", () => {
    expect(acceptanceOf(yes)).toEqual(plain);
  });

  test.each([
    ["passkey", "hwk"],
    ["code", "otp"],
  ] as const)("with a %s says what it was and when", (by, method) => {
    const confirmed = { by, at: "2026-03-14T10:00:00.900Z", challenge: "c" };
    expect(acceptanceOf({ ...yes, confirmed })).toEqual({
      ...plain,
      authentication: { acr: "urn:openbanking:psd2:sca", amr: ["pwd", method, "mfa"], auth_time: 1_773_482_400 },
    });
  });
});
