import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { searchReadOf } from "~/domain/search/consent-filter";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { RegisteredConsent } from "~/ports/consent-register";
import { ConsentList } from "~/ui/admin/consent-list";
import { presentList } from "./present";
import type { SearchInput } from "./search-input";

const CUSTOMER = asCustomerId("cus-1");

const aConsent = (over: Partial<RegisteredConsent> = {}): RegisteredConsent => ({
  id: asConsentId("aac-1"),
  clientId: asClientId("beacon"),
  clientName: "Budget Beacon",
  kind: "account-access",
  customer: CUSTOMER,
  status: "authorised",
  reason: "customer-approved",
  version: 2,
  accountIds: ["acc-1"],
  createdAt: new Date("2026-03-14T10:05:00Z"),
  changedAt: new Date("2026-03-14T10:06:00Z"),
  ...over,
});

const found = (over: Partial<SearchInput> = {}): SearchInput => ({
  meanings: [],
  found: {},
  clients: [{ clientId: asClientId("beacon"), name: "Budget Beacon" }],
  page: { consents: [aConsent()] },
  count: 1,
  names: new Map([[CUSTOMER, "Grace Okoye"]]),
  ...over,
});

function viewOf(query: string, input: SearchInput, looked: string | null = null) {
  const read = searchReadOf(new URLSearchParams(query));
  if (!read) throw new Error("unread");
  return presentList({ read, found: input, look: undefined, saved: [], mayExport: true, mayRevoke: true, looked });
}
const drawn = (...of: Parameters<typeof viewOf>) =>
  renderToStaticMarkup(<ConsentList view={viewOf(...of)} nonce="n" />);

describe("what the list says of itself", () => {
  test("what was understood, and what else it can be", () => {
    const name = { sense: "name", count: 1 } as const;
    const view = viewOf("q=grace", found({ meanings: [{ sense: "tpp", count: 2 }, name], taken: name }));
    expect(view.chips).toEqual([{ words: "of customers named like", value: "grace", without: "/admin/consents" }]);
    expect(view.also).toEqual([{ label: "2 TPPs called so", href: "/admin/consents?q=grace&as=tpp" }]);
    expect(view.counted).toBe("1 consent");
    expect(view.save).toMatchObject({ can: false });
  });

  test("each part of the sentence can be taken away, and only that", () => {
    const view = viewOf(
      "tpp=beacon&kind=account-access&status=authorised&status=suspended&ends-to=2026-12-31",
      found(),
    );
    expect(view.chips).toEqual([
      { words: "of TPP", value: "Budget Beacon", without: expect.not.stringContaining("tpp=") },
      { words: "for Account access", without: expect.not.stringContaining("kind=") },
      { words: "that are Live or Held", without: expect.not.stringContaining("status=") },
      { words: "that end until 2026-12-31", without: expect.not.stringContaining("ends-") },
    ]);
    expect(view.save).toMatchObject({ can: true });
  });

  test("a capped count, one that took too long, and what is too wide", () => {
    expect(viewOf("", found({ count: 10_000 })).counted).toBe("10,000+ consents");
    const { count: _, ...uncounted } = found();
    expect(viewOf("", uncounted).counted).toBe("Too many to count in time");
    const wide = viewOf("status=suspended", found({ page: "too-wide" }));
    expect(wide).toMatchObject({ counted: "Not listed", rows: [] });
    expect(wide.exportHref).toBeUndefined();
  });

  test("a word in the address that is none of ours says nothing", () => {
    for (const looked of ["constructor", "__proto__", "<b>"]) expect(viewOf("", found(), looked).notices).toEqual([]);
  });
});

/** The tags of a page in their order, with nothing of what they say. */
const skeleton = (html: string) => html.replace(/="[^"]*"/g, "").replace(/>[^<]*</g, "><");

describe("C-02: what others wrote is text, and apart from ours", () => {
  const pageWith = (text: string) => {
    const name = plainText(text) ?? "nobody";
    const page = { consents: [aConsent({ clientName: text })] };
    const clients = [{ clientId: asClientId("beacon"), name }];
    const taken = { sense: "tpp", count: 1 } as const;
    const query = new URLSearchParams({ q: `x${text.slice(0, 150)}`, tpp: "beacon" }).toString();
    return drawn(query, found({ page, clients, meanings: [taken], taken, names: new Map([[CUSTOMER, name]]) }));
  };
  const plain = skeleton(pageWith("Budget Beacon"));

  test.each(HOSTILE_CORPUS.map((text) => [text.slice(0, 60), text]))("%j", (_, text) => {
    const html = pageWith(text);
    expect(skeleton(html)).toBe(plain);
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F]/);
    expect(html).not.toMatch(/(?:href|action|src)="(?!\/admin|#)/);
  });
});
