import { expect, test } from "vitest";
import { CONSENT_KINDS } from "../consent-kinds/index";
import { type ConsentFilter, searchReadOf } from "../search/consent-filter";
import { canBeLive, isOfEverything, NAMED_SCOPES, parseScope } from "./revocation-scope";

test.each(["GB29NWBK60161331926819", "gb29nwbk60161331926819", "DE89370400440532013000"])(
  "A-04: an IBAN (%s) names nothing: it is to be in no table and no address of ours",
  (iban) => {
    for (const by of NAMED_SCOPES) expect(parseScope(by, iban)).toBeUndefined();
  },
);

test("A-04: an id that only looks like an IBAN is one", () => {
  expect(parseScope("tpp", "Ab12CdEfGhIjKlMnOpQrSt")).toEqual({ by: "tpp", client: "Ab12CdEfGhIjKlMnOpQrSt" });
});

test.each(["acc-77", "22289", "0123456789012345"])("A-04: the bank's own id of an account (%s) is one", (account) => {
  expect(parseScope("account", account)).toEqual({ by: "account", account });
});

test.each(["", "a b", "x\u0000", "x".repeat(129), "\u202Ex"])("I-03: %j names nothing", (of) => {
  for (const by of NAMED_SCOPES) expect(parseScope(by, of)).toBeUndefined();
});

const filterOf = (query: string): ConsentFilter => {
  const read = searchReadOf(new URLSearchParams(query));
  if (!read) throw new Error("unread");
  return read.asked.filter;
};

test.each(["", "status=authorised", "status=authorised&status=suspended", `kind=${CONSENT_KINDS.join("&kind=")}`])(
  "I-03: a search for %j leaves nobody out",
  (query) => {
    expect(isOfEverything(filterOf(query))).toBe(true);
  },
);

test.each(["q=tally", "customer=cus-1", "account=acc-1", "tpp=t", "kind=file-payment", "ends-to=2027-01-31"])(
  "A-04: a search for %j is of some",
  (query) => {
    expect(isOfEverything(filterOf(`${query}&status=authorised`))).toBe(false);
  },
);

test.each([
  ["", true],
  ["status=suspended&status=revoked", true],
  ["status=revoked&status=partially-authorised", false],
])("A-04: whether what %j finds can be ended: %s", (query, can) => {
  expect(canBeLive(filterOf(query))).toBe(can);
});
