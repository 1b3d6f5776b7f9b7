/** What the bank was told, once each. */
export const SCHEMA = /* sql */ `
  create table if not exists event (
    id uuid primary key,
    arrival bigint generated always as identity,
    received_at timestamptz not null default clock_timestamp(),
    consent_id text not null,
    version int not null,
    body jsonb not null,
    -- How often it came; more than once is no fault.
    deliveries int not null default 1
  );
  create index if not exists event_arrival on event (arrival desc);
  create index if not exists event_consent on event (consent_id, version);
`;
