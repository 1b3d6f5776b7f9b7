import { expect, test } from "vitest";
import { parseScope, REVOCATION_SCOPES } from "./revocation-scope";

test.each(["GB29NWBK60161331926819", "gb29nwbk60161331926819", "DE89370400440532013000"])(
  "A-04: an IBAN (%s) names nothing: it is to be in no table and no address of ours",
  (iban) => {
    for (const by of REVOCATION_SCOPES) expect(parseScope(by, iban)).toBeUndefined();
  },
);

test("A-04: an id that only looks like an IBAN is one", () => {
  expect(parseScope("tpp", "Ab12CdEfGhIjKlMnOpQrSt")).toEqual({ by: "tpp", client: "Ab12CdEfGhIjKlMnOpQrSt" });
});

test.each(["acc-77", "22289", "0123456789012345"])("A-04: the bank's own id of an account (%s) is one", (account) => {
  expect(parseScope("account", account)).toEqual({ by: "account", account });
});

test.each(["", "a b", "x\u0000", "x".repeat(129), "\u202Ex"])("I-03: %j names nothing", (of) => {
  for (const by of REVOCATION_SCOPES) expect(parseScope(by, of)).toBeUndefined();
});
