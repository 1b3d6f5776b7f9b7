import { expect, test } from "vitest";
import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { aConsentRequest, aDomesticPayment, anAccountAccess } from "~/domain/consent/builders";
import { asClientId } from "~/domain/shared/ids";
import type { AppDenial } from "~/domain/tpp/suspension";
import { holdBackSuspended } from "./hold-back-suspended";

const standing = async (
  subject: ReturnType<typeof anAccountAccess> | ReturnType<typeof aDomesticPayment>,
  denials: readonly AppDenial[],
) => {
  const authorizationServer = createInMemoryAuthorizationServer();
  const request = aConsentRequest({ subject });
  const { clientId } = request.requester;
  const held = holdBackSuspended({
    authorizationServer,
    suspensions: { denialsOf: async (client) => denials.map((denial) => ({ ...denial, clientId: client })) },
  });
  const described = await held.describe(authorizationServer.handOff(request), { correlationId: "c" });
  expect(described.request.requester.clientId).toBe(clientId);
  return described.request.requester.standing;
};

const clientId = asClientId("any");

test.each([
  ["nothing", [], undefined, undefined],
  ["new consents", [{ clientId, effect: "new-consents" }], "suspended", "suspended"],
  ["payments", [{ clientId, effect: "payments" }], undefined, "suspended"],
  ["all access", [{ clientId, effect: "all-access" }], "suspended", "suspended"],
  ["one role of it", [{ clientId, effect: "new-consents", role: "account-information" }], "suspended", undefined],
  [
    "by its register",
    [{ clientId, effect: "new-consents", role: "account-information", by: "register" }],
    "barred",
    undefined,
  ],
  [
    "by its register and by the bank",
    [
      { clientId, effect: "all-access" },
      { clientId, effect: "new-consents", role: "payment-initiation", by: "register" },
    ],
    "suspended",
    "barred",
  ],
  [
    "both roles",
    [
      { clientId, effect: "new-consents", role: "account-information" },
      { clientId, effect: "new-consents", role: "payment-initiation" },
    ],
    "suspended",
    "suspended",
  ],
] as const)("A-05, A-06: an app that is denied %s asks nobody for that", async (_, denials, access, payment) => {
  expect(await standing(anAccountAccess(), denials)).toBe(access);
  expect(await standing(aDomesticPayment(), denials)).toBe(payment);
});
