import type { Permission } from "./permission";

/** The six groups in which customers are shown data (Customer Experience Guidelines, data clusters). */
export const CLUSTERS = [
  "account-details",
  "transactions",
  "regular-payments",
  "statements",
  "features-and-benefits",
  "contact-and-party",
] as const;

export type Cluster = (typeof CLUSTERS)[number];

/**
 * One sentence that a customer can be shown, and the codes it stands for. Together the lines of a request stand for
 * exactly the codes asked for (C-06): Detail absorbs Basic (U-06), and the direction of transactions is part of their
 * line because `Credits` and `Debits` mean nothing alone.
 */
export interface PermissionLine {
  readonly id: LineId;
  readonly cluster: Cluster;
  readonly covers: readonly Permission[];
}

export type LineId =
  | "accounts-basic"
  | "accounts-detail"
  | "balances"
  | "card-number"
  | "beneficiaries-basic"
  | "beneficiaries-detail"
  | "standing-orders-basic"
  | "standing-orders-detail"
  | "direct-debits"
  | "scheduled-payments-basic"
  | "scheduled-payments-detail"
  | `transactions-${"basic" | "detail"}-${Direction}`
  | "statements-basic"
  | "statements-detail"
  | "products"
  | "offers"
  | "party-holders"
  | "party-self";

type Direction = "in" | "out" | "both";

/** What the customer is told the TPP will not see. */
export type WithheldId =
  | "account-numbers"
  | "balances"
  | "card-number"
  | "saved-payees"
  | "payee-accounts"
  | "standing-orders"
  | "direct-debits"
  | "scheduled-payments"
  | "transactions"
  | "counterparties"
  | "money-in"
  | "money-out"
  | "statements"
  | "products"
  | "offers"
  | "party-holders"
  | "party-self";

interface Pair {
  readonly basic: Permission;
  readonly detail: Permission;
  readonly line: "accounts" | "beneficiaries" | "standing-orders" | "scheduled-payments" | "statements";
  readonly cluster: Cluster;
}

const PAIRS: readonly Pair[] = [
  { basic: "ReadAccountsBasic", detail: "ReadAccountsDetail", line: "accounts", cluster: "account-details" },
  {
    basic: "ReadBeneficiariesBasic",
    detail: "ReadBeneficiariesDetail",
    line: "beneficiaries",
    cluster: "regular-payments",
  },
  {
    basic: "ReadStandingOrdersBasic",
    detail: "ReadStandingOrdersDetail",
    line: "standing-orders",
    cluster: "regular-payments",
  },
  {
    basic: "ReadScheduledPaymentsBasic",
    detail: "ReadScheduledPaymentsDetail",
    line: "scheduled-payments",
    cluster: "regular-payments",
  },
  { basic: "ReadStatementsBasic", detail: "ReadStatementsDetail", line: "statements", cluster: "statements" },
];

const SINGLES: readonly (PermissionLine & { readonly covers: readonly [Permission] })[] = [
  { id: "balances", cluster: "account-details", covers: ["ReadBalances"] },
  { id: "card-number", cluster: "account-details", covers: ["ReadPAN"] },
  { id: "direct-debits", cluster: "regular-payments", covers: ["ReadDirectDebits"] },
  { id: "products", cluster: "features-and-benefits", covers: ["ReadProducts"] },
  { id: "offers", cluster: "features-and-benefits", covers: ["ReadOffers"] },
  { id: "party-holders", cluster: "contact-and-party", covers: ["ReadParty"] },
  { id: "party-self", cluster: "contact-and-party", covers: ["ReadPartyPSU"] },
];

/** The lines for `permissions`, by cluster in reading order. Their `covers` are exactly `permissions`, as sets. */
export function linesFor(permissions: ReadonlySet<Permission>): readonly PermissionLine[] {
  const lines: PermissionLine[] = [];
  for (const { basic, detail, line, cluster } of PAIRS) {
    const covers = [basic, detail].filter((code) => permissions.has(code));
    if (covers.length === 0) continue;
    lines.push({ id: `${line}-${permissions.has(detail) ? "detail" : "basic"}`, cluster, covers });
  }
  for (const single of SINGLES) if (permissions.has(single.covers[0])) lines.push(single);
  const transactions = transactionLine(permissions);
  if (transactions) lines.push(transactions);
  return CLUSTERS.flatMap((cluster) => lines.filter((line) => line.cluster === cluster));
}

