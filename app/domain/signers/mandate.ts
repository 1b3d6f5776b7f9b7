import type { CustomerId } from "../shared/ids";
import type { Money } from "../shared/money";

/** Who has to agree before money leaves an account or its data is shared (P-08, P-28), as the bank has it now. */
export interface Mandate {
  readonly signers: readonly Signer[];
  /** By amount, in rising order. */
  readonly pay: readonly Band[];
  /** Before data is shared, one of these is enough; absent where any holder may share it alone. */
  readonly share?: readonly SigningRule[];
  /** Nobody sends them a notice: who reads their mail may be whom they need protection from (P-31). */
  readonly vulnerable: readonly CustomerId[];
}

export interface Signer {
  readonly customer: CustomerId;
  readonly name: string;
  /** As the bank names it: "A", "B". */
  readonly group: string;
}

export interface Band {
  /** The largest amount it is for; the last band has none. */
  readonly upTo?: Money;
  /** One of these is enough. */
  readonly anyOf: readonly SigningRule[];
}

/** How many of each group. */
export type SigningRule = Readonly<Record<string, number>>;

export interface MandateStanding {
  /** Of those who said yes, whoever is still a signer, once each. */
  readonly received: readonly Signer[];
  /** How many yeses it takes in all, by the shortest way from where it stands. */
  readonly required: number;
  readonly met: boolean;
  /** Whose yes brings it further, in the bank's order. */
  readonly next: readonly Signer[];
}

/** What a yes is to: amounts that leave the account, or its data. */
export type Signed = readonly Money[] | "data";

/** Any one holder is enough. */
const ANYBODY: readonly SigningRule[] = [{}];

/**
 * Where a mandate stands with so many yeses.
 *
 * @returns undefined where nobody can meet it: no rule has enough signers.
 */
export function standingOf(
  mandate: Mandate,
  signed: Signed,
  saidYes: readonly CustomerId[],
): MandateStanding | undefined {
  const people = new Set<string>(saidYes);
  const received = mandate.signers.filter(({ customer }) => people.has(customer));
  const waiting = mandate.signers.filter(({ customer }) => !people.has(customer));
  const ways = (signed === "data" ? (mandate.share ?? ANYBODY) : bandFor(mandate, signed).anyOf)
    .map((rule) => missingFrom(rule, received))
    .filter((missing) => [...missing].every(([group, count]) => sizeOf(waiting, group) >= count));
  const shortest = Math.min(...ways.map(total));
  // A way that takes all that another takes and more leads nowhere sooner.
  const worthGoing = ways.filter((way) => !ways.some((other) => isWithin(other, way) && !isWithin(way, other)));
  if (!Number.isFinite(shortest)) return undefined;
  return {
    received,
    required: received.length + shortest,
    met: shortest === 0,
    next: shortest === 0 ? [] : waiting.filter(({ group }) => worthGoing.some((missing) => takes(missing, group) > 0)),
  };
}

/**
 * The first band that every amount is within. An amount in another currency than a band's is within none but the last:
 * what it comes to is not known when the yes is given.
 */
function bandFor({ pay }: Mandate, amounts: readonly Money[]): Band {
  const within = ({ upTo }: Band) =>
    !upTo || amounts.every(({ minor, currency }) => currency === upTo.currency && minor <= upTo.minor);
  return pay.find(within) ?? { anyOf: [] };
}

/** How many more of each group. */
type Missing = ReadonlyMap<string, number>;

function missingFrom(rule: SigningRule, received: readonly Signer[]): Missing {
  const missing = Object.entries(rule).map(
    ([group, count]) => [group, Math.max(0, count - sizeOf(received, group))] as const,
  );
  return new Map(missing);
}

const sizeOf = (signers: readonly Signer[], group: string) => signers.filter((each) => each.group === group).length;

const takes = (missing: Missing, group: string) => missing.get(group) ?? 0;

const isWithin = (one: Missing, other: Missing) => [...one].every(([group, count]) => count <= takes(other, group));

const total = (missing: Missing) => [...missing.values()].reduce((sum, count) => sum + count, 0);
