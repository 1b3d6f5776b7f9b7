import { expect, test } from "vitest";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { ConsentSearch } from "~/ports/consent-search";
import { understandSearch } from "./understand-search";

const many = Array.from({ length: 101 }, (_, nth) => asCustomerId(`cus-1${nth}`));
const search = {
  consentsBeginning: async (text: string) =>
    ["aac-00000001", "aac-000000012"].filter((id) => id.startsWith(text)).map(asConsentId),
  customersBeginning: async (text: string) => (text === "cus-1" ? [asCustomerId("cus-1"), ...many].slice(0, 101) : []),
  customersNamed: async ([part]: readonly string[]) =>
    part === "smith" ? many : part === "beacon" ? many.slice(0, 2) : [],
  clients: async () => [{ clientId: asClientId("tpp-1"), name: "Budget Béacon" }],
} as unknown as ConsentSearch;
const understood = (text: string, as?: "name") =>
  understandSearch({ search })({ kinds: [], statuses: [], text, ...(as && { as }) });

test("A-01: what it is taken for first, and what else it can be", async () => {
  const found = await understood("beacon");
  expect(found.taken).toEqual({ sense: "tpp", count: 1 });
  expect(found.meanings.map(({ sense }) => sense)).toEqual(["tpp", "name"]);
  expect(found.found).toMatchObject({ clients: ["tpp-1"] });
  expect((await understood("beacon", "name")).found).toMatchObject({ customers: many.slice(0, 2) });
});

test("a whole id is the one that has it, however many begin so", async () => {
  expect((await understood("cus-1")).found).toMatchObject({ customers: ["cus-1"] });
  expect(await understood("aac-00000001")).toMatchObject({
    exactly: "aac-00000001",
    found: { consents: ["aac-00000001"] },
  });
  expect((await understood("aac-0000000")).found).toMatchObject({ consents: ["aac-00000001", "aac-000000012"] });
});

test("more than a hundred are no answer, and nothing is nothing", async () => {
  expect((await understood("smith")).found).toBe("too-many");
  expect((await understood("zz")).found).toBe("nothing");
});
