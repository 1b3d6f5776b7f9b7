import { CONSENT_TYPES } from "./consents/consent-kinds.ts";
import { POLL_SECONDS } from "./decoupled/decoupled-store.ts";
import { CHANGES } from "./events/schema.ts";
import { SCA } from "./federation/log-in-acr.ts";
import { SUSPENSION_SCHEMA } from "./suspensions/suspended-clients.ts";

/**
 * Everything the authorization server keeps, in its own schema. Runs at every start, so each statement can run again.
 *
 * `artifact` is the store of the OAuth library: one row per code, token, grant, interaction, pushed request. A Grant
 * carries its own id in `grant_id`, so that one delete ends a grant with everything that came of it.
 */
export const SCHEMA = /* sql */ `
  create table if not exists artifact (
    kind text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    uid text,
    user_code text,
    consumed_at timestamptz,
    expires_at timestamptz,
    primary key (kind, id)
  );
  create index if not exists artifact_grant on artifact (grant_id) where grant_id is not null;
  create index if not exists artifact_uid on artifact (uid) where uid is not null;
  create index if not exists artifact_expiry on artifact (expires_at) where expires_at is not null;

  create table if not exists consent (
    id text primary key,
    client_id text not null,
    -- Its check is below, for a kind more must reach a database that is there already.
    type text not null,
    api_version text not null check (api_version in ('v3.1', 'v4.0')),
    status text not null,
    -- json, not jsonb: the intent is echoed as it was sent, key order included.
    request json not null,
    created_at timestamptz not null default now(),
    status_updated_at timestamptz not null default now(),
    expires_at timestamptz,
    subject text,
    account_ids text[] not null default '{}',
    interaction_id text not null
  );
  create index if not exists consent_client on consent (client_id, created_at desc, id desc);
  create index if not exists consent_accounts on consent using gin (account_ids);
  create index if not exists consent_created on consent (created_at desc, id desc);

  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'consent' and column_name = 'terms'
    ) then
      alter table consent
        -- What the bank said to the request. json, not jsonb: told as it came.
        add column terms json,
        add column first_authorised_at timestamptz,
        add column authorised_at timestamptz,
        add column superseded_by text references consent (id);
    end if;
    if not exists (
      select from pg_constraint where conrelid = 'consent'::regclass and conname = 'consent_type_check'
        and obj_description(oid, 'pg_constraint') = '${CONSENT_TYPES.join(" ")}'
    ) then
      alter table consent
        drop constraint if exists consent_type_check,
        add constraint consent_type_check check (type in (${CONSENT_TYPES.map((type) => `'${type}'`).join(", ")}));
      comment on constraint consent_type_check on consent is '${CONSENT_TYPES.join(" ")}';
    end if;
  end $$;
  ${CHANGES}
  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'consent' and column_name = 'signatures_outstanding'
    ) then
      -- Authorised by the first of several, and opening nothing before the others have signed.
      alter table consent add column signatures_outstanding boolean not null default false;
    end if;
  end $$;

  -- The bytes that a TPP uploaded for a file payment, and what is in them: every payment, in the file's order.
  create table if not exists consent_file (
    consent_id text primary key references consent (id),
    content bytea not null,
    content_type text not null,
    payments json not null,
    uploaded_at timestamptz not null default now()
  );

  -- A consent is authorised once; the index holds that at most one grant of it is alive, whatever a caller does.
  create table if not exists consent_grant (
    grant_id text primary key,
    consent_id text not null references consent (id),
    created_at timestamptz not null default now(),
    ended_at timestamptz
  );
  create unique index if not exists consent_grant_live on consent_grant (consent_id) where ended_at is null;

  create table if not exists idempotency (
    client_id text not null,
    endpoint text not null,
    key text not null,
    request_hash text not null,
    consent_id text not null references consent (id),
    created_at timestamptz not null default now(),
    primary key (client_id, endpoint, key)
  );

  -- One row per visit to the consent page: who may answer, for which consent, and with which secrets.
  create table if not exists handoff (
    login_id text primary key,
    login_state_sha256 bytea not null,
    interaction_uid text not null,
    consent_id text not null references consent (id),
    client_id text not null,
    subject text not null,
    acr text not null,
    amr text[] not null,
    auth_time timestamptz not null,
    requested_scopes text[] not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    -- When the interaction is over; the customer may ask for more time until then.
    ends_at timestamptz not null,
    extensions int not null default 0,
    decision jsonb,
    answer_sha256 bytea,
    resumed_at timestamptz
  );
  create index if not exists handoff_interaction on handoff (interaction_uid);
  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'handoff' and column_name = 'ends_at'
    ) then
      alter table handoff add column ends_at timestamptz, add column extensions int not null default 0;
      update handoff set ends_at = expires_at;
      alter table handoff alter column ends_at set not null;
    end if;
  end $$;

  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'handoff' and column_name = 'replaces'
    ) then
      alter table handoff
        -- The revision of the consent that is to be authorised anew; null where it is authorised for the first time.
        add column reauthorises int,
        -- The earlier consent that ends when this one is given.
        add column replaces text references consent (id);
    end if;
  end $$;

  -- One row per visit to the bank's identity provider. The browser holds the secret of \`cookie_sha256\`, so that nobody
  -- can make another person's browser finish a login that he started (RFC 9700 section 4.7).
  create table if not exists federated_login (
    state_sha256 bytea primary key,
    cookie_sha256 bytea not null,
    interaction_uid text not null,
    consent_id text not null references consent (id),
    nonce text not null,
    code_verifier text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    finished_at timestamptz
  );
  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'federated_login' and column_name = 'acr'
    ) then
      alter table federated_login add column acr text not null default '${SCA}';
    end if;
  end $$;

  -- One row per request of a TPP that has no browser to send (CIBA). One at a time for a consent, which the index holds.
  create table if not exists decoupled_request (
    auth_req_id text primary key,
    link_id text not null unique,
    consent_id text not null references consent (id),
    client_id text not null,
    subject text not null,
    requested_scopes text[] not null,
    binding_message text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    -- When the TPP asked last, how long it has to wait, and whether it did not.
    polled_at timestamptz,
    interval_seconds int not null default ${POLL_SECONDS},
    too_soon boolean not null default false
  );
  create index if not exists decoupled_request_subject on decoupled_request (subject) where ended_at is null;
  create unique index if not exists decoupled_request_open on decoupled_request (consent_id) where ended_at is null;
  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'handoff' and column_name = 'decoupled_link'
    ) then
      -- Where the customer's browser goes after the answer to such a request; null where it resumes an interaction.
      alter table handoff add column decoupled_link text;
    end if;
  end $$;

  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'decoupled_request' and column_name = 'ping_due_at'
    ) then
      -- When its TPP is to be told that it has ended, where it wants to be told: from the start, when its time is over.
      alter table decoupled_request add column ping_due_at timestamptz, add column pings int not null default 0;
    end if;
  end $$;
  create index if not exists decoupled_request_ping on decoupled_request (ping_due_at) where ping_due_at is not null;

  ${SUSPENSION_SCHEMA}
  -- Every time a customer was sent somewhere to settle a consent, and has not answered yet.
  create or replace view open_visit as
    select consent_id, expires_at from federated_login where finished_at is null
    union all
    -- Asking for another log-in is no answer: until there is one, the customer is still expected.
    select consent_id, expires_at from handoff where decision is null or decision ->> 'kind' = 'log_in_again'
    union all
    select consent_id, expires_at from decoupled_request where ended_at is null;
`;
