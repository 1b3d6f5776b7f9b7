import type { AccountAccess } from "../consent-kinds/account-access";
import type { Permission } from "../permissions/permission";
import type { CustomerId } from "../shared/ids";
import { EXAMPLE_ROWS, type Example, type ExampleTransaction } from "./example";

/**
 * What of an example the permissions that are asked for give, whatever the bank answered: an example that showed more
 * would promise the TPP more than it gets, and one that showed less would hide it (P-05, C-06).
 *
 * @param customer who is signed in.
 */
export function withinPermissions(example: Example, access: AccountAccess, customer: CustomerId): Example {
  const has = (...some: readonly Permission[]) => some.some((code) => access.permissions.has(code));
  const few = <Row>(rows: readonly Row[], ...given: readonly Permission[]) =>
    has(...given) ? rows.slice(0, EXAMPLE_ROWS) : [];
  const numbered = <Row extends { readonly number?: unknown }>(rows: readonly Row[], detail: Permission) =>
    has(detail) ? rows : rows.map(({ number: _, ...row }) => row as Row);
  return {
    transactions: transactionsWithin(example.transactions, access),
    payees: numbered(
      few(example.payees, "ReadBeneficiariesBasic", "ReadBeneficiariesDetail"),
      "ReadBeneficiariesDetail",
    ),
    standingOrders: numbered(
      few(example.standingOrders, "ReadStandingOrdersBasic", "ReadStandingOrdersDetail"),
      "ReadStandingOrdersDetail",
    ),
    directDebits: few(example.directDebits, "ReadDirectDebits"),
    scheduledPayments: numbered(
      few(example.scheduledPayments, "ReadScheduledPaymentsBasic", "ReadScheduledPaymentsDetail"),
      "ReadScheduledPaymentsDetail",
    ),
    statements: statementsWithin(example.statements, access),
    products: few(example.products, "ReadProducts"),
    offers: few(example.offers, "ReadOffers"),
    parties: few(
      example.parties.filter((party) => has("ReadParty") || party.customer === customer),
      "ReadParty",
      "ReadPartyPSU",
    ),
  };
}

function transactionsWithin(
  rows: readonly ExampleTransaction[],
  { permissions, history }: AccountAccess,
): readonly ExampleTransaction[] {
  const detail = permissions.has("ReadTransactionsDetail");
  if (!detail && !permissions.has("ReadTransactionsBasic")) return [];
  const within = rows
    .filter(({ direction }) => permissions.has(DIRECTIONS[direction]))
    .filter(({ bookedAt }) => isWithin(bookedAt, history))
    .slice(0, EXAMPLE_ROWS);
  return detail ? within : within.map(({ bookedAt, direction, amount }) => ({ bookedAt, direction, amount }));
}

const DIRECTIONS = { in: "ReadTransactionsCredits", out: "ReadTransactionsDebits" } as const;

/** Those alone that lie wholly in the span (Read/Write API, statements). */
function statementsWithin(rows: Example["statements"], { permissions, history }: AccountAccess) {
  const detail = permissions.has("ReadStatementsDetail");
  if (!detail && !permissions.has("ReadStatementsBasic")) return [];
  const within = rows.filter(({ from, to }) => isWithin(from, history) && isWithin(to, history)).slice(0, EXAMPLE_ROWS);
  return detail ? within : within.map(({ from, to }) => ({ from, to }));
}

/** Both ends belong to the span. */
const isWithin = (instant: Date, { from, to }: AccountAccess["history"]) =>
  (!from || from <= instant) && (!to || instant <= to);
