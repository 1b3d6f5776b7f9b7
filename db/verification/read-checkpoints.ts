import type { TransactionSql } from "postgres";
import type { ChainFinding } from "~/domain/audit/chain-finding";
import { CHECKPOINT_TYPE, type Checkpoint } from "~/domain/audit/checkpoint";
import { RETIREMENT_TYPE, type Retirement } from "~/domain/audit/retirement";
import type { CheckSignature } from "./checkpoint-signature.ts";

/** For each tenant, the chain hashes that were signed for a place. */
export type SignedPlaces = Map<string, Map<bigint, Uint8Array[]>>;

interface Stored {
  readonly tenant: string;
  readonly seq: string;
  readonly signed: string;
}

interface StoredRetirement {
  readonly tenant: string;
  readonly month: string;
  readonly signed: string;
}

const AT_ONCE = 1_000;

/**
 * The checkpoints and claims of retirement in the database and those that were kept elsewhere, as far as they are genuine.
 *
 * @param kept compact JWS.
 * @param found told of those that are not.
 */
export async function readCheckpoints(
  connection: TransactionSql,
  check: CheckSignature,
  kept: readonly string[],
  found: (finding: ChainFinding) => void,
): Promise<{ places: SignedPlaces; checkpoints: number; retirements: readonly Retirement[] }> {
  const places: SignedPlaces = new Map();
  const retirements: Retirement[] = [];
  let checkpoints = 0;
  const takePlace = (checkpoint: Checkpoint) => {
    const chain = places.get(checkpoint.tenant) ?? new Map<bigint, Uint8Array[]>();
    places.set(checkpoint.tenant, chain);
    const seq = BigInt(checkpoint.seq);
    chain.set(seq, [...(chain.get(seq) ?? []), Buffer.from(checkpoint.chain, "base64url")]);
    checkpoints += 1;
  };
  const takeStored = async ({ signed, ...claimed }: Stored) => {
    const known = await check(signed);
    const { tenant, seq } = claimed;
    if (known?.is === CHECKPOINT_TYPE && known.says.tenant === tenant && known.says.seq === seq) takePlace(known.says);
    else found({ what: "checkpoint-forged", ...claimed });
  };
  for (const signed of kept) {
    const known = await check(signed);
    if (!known) found({ what: "checkpoint-forged", tenant: "unknown" });
    else if (known.is === CHECKPOINT_TYPE) takePlace(known.says);
    else retirements.push(known.says);
  }
  const stored = connection<Stored[]>`
    select tenant, seq::text as seq, signed from assent.audit_checkpoint order by tenant, audit_checkpoint.seq`;
  for await (const rows of stored.cursor(AT_ONCE)) for (const row of rows) await takeStored(row);

  const retired = await connection<StoredRetirement[]>`
    select tenant, to_char(month, 'YYYY-MM') as month, signed from assent.audit_retirement order by tenant, month`;
  for (const { signed, tenant, month } of retired) {
    const known = await check(signed);
    const isGenuine = known?.is === RETIREMENT_TYPE && known.says.tenant === tenant && known.says.month === month;
    if (isGenuine) retirements.push(known.says);
    else found({ what: "retirement-forged", tenant, month });
  }
  return { places, checkpoints, retirements };
}
