import { type AuditRow, CHAIN_START, chainHash, eventHash } from "./chain";
import type { ChainFinding, Wrong } from "./chain-finding";

export interface Link {
  readonly tenant: string;
  readonly seq: bigint;
  readonly eventId: string;
  /** Seconds since 1970 with six decimals. */
  readonly eventAt: string;
  readonly eventHash: Uint8Array;
  readonly chainHash: Uint8Array;
}

/**
 * Walks along one tenant's chain, link by link in order, computing everything anew. A single change is found once, at the
 * row where it was made: what follows is held against what the chain must have been as well as against what it says.
 */
export function createChainVerifier(tenant: string) {
  let last = 0n;
  /** What the next link may follow; nothing is known after a gap. */
  let before: readonly Uint8Array[] = [CHAIN_START];

  /**
   * @param row as it stands now; undefined when it is gone.
   * @param signed chain hashes that checkpoints hold for this place.
   */
  function* next(link: Link, row: AuditRow | undefined, signed: readonly Uint8Array[] = []): Generator<ChainFinding> {
    const seq = link.seq.toString();
    const here = (what: Wrong): ChainFinding => ({ what, tenant, seq, eventId: link.eventId, at: link.eventAt });

    if (link.seq !== last + 1n) {
      yield {
        what: "link-missing",
        tenant,
        seq: link.seq === last + 2n ? `${last + 1n}` : `${last + 1n} to ${link.seq - 1n}`,
      };
      before = [];
    }
    last = link.seq;

    const found = row && eventHash(row);
    const followsWith = (event: Uint8Array) =>
      before.some((previous) => same(chainHash(previous, event, link.seq), link.chainHash));
    const follows = before.length === 0 || followsWith(link.eventHash);
    const intact = found !== undefined && same(found, link.eventHash);
    if (!found) yield here("missing");
    // The chain holds what the event says and the link does not: it is the link that was touched.
    else if (!intact && !(before.length > 0 && !follows && followsWith(found))) yield here("changed");
    if (!follows) yield here("link-changed");

    // What the chain would say here, had nobody touched a link.
    const [untouched] = follows
      ? []
      : before.slice(-1).map((previous) => chainHash(previous, link.eventHash, link.seq));
    before = untouched ? [link.chainHash, untouched] : [link.chainHash];
    if (!signed.every((chain) => before.some((possible) => same(chain, possible))))
      yield here("checkpoint-contradicted");
  }

  return { tenant, next, end: () => last };
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
