import { expect, test } from "vitest";
import { requestFrom } from "./acp-request";
import { consentViewSchema } from "./acp-wire";

const asked = (over: object) =>
  requestFrom(
    consentViewSchema.parse({
      consent_id: "aac-2",
      type: "account_access",
      status: "AwaitingAuthorisation",
      client_id: "tpp-beacon",
      subject: "cus-1",
      account_access_consent: { Permissions: ["ReadBalances"] },
      ...over,
    }),
    "account-access",
  );

test("P-24: a request from another screen says what that one shows; a server that says nothing has none", () => {
  expect(asked({ decoupled: { binding_message: "K7-42" } }).otherScreen).toEqual({ shows: "K7-42" });
  expect(asked({ decoupled: {} }).otherScreen).toEqual({ shows: undefined });
  for (const none of [{}, { decoupled: null }]) expect(asked(none)).not.toHaveProperty("otherScreen");
});
