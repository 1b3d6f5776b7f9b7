import { expect, test } from "vitest";
import { aStop } from "./builders";
import { securityEvent } from "./security-event";
import { tppEventsOf } from "./tpp-events";

const issuing = {
  issuer: "https://consent.bank.example",
  resourceBaseUrl: "https://api.bank.example",
  id: "7b2c2f0a-55b0-4e3c-9a0a-0d0f5a3c9b11",
  at: new Date("2027-03-14T18:00:00.250Z"),
};
const RTY = "http://openbanking.org.uk/rty";
const tokenFor = (apiVersion: string, change = aStop()) => {
  const subscription = { apiVersion };
  return securityEvent(change, tppEventsOf(change, subscription), subscription, issuing);
};

test("a stopped account access, claim by claim", () => {
  const link = (version: string) =>
    `https://api.bank.example/open-banking/${version}/aisp/account-access-consents/aac-1`;
  expect(tokenFor("3.1")).toEqual({
    iss: "https://consent.bank.example",
    iat: 1805047200,
    jti: "7b2c2f0a-55b0-4e3c-9a0a-0d0f5a3c9b11",
    aud: "tpp-beacon",
    sub: link("v3.1"),
    txn: "c4405450-febe-11e8-80a5-0fcebb157400",
    toe: 1805047198,
    events: {
      "urn:uk:org:openbanking:events:consent-authorization-revoked": {
        reason: "CustomerRequest",
        subject: {
          subject_type: "http://openbanking.org.uk/rid_http://openbanking.org.uk/rty",
          "http://openbanking.org.uk/rid": "aac-1",
          [RTY]: "account-access-consents",
          "http://openbanking.org.uk/rlk": [
            { version: "v3.1", link: link("v3.1") },
            { version: "v4.0", link: link("v4.0") },
          ],
        },
      },
    },
  });
});

test("one token holds all events of a change, and its subject is of the subscription's version", () => {
  const token = tokenFor("4.0", aStop({ kind: "domestic-payment" }));
  expect(token["sub"]).toBe("https://api.bank.example/open-banking/v4.0/pisp/domestic-payment-consents/aac-1");
  expect(token["events"]).toMatchObject({
    "urn:uk:org:openbanking:events:resource-update": { subject: { [RTY]: "domestic-payment-consents" } },
    "urn:uk:org:openbanking:events:consent-authorization-revoked": { subject: { [RTY]: "domestic-payment-consents" } },
  });
});

test("an account that left is told in the words of its own event", () => {
  const left = aStop({ move: "drop-account", to: "authorised", by: "system", reason: "cass-switch" });
  expect(tokenFor("4.0", left)["events"]).toMatchObject({
    "urn:uk:org:openbanking:events:account-access-consent-linked-account-update": {
      reason: "UK.OBIE.CASS",
      subject: { [RTY]: "account-access-consent" },
    },
  });
});

test("nothing in it is about the customer", () => {
  expect(JSON.stringify(tokenFor("4.0"))).not.toMatch(/cus-1/);
});
