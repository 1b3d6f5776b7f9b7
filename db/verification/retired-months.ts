import { type ChainFinding, monthOf } from "~/domain/audit/chain-finding";
import { MonthDigest, type Retirement } from "~/domain/audit/retirement";
import type { Link } from "~/domain/audit/verify-chain";

export interface RetiredMonth {
  readonly tenant: string;
  readonly month: string;
  readonly events: string;
}

/** Holds what was signed of retired months against the links that the chain still has of them. */
export function retiredMonths(claims: readonly Retirement[]) {
  const keyOf = ({ tenant, month }: Pick<Retirement, "tenant" | "month">) => JSON.stringify([tenant, month]);
  const digests = new Map(claims.map((claim) => [keyOf(claim), new MonthDigest()]));
  return {
    /** Takes the next link of a chain. True when its event may be gone. */
    add({ tenant, eventAt, eventHash }: Pick<Link, "tenant" | "eventAt" | "eventHash">): boolean {
      if (digests.size === 0) return false;
      const digest = digests.get(keyOf({ tenant, month: monthOf(eventAt) }));
      digest?.add(eventHash);
      return digest !== undefined;
    },
    /** After the last link. @returns the months of which the claim holds. */
    end(found: (finding: ChainFinding) => void): readonly RetiredMonth[] {
      const held = new Map([...digests].map(([key, digest]) => [key, digest.end()]));
      const retired = new Map<string, RetiredMonth>();
      for (const claim of claims) {
        const { tenant, month, events, digest } = claim;
        const there = held.get(keyOf(claim));
        if (there?.events === events && there.digest === digest) retired.set(keyOf(claim), { tenant, month, events });
        else found({ what: "retirement-contradicted", tenant, month });
      }
      return [...retired.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
    },
  };
}
