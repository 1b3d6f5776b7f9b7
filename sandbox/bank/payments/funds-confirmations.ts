import { randomUUID } from "node:crypto";
import type { Database } from "../../database.ts";

/** One question of a card issuer and what it was told: yes or no (UK confirmation of funds). */
export interface FundsConfirmation {
  readonly id: string;
  readonly consentId: string;
  /** Whose money was asked about. */
  readonly customer: string;
  readonly reference: string;
  readonly amount: string;
  readonly currency: string;
  readonly available: boolean;
  readonly createdAt: Date;
}

export interface FundsConfirmations {
  /** @returns false where this consent has had the reference before; nothing is written then. */
  add(confirmation: FundsConfirmation): Promise<boolean>;
}

export const FUNDS_CONFIRMATION_SCHEMA = `
  create table if not exists funds_confirmation (
    id text primary key,
    consent_id text not null,
    reference text not null,
    amount text not null,
    currency text not null,
    available boolean not null,
    created_at timestamptz not null,
    unique (consent_id, reference)
  );
  -- A database of an earlier run keeps what it knows, of nobody.
  alter table funds_confirmation add column if not exists customer text not null default '';
`;

export const createFundsConfirmations = (sql: Database): FundsConfirmations => ({
  add: async ({ id, consentId, customer, reference, amount, currency, available, createdAt }) => {
    const { count } = await sql`
      insert into funds_confirmation (id, consent_id, customer, reference, amount, currency, available, created_at)
      values (${id}, ${consentId}, ${customer}, ${reference}, ${amount}, ${currency}, ${available}, ${createdAt})
      on conflict (consent_id, reference) do nothing`;
    return count === 1;
  },
});

/** At most 40 characters (Max40Text). */
export const newFundsConfirmationId = (): string => `fc-${randomUUID()}`;
