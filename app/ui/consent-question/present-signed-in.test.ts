import { expect, test } from "vitest";
import { aBankAccount, aConsentRequest } from "~/domain/consent/builders";
import { asCustomerId } from "~/domain/shared/ids";
import { enGB } from "~/i18n/en-GB/index";
import { presentSignedIn } from "./present-signed-in";

const request = aConsentRequest({ loginRepeatable: true });
const held = (...holders: readonly (readonly [customer: string, name: string])[]) => ({
  account: aBankAccount({ holders: holders.map(([customer, name]) => ({ customer: asCustomerId(customer), name })) }),
});

test("who logged in is said by the name that the bank has of that very customer, with the way to be somebody else", () => {
  const offered = [held(["cus-2", "Tomasz Silva"], [request.customer, "Maria\u202e Silva"])];
  expect(presentSignedIn({ request, offered }, enGB)).toEqual({
    signedIn: { as: "Signed in as \u2068Maria Silva\u2069.", other: "Not you? Sign in as someone else" },
  });
});

test.each([
  ["the bank tells no account", []],
  ["the bank names others alone", [held(["cus-2", "Tomasz Silva"])]],
  ["the name cannot be seen", [held([request.customer, "\u200b"])]],
])("nothing is said where %s", (_, offered) => {
  expect(presentSignedIn({ request, offered }, enGB)).toEqual({});
});

test("nor where the authorization server cannot let somebody else log in", () => {
  const offered = [held([request.customer, "Grace Okoye"])];
  expect(presentSignedIn({ request: aConsentRequest(), offered }, enGB)).toEqual({});
});
