-- The app works as this role, whoever it logs in as: it may add evidence and read it, and nothing else (C-22).
do $$
begin
  if to_regrole('assent_app') is null then
    create role assent_app nologin;
  end if;
exception
  -- Roles belong to the whole server: another database of it may be making this one now.
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'the role assent_app is missing, and % may not make it; let an administrator run: create role assent_app nologin; grant assent_app to %;',
      current_user, quote_ident(current_user);
end
$$;
--> statement-breakpoint
do $$
declare
  -- Since PostgreSQL 16 whoever made a role may grant it and not yet become it.
  becoming text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  if not pg_has_role(current_user, 'assent_app', becoming) then
    execute format('grant assent_app to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise exception '% may not become the role assent_app; let an administrator run: grant assent_app to %;',
      current_user, quote_ident(current_user);
end
$$;
--> statement-breakpoint
grant usage on schema assent, assent_migrations to assent_app;
--> statement-breakpoint
-- Whether this build's schema is there is asked before any customer is let in.
grant select on all tables in schema assent_migrations to assent_app;
--> statement-breakpoint
-- Written once: what happened, and what was shown and said. Parts of the record by month are reached through it alone.
grant select, insert on
  assent.audit_event, assent.audit_link, assent.audit_checkpoint, assent.shown_page, assent.consent_visit,
  assent.consent_version_projection, assent.delivery_attempt, assent.customer_key
to assent_app;
--> statement-breakpoint
-- What the app adds, it adds now: whoever breaks into it cannot write into the past.
alter table assent.audit_event enable row level security;
--> statement-breakpoint
create policy audit_event_read on assent.audit_event for select using (true);
--> statement-breakpoint
create policy audit_event_now on assent.audit_event for insert to assent_app
with check (at between clock_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute');
--> statement-breakpoint
-- What is on its way from one state to the next.
grant select, insert, update on
  assent.consent_decision, assent.consent_change, assent.consent_projection, assent.authority_event_inbox,
  assent.drift_finding, assent.reconcile_walk, assent.outbox_event, assent.outbox_delivery, assent.delivery_endpoint,
  assent.event_subscription,
  assent.customer_notice, assent.receipt, assent.job_status
to assent_app;
--> statement-breakpoint
grant delete on assent.event_subscription, assent.authority_event_inbox to assent_app;
--> statement-breakpoint
-- The queue of the sealer: filled by a trigger with the owner's rights, so that nothing else can stand in it.
grant select, delete on assent.audit_unsealed to assent_app;
--> statement-breakpoint
revoke execute on function assent.make_audit_months from public;
--> statement-breakpoint
grant execute on function assent.make_audit_months to assent_app;
--> statement-breakpoint
-- Makes what we hold of a customer nobody's: the key to their evidence goes, and tables that change forget them. The
-- record of evidence keeps every row and every hash. False when nothing was held. With the owner's rights, so that a
-- bank can let somebody erase customers (grant execute) who can do nothing else; the app cannot.
create function assent.erase_customer(customer text, erasure uuid, tenant text, staff text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  pseudonym uuid;
  consents text[];
  own text[];
begin
  -- Consents before the key, as everyone does who moves one: the other way round each would wait for the other.
  perform from assent.consent_projection where customer_id = customer order by consent_id for update;
  -- Whoever still writes about the customer holds this row and is waited for; whoever comes after finds it gone.
  select ref into pseudonym from assent.customer_key where customer_id = customer for update;
  consents := array(
    select consent_id from assent.consent_visit where customer_id = customer
    union select consent_id from assent.consent_projection where customer_id = customer
    union select consent_id from assent.outbox_event where customer_id = customer);
  if pseudonym is null and cardinality(consents) = 0 then
    return false;
  end if;
  if exists (
    select from assent.consent_decision as decision join assent.consent_visit as visit on visit.id = decision.visit_id
    where visit.customer_id = customer and decision.state = 'intended'
    union all
    select from assent.consent_change where consent_id = any (consents) and state = 'intended'
    union all
    select from assent.authority_event_inbox
    where applied_at is null and (consent_id = any (consents) or strpos(event::text, to_json(customer)::text) > 0)
  ) then
    raise exception 'something of this customer is not finished yet; try again in a minute' using errcode = 'object_in_use';
  end if;

  if pseudonym is not null then
    insert into assent.audit_event (id, tenant, at, type, actor_type, actor_ref, customer_ref, correlation_id, detail)
    values (erasure, tenant, clock_timestamp(), 'customer-erased',
      case when staff is null then 'system' else 'staff' end, staff, pseudonym, erasure::text, '{}');
    delete from assent.customer_key where customer_id = customer;
  end if;
  update assent.consent_decision as decision
  set decision = case when decision.decision ? 'accountIds' then jsonb_set(decision.decision, '{accountIds}', '[]')
      else decision.decision end,
    sealed_next_hop = null
  from assent.consent_visit as visit where visit.id = decision.visit_id and visit.customer_id = customer;
  update assent.consent_visit set customer_id = coalesce(pseudonym, erasure)::text where customer_id = customer;
  -- Whoever opened a request that somebody else then answered has no part in that consent.
  own := array(
    select consent_id from assent.consent_projection
    where consent_id = any (consents) and coalesce(customer_id, customer) = customer);
  update assent.consent_projection set customer_id = null, account_ids = '{}' where consent_id = any (own);
  update assent.consent_version_projection set difference = difference - 'accountIds'
  where consent_id = any (own) and difference ? 'accountIds';
  update assent.drift_finding set ours = null, theirs = null where consent_id = any (consents);
  -- First, so that a worker who is writing these out is waited for, and what it wrote is found below.
  update assent.outbox_event set customer_id = null where customer_id = customer;
  delete from assent.customer_notice where customer_id = customer;
  update assent.outbox_delivery
  set recipient = coalesce(pseudonym, erasure)::text, body = '', state = case state when 'queued' then 'expired' else state end,
    ended_at = coalesce(ended_at, clock_timestamp())
  where recipient = customer and channel in ('e-mail', 'in-app');
  return true;
end
$$;
--> statement-breakpoint
revoke execute on function assent.erase_customer from public;
