import { describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, anAccountAccess } from "~/domain/consent/builders";
import { CLUSTERS, linesFor } from "~/domain/permissions/clusters";
import { PERMISSIONS, type Permission } from "~/domain/permissions/permission";
import { type Example, NO_EXAMPLE } from "~/domain/preview/example";
import { asCustomerId } from "~/domain/shared/ids";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import { accessOf, question, saidIn } from "~/ui/consent-question/present.harness";
import type { Preview } from "~/use-cases/preview-own-data";
import { presentExample } from "./present-example";

const ME = asCustomerId("cus-1");
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
const on = new Date("2026-03-12T12:00:00Z");
const number = { scheme: "sort-code-account-number", identification: "20405012345678" } as const;

const example: Example = {
  transactions: [
    {
      bookedAt: on,
      direction: "out",
      amount: gbp(1_250n),
      party: "Harbour Books",
      text: "INVOICE JULY",
      balanceAfter: gbp(99_000n),
    },
    { bookedAt: on, direction: "in", amount: gbp(5n) },
  ],
  payees: [{ name: "Oakfield Lettings", number }],
  standingOrders: [{ amount: gbp(82_500n), on, number }],
  directDebits: [{ collector: "Northgrid Energy", last: gbp(6_110n), lastOn: on }],
  scheduledPayments: [{ amount: gbp(12_000n), on, number }],
  statements: [{ from: on, to: on, closing: gbp(1n) }],
  products: ["Everyday account"],
  offers: ["A higher limit"],
  parties: [
    { customer: ME, name: "Maria Silva", email: "maria@example.test", phone: "+44-7700900103" },
    { customer: asCustomerId("cus-2"), name: "Tomasz Silva" },
  ],
};

const account = aBankAccount({
  nickname: "Household",
  holders: [
    { customer: ME, name: "Maria Silva" },
    { customer: asCustomerId("cus-2"), name: "Tomasz Silva" },
  ],
});

function shown(
  cluster: Preview["cluster"],
  over: Partial<Preview> = {},
  permissions: readonly Permission[] = PERMISSIONS,
) {
  const access = anAccountAccess({ permissions: new Set(permissions) });
  const covers = linesFor(access.permissions)
    .filter((line) => line.cluster === cluster)
    .flatMap((line) => line.covers);
  const narrow = { ...access, permissions: new Set(covers) };
  const preview = { cluster, account, access: narrow, example, ...over };
  return presentExample(preview, { app: isolated("Budget Beacon"), customer: ME }, enGB);
}

const rowsOf = (view: ReturnType<typeof shown>) =>
  view.lines.flatMap(({ rows }) =>
    rows.map((row) => withoutIsolates([row.text, row.amount].filter(Boolean).join(" | "))),
  );

describe("P-05: an example in words", () => {
  test("says of which account, and that nobody else sees it", () => {
    const view = shown("transactions");
    expect(withoutIsolates(view.title)).toBe("From Household ••••3301");
    expect(withoutIsolates(view.note)).toContain("looking sends nothing to Budget Beacon.");
  });

  test("shortens names, and shows which way the money went", () => {
    expect(rowsOf(shown("transactions"))).toEqual([
      "12\u00a0March\u00a02026, Harbour B., INVOICE J., balance after it £990.00 | £12.50 out",
      "12\u00a0March\u00a02026 | £0.05 in",
    ]);
  });

  test("shows numbers by their last four digits", () => {
    expect(rowsOf(shown("regular-payments"))).toEqual([
      "Oakfield L., ••••5678",
      "next on 12\u00a0March\u00a02026, ••••5678 | £825.00",
      "12\u00a0March\u00a02026, ••••5678 | £120.00",
      "Northgrid E., last on 12\u00a0March\u00a02026 | £61.10",
    ]);
  });

  test("S-10: a screen reader says the digits, and no dots", () => {
    const view = shown("regular-payments");
    expect(withoutIsolates(view.spokenTitle)).toBe("From Household ending 3 3 0 1");
    const spoken = view.lines.flatMap(({ rows }) => rows.map((row) => row.spoken && withoutIsolates(row.spoken)));
    expect(spoken).toEqual([
      "Oakfield L., ending 5 6 7 8",
      "next on 12\u00a0March\u00a02026, ending 5 6 7 8",
      "12\u00a0March\u00a02026, ending 5 6 7 8",
      undefined,
    ]);
  });

  test("one’s own name is whole, the other holder’s is not", () => {
    expect(rowsOf(shown("contact-and-party"))).toEqual([
      "Maria Silva, m…@example.test, ••••0103",
      "Tomasz S.",
      "Maria Silva, m…@example.test, ••••0103",
    ]);
    expect(rowsOf(shown("account-details"))).toEqual([
      "Maria Silva, Tomasz S., ••••3301",
      "Household, Current account, British Pound",
      "Household | £1,234.56",
    ]);
  });

  test.each(CLUSTERS)("%s: the lines are those that are asked for, with the words of the page", (cluster) => {
    const lines = linesFor(new Set(PERMISSIONS)).filter((line) => line.cluster === cluster);
    expect(shown(cluster).lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
    expect(shown(cluster, {}, ["ReadAccountsBasic"]).lines.map(({ id }) => id)).toEqual(
      cluster === "account-details" ? ["accounts-basic"] : [],
    );
  });

  test("no account or card number is whole anywhere, and no other holder’s name", () => {
    const card = { ...account, number: { scheme: "card", identification: "4929420000001234" } as const };
    const all = CLUSTERS.map((cluster) => saidIn(shown(cluster, { account: card }))).join(" ");
    expect(all).not.toMatch(/20405012345678|12345678|4929420000001234|Tomasz Silva|7700900103|maria@/);
    expect(all).toContain("••••1234");
  });

  test("a bank that gives none is one quiet sentence", () => {
    const { example: _, ...none } = { cluster: "transactions", account, access: anAccountAccess(), example } as const;
    const view = presentExample(none, { app: "B", customer: ME }, enGB);
    expect(view).toMatchObject({ lines: [], failed: "We can’t show an example now. You can still answer." });
  });

  test("a group of which there is nothing says so", () => {
    const [line] = shown("statements", { example: NO_EXAMPLE }).lines;
    expect(line).toMatchObject({ rows: [], none: "There is nothing to show for this account." });
  });

  test("text of others is plain and isolated", () => {
    const hostile = { ...NO_EXAMPLE, payees: [{ name: "\u202Eevil\u0007 one" }, { name: "\u200B" }] };
    const rows = shown("regular-payments", { example: hostile }).lines[0]?.rows;
    expect(rows?.map(({ text }) => text)).toEqual([isolated("evil o.")]);
  });
});

describe("P-05: the page says that an example is open, and nothing of what is in it", () => {
  const request = aConsentRequest({ subject: anAccountAccess({ permissions: new Set(PERMISSIONS) }) });
  const clusters = (draft = {}) => accessOf(question({ request, draft: { chosen: [], ...draft } })).clusters;

  test("each group offers one", () => {
    expect(clusters().map(({ example }) => example)).toEqual(
      CLUSTERS.map((id) => ({ show: `example:${id}`, label: "Show me an example", isOpen: false })),
    );
  });

  test("the group of which one is shown is open, and offers to take it away", () => {
    const open = clusters({ example: "transactions" }).find(({ id }) => id === "transactions");
    expect(open).toMatchObject({ open: true, example: { show: "example:", label: "Hide the example", isOpen: true } });
  });
});
