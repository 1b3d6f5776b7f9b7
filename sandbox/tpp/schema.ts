/** Runs of the workbench, kept so that a restart in the middle of a consent loses nothing. */
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
`;
