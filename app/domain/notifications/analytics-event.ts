import type { ConsentChanged } from "./consent-changed";

/** What the bank's analytics is told of every change. Nobody can be found by it who is not found by the consent's id. */
export function analyticsEvent(change: ConsentChanged): Readonly<Record<string, unknown>> {
  return {
    id: change.id,
    type: `consent.${change.move}`,
    occurredAt: change.occurredAt.toISOString(),
    consentId: change.consentId,
    clientId: change.clientId,
    kind: change.kind,
    status: change.to,
    previousStatus: change.from ?? null,
    reason: change.reason,
    actor: { kind: change.by },
    version: change.version,
  };
}
