import { describe, expect, test } from "vitest";
import { asConsentId, asCustomerId, type ConsentId } from "~/domain/shared/ids";
import type { RegisteredConsent } from "~/ports/consent-register";
import { aRegisteredConsent } from "./own-consent.builders";
import { viewOwnConsent } from "./view-own-consent";

const CUSTOMER = asCustomerId("cus-1");
const [earlier, later] = [asConsentId("aac-1"), asConsentId("aac-2")];

const nothing = async () => [];
const none = async () => new Map();

/** @param whose the consent is that took the place of the earlier one. */
const world = (whose: string, removeAccount = true, ...more: readonly RegisteredConsent[]) => {
  const consents = [
    ...more,
    aRegisteredConsent(undefined, { id: earlier, status: "revoked", reason: "superseded", supersededBy: later }),
    aRegisteredConsent(undefined, { id: later, customer: asCustomerId(whose) }),
  ];
  return viewOwnConsent({
    register: {
      find: async (id: ConsentId, by) =>
        consents.find((each) => each.id === id && each.customer === (typeof by === "object" ? by.customer : undefined)),
      versionsOf: nothing,
    },
    answers: { of: nothing, pageOf: async () => undefined, subjectsOf: none },
    changes: { underWay: none },
    told: { of: nothing },
    access: { summaryOf: none, clustersOf: nothing },
    facts: { of: none },
    suspensions: { denialsOf: nothing },
    waiting: { awaitedFor: none },
    authorizationServer: { capabilities: { removeAccount } },
    bank: {
      accountsOf: nothing,
      vrpUseOf: async () => undefined,
      paymentsOf: async () => undefined,
      fundsAnswersOf: async () => undefined,
    },
  });
};

describe("P-11, C-07: what took the place of a consent", () => {
  test("is named to its own customer, and to nobody else", async () => {
    const context = { correlationId: "one" };
    expect(await world("cus-1")(earlier, CUSTOMER, context)).toMatchObject({ successor: later });
    expect(await world("cus-2")(earlier, CUSTOMER, context)).not.toHaveProperty("successor");
  });
});

describe("D-08: whether one account can leave from here", () => {
  const both = { accountIds: ["acc-1", "acc-2"] };
  test.each([
    ["one of two", both, true, true],
    ["the only one", {}, true, false],
    ["of what is paused", { ...both, status: "suspended", suspendedBy: "customer" }, true, false],
    ["where the authorization server cannot", both, false, false],
  ] as const)("%s", async (_, over, removeAccount, canRemoveAccount) => {
    const id = asConsentId("aac-3");
    const view = world("cus-1", removeAccount, aRegisteredConsent(undefined, { id, ...over }));
    expect(await view(id, CUSTOMER, { correlationId: "one" })).toMatchObject({ canRemoveAccount });
  });
});
