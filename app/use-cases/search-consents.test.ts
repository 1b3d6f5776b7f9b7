import { expect, test } from "vitest";
import { searchReadOf } from "~/domain/search/consent-filter";
import { asConsentId, asCustomerId, asStaffId } from "~/domain/shared/ids";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { ConsentSearch, SearchedBy } from "~/ports/consent-search";
import { searchConsents } from "./search-consents";

const GRACE = asCustomerId("cus-grace");
const WHO = { staff: asStaffId("stf-1"), correlationId: "c" };

/** One consent of Grace's, whatever is asked. */
function world() {
  const logged: SearchedBy[] = [];
  const consent = { id: asConsentId("aac-00000001"), customer: GRACE } as RegisteredConsent;
  const search: ConsentSearch = {
    consentsBeginning: async (text) => (consent.id.startsWith(text) ? [consent.id] : []),
    customersBeginning: async (text) => (GRACE.startsWith(text) ? [GRACE] : []),
    customersNamed: async ([part]) => (part === "grace" ? [GRACE] : []),
    clients: async () => [],
    namesOf: async (customers) => new Map(customers.map((customer) => [customer, "Grace Okoye"])),
    page: async () => ({ consents: [consent] }),
    count: async () => 1,
    searchedBy: async (by) => {
      logged.push(by);
    },
  };
  const look = (query: string) => {
    const read = searchReadOf(new URLSearchParams(query));
    if (!read) throw new Error("no address of ours");
    return searchConsents({ search })(read.asked, WHO);
  };
  return { look, logged };
}

test.each(["customer=cus-grace", "account=acc-1", "q=cus-grace", "q=grace"])(
  "A-01: who looked for %s stands in evidence, from whatever place in the list they begin",
  async (query) => {
    const { look, logged } = world();
    await look(query);
    expect(logged).toHaveLength(1);
    // Before everything, and behind everything: each is the first page to whoever writes it into the address.
    await look(`${query}&after=99999999999999999.x`);
    await look(`${query}&before=1.x`);
    expect(logged).toHaveLength(3);
  },
);

test.each(["status=authorised", "tpp=tpp-1", "q=aac-00000001", ""])(
  "A-01: a list that nobody is looked for in (%s) names no customer, for nothing says who looked",
  async (query) => {
    const { look, logged } = world();
    const { names } = await look(query);
    expect(names.size).toBe(0);
    expect(logged).toEqual([]);
  },
);

test("A-01: of whom was looked for, the names are there", async () => {
  expect((await world().look("q=grace")).names.get(GRACE)).toBe("Grace Okoye");
});
