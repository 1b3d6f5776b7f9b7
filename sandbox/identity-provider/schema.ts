/**
 * Everything the identity provider keeps, in its own schema. Runs at every start, so each statement can run again.
 *
 * `artifact` is the store of the OIDC library. `person` is who can sign in. `sign_in` is a sign-in whose password was
 * right and whose one-time code is still to come; `passkey_step` the same of one that a passkey is to complete. `passkey` is
 * what people sign with instead of a code, and `passkey_session` who may add and remove theirs. `attempt` counts failures per user name, known or not.
 */
export const SCHEMA = /* sql */ `
  create table if not exists artifact (
    kind text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    uid text,
    consumed_at timestamptz,
    expires_at timestamptz,
    primary key (kind, id)
  );
  create index if not exists artifact_grant on artifact (grant_id) where grant_id is not null;
  create index if not exists artifact_uid on artifact (kind, uid) where uid is not null;
  create index if not exists artifact_expiry on artifact (expires_at) where expires_at is not null;

  create table if not exists person (
    id text primary key,
    username text not null unique,
    name text not null,
    phone text,
    password_hash text not null
  );
  alter table person add column if not exists realm text not null default 'customer';
  alter table person add column if not exists roles text[] not null default '{}';

  create table if not exists sign_in (
    interaction_uid text primary key,
    secret_sha256 bytea not null,
    person_id text not null references person (id) on delete cascade,
    reference text not null,
    code_hmac bytea not null,
    code_expires_at timestamptz not null,
    codes_sent integer not null default 1,
    verified_at timestamptz,
    created_at timestamptz not null default now()
  );

  create table if not exists passkey (
    id text primary key,
    person_id text not null references person (id) on delete cascade,
    public_key text not null,
    counter bigint not null,
    transports text[] not null,
    added_at timestamptz not null default now(),
    used_at timestamptz
  );
  create index if not exists passkey_person on passkey (person_id);

  create table if not exists passkey_session (
    secret_sha256 bytea primary key,
    person_id text not null references person (id) on delete cascade,
    -- What the next passkey must have signed; taken once.
    challenge text,
    expires_at timestamptz not null
  );

  create table if not exists passkey_step (
    interaction_uid text primary key,
    secret_sha256 bytea not null,
    person_id text not null references person (id) on delete cascade,
    -- What a passkey must have signed; taken once.
    challenge text,
    created_at timestamptz not null default now()
  );

  create table if not exists attempt (
    username_hmac bytea primary key,
    failures integer not null,
    last_failed_at timestamptz not null
  );
`;
