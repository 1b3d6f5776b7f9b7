import type { TransactionSql } from "postgres";
import type { ChainFinding } from "~/domain/audit/chain-finding";
import type { CheckSignature } from "./checkpoint-signature.ts";

/** For each tenant, the chain hashes that were signed for a place. */
export type SignedPlaces = Map<string, Map<bigint, Uint8Array[]>>;

interface Stored {
  readonly tenant: string;
  readonly seq: string;
  readonly signed: string;
}

const AT_ONCE = 1_000;

/**
 * The checkpoints in the database and those that were kept elsewhere, as far as they are genuine.
 *
 * @param kept compact JWS.
 * @param found told of those that are not.
 */
export async function readCheckpoints(
  connection: TransactionSql,
  check: CheckSignature,
  kept: readonly string[],
  found: (finding: ChainFinding) => void,
): Promise<{ places: SignedPlaces; checkpoints: number }> {
  const places: SignedPlaces = new Map();
  let checkpoints = 0;
  const take = async (signed: string, claimed?: Stored) => {
    const checkpoint = await check(signed);
    if (!checkpoint || (claimed && (checkpoint.tenant !== claimed.tenant || checkpoint.seq !== claimed.seq))) {
      found({ what: "checkpoint-forged", tenant: claimed?.tenant ?? "unknown", ...(claimed && { seq: claimed.seq }) });
      return;
    }
    const chain = places.get(checkpoint.tenant) ?? new Map<bigint, Uint8Array[]>();
    places.set(checkpoint.tenant, chain);
    const seq = BigInt(checkpoint.seq);
    chain.set(seq, [...(chain.get(seq) ?? []), Buffer.from(checkpoint.chain, "base64url")]);
    checkpoints += 1;
  };
  for (const signed of kept) await take(signed);
  const stored = connection<Stored[]>`
    select tenant, seq::text as seq, signed from assent.audit_checkpoint order by tenant, audit_checkpoint.seq`;
  for await (const rows of stored.cursor(AT_ONCE)) for (const row of rows) await take(row.signed, row);
  return { places, checkpoints };
}
