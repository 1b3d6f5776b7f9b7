-- A consent that enters as one that came to nothing may say why (T7): the authorization server does. Otherwise as before.
create or replace function assent.consent_moves_lawfully() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- After whatever was told of it before: a picture that was made anew counts on, so that no version is told twice.
    -- One that entered since the statement began enters no second time, and is no fault of the statement. Both in one
    -- look: between two, it could enter.
    if new.version <> 1 + coalesce((select max(version) from assent.outbox_event where consent_id = new.consent_id), 0)
      and not exists (select from assent.consent_projection where consent_id = new.consent_id)
    then
      raise exception 'a consent begins with the version after the last one told' using errcode = 'check_violation', constraint = 'consent_version_follows';
    end if;
    if new.reason <> 'as-found' and new.status not in ('awaiting-upload', 'pending') and not (new.status = 'rejected'
      and new.reason in ('timed-out', 'sca-failed', 'risk-blocked', 'no-eligible-account', 'tpp-not-authorised', 'technical'))
    then
      raise exception 'a consent does not begin as %', new.status using errcode = 'check_violation', constraint = 'consent_moves_lawfully';
    end if;
    return new;
  end if;
  if new.version = old.version then
    if (new.consent_id, new.status, new.reason, new.changed_at) is distinct from (old.consent_id, old.status, old.reason, old.changed_at) then
      raise exception 'a consent moves with a new version' using errcode = 'check_violation', constraint = 'consent_version_follows';
    end if;
    return new;
  end if;
  if new.version <> old.version + 1 or new.consent_id <> old.consent_id then
    raise exception 'one version follows the other' using errcode = 'check_violation', constraint = 'consent_version_follows';
  end if;
  -- What the authorization server holds is taken over even where no move leads there, and then says so.
  if new.reason <> 'as-found' and (old.status, new.status) not in (
    ('awaiting-upload', 'pending'), ('awaiting-upload', 'rejected'), ('awaiting-upload', 'revoked'), ('awaiting-upload', 'expired'),
    ('pending', 'partially-authorised'), ('pending', 'authorised'), ('pending', 'rejected'), ('pending', 'revoked'), ('pending', 'expired'),
    ('partially-authorised', 'partially-authorised'), ('partially-authorised', 'authorised'), ('partially-authorised', 'rejected'),
    ('partially-authorised', 'revoked'), ('partially-authorised', 'expired'),
    ('authorised', 'authorised'), ('authorised', 'suspended'), ('authorised', 'consumed'), ('authorised', 'revoked'),
    ('authorised', 'terminated'), ('authorised', 'expired'),
    ('suspended', 'authorised'), ('suspended', 'suspended'), ('suspended', 'revoked'), ('suspended', 'terminated'), ('suspended', 'expired'),
    ('revoked', 'authorised')
  ) then
    raise exception 'a consent does not move from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'consent_moves_lawfully';
  end if;
  return new;
end
$$;
