import type { Channel } from "~/domain/notifications/channel";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { DeadLetter, DeliveryAttempt, DeliveryFound, EndpointStanding } from "~/ports/delivery-desk";

export interface EndpointRow extends Record<string, unknown> {
  readonly channel: Channel;
  readonly name: string;
  readonly polls: boolean;
  readonly failures: number;
  readonly rests: number | null;
  readonly queued: number;
  readonly dead: number;
  readonly oldest: number | null;
}

export const endpointOf = ({ rests, oldest, ...row }: EndpointRow): EndpointStanding => ({
  ...row,
  // What waits for the end of its customer's quiet hours is younger than now.
  ...(oldest !== null && { oldestSeconds: Math.max(oldest, 0) }),
  ...(rests !== null && rests > 0 && { restsSeconds: rests }),
});

export interface DeadRow extends Record<string, unknown> {
  readonly id: string;
  readonly channel: Channel;
  readonly endpoint: string;
  readonly consent_id: string;
  readonly version: number;
  readonly state: "parked" | "expired";
  readonly attempts: number;
  readonly problem: string | null;
  readonly ended_micros: string;
}

export const deadLetterOf = (row: DeadRow): DeadLetter => ({
  id: row.id,
  channel: row.channel,
  name: row.endpoint,
  consentId: asConsentId(row.consent_id),
  version: row.version,
  state: row.state,
  attempts: row.attempts,
  endedAt: new Date(Number(row.ended_micros) / 1_000),
  ...(row.problem !== null && { problem: row.problem }),
});

interface AttemptRow {
  readonly id: string;
  readonly at: string;
  readonly outcome: string;
  readonly code: number | null;
  readonly took: number;
}

export interface FoundRow extends Record<string, unknown> {
  readonly id: string;
  readonly channel: Channel;
  readonly endpoint: string;
  readonly consent_id: string;
  readonly client_id: string;
  readonly version: number;
  readonly move: string;
  readonly state: DeliveryFound["state"];
  readonly queued_ms: string;
  readonly next_ms: string;
  readonly ended_ms: string | null;
  readonly problem: string | null;
  readonly body: string | null;
  readonly attempts: readonly AttemptRow[];
}

export const foundOf = (row: FoundRow): DeliveryFound => ({
  id: row.id,
  channel: row.channel,
  name: row.endpoint,
  consentId: asConsentId(row.consent_id),
  clientId: asClientId(row.client_id),
  version: row.version,
  move: row.move,
  state: row.state,
  queuedAt: new Date(Number(row.queued_ms)),
  ...(row.state === "queued" && { nextAttemptAt: new Date(Number(row.next_ms)) }),
  ...(row.ended_ms !== null && { endedAt: new Date(Number(row.ended_ms)) }),
  ...(row.problem !== null && { problem: row.problem }),
  ...(row.body !== null && row.body !== "" && { body: row.body }),
  attempts: row.attempts.map(
    ({ id, at, outcome, code, took }): DeliveryAttempt => ({
      id,
      at: new Date(Number(at)),
      outcome,
      tookMs: took,
      ...(code !== null && { code }),
    }),
  ),
  canReplay:
    row.state === "parked" ||
    row.state === "expired" ||
    (row.state === "delivered" && (row.channel === "tpp" || row.channel === "analytics")),
});
