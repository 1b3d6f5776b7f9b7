import { CHECKPOINT_TYPE, type Checkpoint } from "~/domain/audit/checkpoint";
import type { AuditChain } from "~/ports/audit-chain";
import type { Signer } from "~/ports/signer";
import type { Job } from "./job";

interface Needs {
  readonly chain: AuditChain;
  readonly signer: Pick<Signer, "sign">;
  /** Tells somebody whom the database cannot make forget it: the log, which a bank ships elsewhere. */
  announce(checkpoint: Checkpoint & { readonly signed: string }): void;
}

/** Links what was written down into its chain within a second or two, and signs the chain's end as it grows. */
export const sealAudit = ({ chain, signer, announce }: Needs): Job => ({
  name: "seal-audit",
  everyMs: 1_000,
  async round() {
    const { events, lagSeconds, more } = await chain.seal();
    let signed = 0;
    for (const checkpoint of await chain.dueCheckpoints()) {
      const jws = await signer.sign(checkpoint, CHECKPOINT_TYPE);
      if (!(await chain.keepCheckpoint(checkpoint, jws))) continue;
      announce({ ...checkpoint, signed: jws });
      signed += 1;
    }
    return { counts: { events, checkpoints: signed }, lagSeconds, more };
  },
});