function transactionLine(permissions: ReadonlySet<Permission>): PermissionLine | undefined {
  const codes = (
    ["ReadTransactionsBasic", "ReadTransactionsDetail", "ReadTransactionsCredits", "ReadTransactionsDebits"] as const
  ).filter((code) => permissions.has(code));
  if (codes.length === 0) return undefined;
  const depth = permissions.has("ReadTransactionsDetail") ? "detail" : "basic";
  const credits = permissions.has("ReadTransactionsCredits");
  const debits = permissions.has("ReadTransactionsDebits");
  const direction: Direction = credits === debits ? "both" : credits ? "in" : "out";
  return { id: `transactions-${depth}-${direction}`, cluster: "transactions", covers: codes };
}

interface Withheld {
  readonly id: WithheldId;
  /** Whatever lets the TPP see it, in full or in part: what can be read elsewhere is not withheld (C-06). */
  readonly unless: readonly Permission[];
  /** Said only beside something that is seen. */
  readonly beside?: readonly Permission[];
}

const TRANSACTIONS = ["ReadTransactionsBasic", "ReadTransactionsDetail"] as const;

/** A full statement is the letter itself: number, balances, every payment and whom it went to, name and address. */
const WITHHELD: readonly Withheld[] = [
  { id: "balances", unless: ["ReadBalances", "ReadTransactionsDetail", "ReadStatementsDetail"] },
  { id: "account-numbers", unless: ["ReadAccountsDetail", "ReadStatementsDetail"] },
  { id: "card-number", unless: ["ReadPAN"] },
  { id: "transactions", unless: [...TRANSACTIONS, "ReadStatementsDetail"] },
  { id: "saved-payees", unless: ["ReadBeneficiariesBasic", "ReadBeneficiariesDetail"] },
  { id: "standing-orders", unless: ["ReadStandingOrdersBasic", "ReadStandingOrdersDetail"] },
  { id: "direct-debits", unless: ["ReadDirectDebits"] },
  { id: "scheduled-payments", unless: ["ReadScheduledPaymentsBasic", "ReadScheduledPaymentsDetail"] },
  { id: "statements", unless: ["ReadStatementsBasic", "ReadStatementsDetail"] },
  { id: "products", unless: ["ReadProducts"] },
  { id: "offers", unless: ["ReadOffers"] },
  { id: "party-holders", unless: ["ReadParty", "ReadStatementsDetail"] },
  { id: "party-self", unless: ["ReadPartyPSU", "ReadParty", "ReadStatementsDetail"] },
  {
    id: "counterparties",
    beside: TRANSACTIONS,
    unless: [
      "ReadTransactionsDetail",
      "ReadDirectDebits",
      "ReadStandingOrdersDetail",
      "ReadScheduledPaymentsDetail",
      "ReadStatementsDetail",
    ],
  },
  { id: "money-in", beside: TRANSACTIONS, unless: ["ReadTransactionsCredits", "ReadStatementsDetail"] },
  { id: "money-out", beside: TRANSACTIONS, unless: ["ReadTransactionsDebits", "ReadStatementsDetail"] },
  {
    id: "payee-accounts",
    beside: ["ReadBeneficiariesBasic"],
    unless: [
      "ReadBeneficiariesDetail",
      "ReadStandingOrdersDetail",
      "ReadScheduledPaymentsDetail",
      "ReadTransactionsDetail",
      "ReadStatementsDetail",
    ],
  },
];

/** What these permissions do not give, for "they cannot see" (P-04), from the complement of what is asked for. */
export function withheldFrom(permissions: ReadonlySet<Permission>): readonly WithheldId[] {
  const any = (codes: readonly Permission[]) => codes.some((code) => permissions.has(code));
  return WITHHELD.filter(({ unless, beside }) => !any(unless) && (!beside || any(beside))).map(({ id }) => id);
}
