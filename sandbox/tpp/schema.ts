/** Runs of the workbench and what the bank told its TPPs, kept so that a restart loses nothing. */
export const SCHEMA = `
  create table if not exists run (
    id uuid primary key,
    -- SHA-256 of the session cookie: reading this table gives nobody a session.
    session_hash bytea not null,
    -- OAuth state, by which an answer finds its run. Null until a request is made.
    state text unique,
    version integer not null default 1,
    record jsonb not null,
    created_at timestamptz not null default now()
  );
  create index if not exists run_session on run (session_hash, created_at desc);
  create index if not exists run_created on run (created_at);

  -- What the bank told each TPP. Kept for longer than the bank tries, because a repeat is known by its id alone.
  create table if not exists notification (
    jti text primary key,
    tpp text not null,
    consent_id text,
    record jsonb not null,
    -- Fetched ones wait until the TPP has said that it has them; what was pushed has been answered already.
    acknowledged boolean not null,
    received_at timestamptz not null default now()
  );
  create index if not exists notification_consent on notification (tpp, consent_id);

  -- Each TPP's subscription as it was last seen, and what was last said about it.
  create table if not exists event_desk (tpp text primary key, record jsonb not null);
`;
