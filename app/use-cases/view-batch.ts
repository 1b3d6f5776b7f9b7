import type { BatchId, CustomerId } from "~/domain/shared/ids";
import type { ConsentChanges, RecordedChange, StopBatch } from "~/ports/consent-changes";
import type { ConsentRegister, RegisteredConsent } from "~/ports/consent-register";

interface Needs {
  readonly changes: Pick<ConsentChanges, "batchOf">;
  readonly register: Pick<ConsentRegister, "findMany">;
}

export interface BatchView {
  readonly batch: StopBatch;
  /** What became of each: of the picture as it is now. */
  readonly stopped: readonly { readonly consent: RegisteredConsent; readonly change: RecordedChange }[];
}

/** Undefined for a batch that is not there any more, and for somebody else's. @throws DeskUnavailable */
export const viewBatch =
  ({ changes, register }: Needs) =>
  async (id: BatchId, customer: CustomerId): Promise<BatchView | undefined> => {
    const batch = await changes.batchOf(id, customer);
    if (!batch) return undefined;
    const consents = await register.findMany(
      batch.changes.map(({ consentId }) => consentId),
      { customer },
    );
    const byId = new Map(consents.map((consent) => [consent.id, consent]));
    return {
      batch,
      stopped: batch.changes.flatMap((change) => {
        const consent = byId.get(change.consentId);
        return consent ? [{ consent, change }] : [];
      }),
    };
  };
