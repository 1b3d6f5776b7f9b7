/**
 * What is kept of the changes of a consent: in its own row the newest, and one row in `consent_event` for each that
 * the consent app is still to be told of. Triggers write both, so that no change can be made without its event, and
 * none is told that was rolled back.
 *
 * What a database lacks is added in a step that looks first: `alter table` would wait for everybody at every start.
 */
export const CHANGES = /* sql */ `
  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'consent' and column_name = 'revision'
    ) then
      alter table consent
        add column revision int not null default 1,
        -- Null where the change was made before these columns were.
        add column cause text,
        add column changed_by text check (changed_by in ('customer', 'tpp', 'bank', 'system')),
        add column change_reason text,
        add column change_interaction_id text,
        drop constraint if exists consent_status_check,
        add constraint consent_status_check check (status in
          ('awaiting_authorisation', 'authorised', 'suspended', 'rejected', 'consumed', 'revoked', 'deleted'));
    end if;
  end $$;

  do $$ begin
    if not exists (
      select from pg_constraint where conrelid = 'consent'::regclass and conname = 'consent_status_check'
        and pg_get_constraintdef(oid) like '%awaiting_upload%'
    ) then
      alter table consent
        drop constraint if exists consent_status_check,
        add constraint consent_status_check check (status in ('awaiting_upload',
          'awaiting_authorisation', 'authorised', 'suspended', 'rejected', 'consumed', 'revoked', 'deleted'));
    end if;
  end $$;

  create table if not exists consent_event (
    -- The jti, by which the receiver tells a repetition.
    id uuid primary key default gen_random_uuid(),
    consent_id text not null references consent (id),
    revision int not null,
    cause text not null,
    changed_by text not null,
    status text not null,
    subject text,
    account_ids text[] not null,
    interaction_id text,
    happened_at timestamptz not null,
    attempts int not null default 0,
    due_at timestamptz not null default clock_timestamp(),
    delivered_at timestamptz,
    unique (consent_id, revision)
  );
  do $$ begin
    if not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'consent_event' and column_name = 'reason'
    ) then
      alter table consent_event add column reason text;
    end if;
  end $$;
  create index if not exists consent_event_due on consent_event (due_at) where delivered_at is null;
  create index if not exists consent_event_delivered on consent_event (delivered_at) where delivered_at is not null;

  create or replace function number_change() returns trigger language plpgsql as $$ begin
    new.revision := old.revision + 1;
    new.status_updated_at := now();
    new.cause := case
      when new.authorised_at is distinct from old.authorised_at then 'authorised'
      when old.status = 'suspended' and new.status = 'authorised' then 'resumed'
      when old.status = new.status and old.account_ids is distinct from new.account_ids then 'amended'
      when old.status = 'awaiting_upload' and new.status = 'awaiting_authorisation' then 'created'
      else new.status end;
    return new;
  end $$;

  create or replace function record_change() returns trigger language plpgsql set search_path from current as $$ begin
    insert into consent_event
      (consent_id, revision, cause, changed_by, reason, status, subject, account_ids, interaction_id, happened_at)
    values (new.id, new.revision, new.cause, new.changed_by, new.change_reason, new.status, new.subject,
      new.account_ids, new.change_interaction_id, new.status_updated_at);
    return null;
  end $$;

  do $$ begin
    if not exists (
      select from pg_trigger where tgrelid = 'consent'::regclass and tgname = 'consent_change_recorded'
        and pg_get_triggerdef(oid) like '%account_ids%'
    ) then
      -- A consent that is authorised anew keeps its status, and changes all the same; so does one that an account leaves.
      create or replace trigger consent_change_numbered before update on consent
        for each row when (old.status is distinct from new.status or old.authorised_at is distinct from new.authorised_at
          or old.account_ids is distinct from new.account_ids)
        execute function number_change();
      -- Nobody is told of a file payment before there is a file.
      create or replace trigger consent_creation_recorded after insert on consent
        for each row when (new.status <> 'awaiting_upload') execute function record_change();
      create or replace trigger consent_change_recorded after update on consent
        for each row when (old.status is distinct from new.status or old.authorised_at is distinct from new.authorised_at
          or old.account_ids is distinct from new.account_ids)
        execute function record_change();
    end if;
  end $$;
`;
