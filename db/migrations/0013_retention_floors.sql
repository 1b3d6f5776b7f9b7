-- When a sweep's time is: the earlier of what is set and what no setting shortens. Times are compared and not intervals,
-- for which PostgreSQL takes every month for 30 days: a thousand years less than so many days could lie in the future.
create function assent.swept_before(kept interval, shortest interval) returns timestamptz
language sql stable set search_path = pg_catalog, pg_temp as $$
  select least(clock_timestamp() - kept, clock_timestamp() - shortest)
$$;
--> statement-breakpoint
revoke execute on function assent.swept_before from public;
--> statement-breakpoint
create or replace function assent.sweep_visits(
  pages_kept interval, visits_kept interval, records_kept interval, looks integer, only_count boolean, since text
) returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  pages_before constant timestamptz := assent.swept_before(pages_kept, interval '1 day');
  -- The hand-off that opened it must be long dead at the authorization server: the visit is what keeps it from opening again.
  visits_before constant timestamptz := assent.swept_before(visits_kept, interval '7 days');
  records_before constant timestamptz := assent.swept_before(records_kept, interval '1 year');
  place text := case when only_count then since else assent.sweep_begins('visits') end;
  looked text[];
  unanswered text[];
  past text[];
  page_count bigint;
begin
  if place is null then
    return jsonb_build_object('looked', 0);
  end if;
  looked := array(select id from assent.consent_visit where id > place order by id limit looks);
  unanswered := array(
    select id from assent.consent_visit as visit
    where id = any (looked) and opened_at < visits_before
      and not exists (select from assent.consent_decision as decision where decision.visit_id = visit.id)
    for update skip locked);
  past := array(
    select visit.id
    from assent.consent_visit as visit join assent.consent_decision as decision on decision.visit_id = visit.id
    where visit.id = any (looked) and decision.state <> 'intended' and decision.ended_at < records_before
      and not exists (
        select from assent.consent_projection as consent
        where consent.consent_id = visit.consent_id and (consent.changed_at >= records_before
          or consent.status not in ('consumed', 'rejected', 'revoked', 'terminated', 'expired')))
    for update of visit, decision skip locked);
  select count(*) into page_count from assent.shown_page as page
  where visit_id = any (looked) and (visit_id = any (unanswered) or visit_id = any (past) or (at < pages_before
    and exists (
      select from assent.consent_decision as decision
      where decision.visit_id = page.visit_id and decision.state <> 'intended'
        and decision.shown_hash is distinct from page.shown_hash)));
  if not only_count then
    delete from assent.receipt as receipt using assent.consent_decision as decision
    where decision.visit_id = any (past) and receipt.decision_id = decision.id;
    delete from assent.consent_change as change using assent.consent_visit as visit
    where visit.id = any (past) and change.consent_id = visit.consent_id and change.ended_at < records_before;
    delete from assent.consent_decision where visit_id = any (past);
    delete from assent.shown_page as page
    where visit_id = any (looked) and (visit_id = any (unanswered) or visit_id = any (past) or (at < pages_before
      and exists (
        select from assent.consent_decision as decision
        where decision.visit_id = page.visit_id and decision.state <> 'intended'
          and decision.shown_hash is distinct from page.shown_hash)));
    -- Nothing rests on what was tried out before an answer.
    delete from assent.consent_draft as draft
    where visit_id = any (looked) and at < pages_before
      and exists (
        select from assent.consent_decision as decision
        where decision.visit_id = draft.visit_id and decision.state <> 'intended');
    delete from assent.consent_visit where id = any (unanswered || past);
    perform assent.sweep_came_to('visits', looked[looks]);
  end if;
  return jsonb_build_object('looked', cardinality(looked), 'after', looked[looks], 'pages', page_count,
    'visits', cardinality(unanswered), 'decisions', cardinality(past));
end
$$;
--> statement-breakpoint
create or replace function assent.sweep_notices(notices_kept interval, looks integer, only_count boolean, since text)
returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before constant timestamptz := assent.swept_before(notices_kept, interval '30 days');
  place text := case when only_count then since else assent.sweep_begins('notices') end;
  looked uuid[];
  gone uuid[];
begin
  if place is null then
    return jsonb_build_object('looked', 0);
  end if;
  looked := array(select id from assent.customer_notice
    where place = '' or id > nullif(place, '')::uuid order by id limit looks);
  gone := array(select id from assent.customer_notice where id = any (looked) and at < before for update skip locked);
  if not only_count then
    delete from assent.customer_notice where id = any (gone);
    perform assent.sweep_came_to('notices', looked[looks]::text);
  end if;
  return jsonb_build_object('looked', cardinality(looked), 'after', looked[looks], 'notices', cardinality(gone));
end
$$;
--> statement-breakpoint
create or replace function assent.sweep_outbox(deliveries_kept interval, looks integer, only_count boolean, since text)
returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before constant timestamptz := assent.swept_before(deliveries_kept, interval '7 days');
  place text := case when only_count then since else assent.sweep_begins('outbox') end;
  looked uuid[];
  gone uuid[];
  delivery_count bigint;
begin
  if place is null then
    return jsonb_build_object('looked', 0);
  end if;
  looked := array(select id from assent.outbox_event
    where place = '' or id > nullif(place, '')::uuid order by id limit looks);
  gone := array(
    select id from assent.outbox_event as event
    where id = any (looked) and addressed_at < before
      and exists (
        select from assent.outbox_event as newer
        where newer.consent_id = event.consent_id and newer.version > event.version)
      and not exists (
        select from assent.outbox_delivery as delivery
        where delivery.event_id = event.id and (delivery.ended_at is null or delivery.ended_at >= before))
      and not exists (select from assent.customer_notice as notice where notice.event_id = event.id)
    for update skip locked);
  select count(*) into delivery_count from assent.outbox_delivery where event_id = any (gone);
  if not only_count then
    delete from assent.outbox_delivery where event_id = any (gone);
    delete from assent.outbox_event where id = any (gone);
    perform assent.sweep_came_to('outbox', looked[looks]::text);
  end if;
  return jsonb_build_object('looked', cardinality(looked), 'after', looked[looks], 'events', cardinality(gone),
    'deliveries', delivery_count);
end
$$;
--> statement-breakpoint
create or replace function assent.sweep_findings(findings_kept interval, looks integer, only_count boolean, since text)
returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before constant timestamptz := assent.swept_before(findings_kept, interval '30 days');
  place text := case when only_count then since else assent.sweep_begins('findings') end;
  looked uuid[];
  gone uuid[];
begin
  if place is null then
    return jsonb_build_object('looked', 0);
  end if;
  looked := array(select id from assent.drift_finding
    where place = '' or id > nullif(place, '')::uuid order by id limit looks);
  gone := array(
    select id from assent.drift_finding where id = any (looked) and repaired_at < before for update skip locked);
  if not only_count then
    delete from assent.drift_finding where id = any (gone);
    perform assent.sweep_came_to('findings', looked[looks]::text);
  end if;
  return jsonb_build_object('looked', cardinality(looked), 'after', looked[looks], 'findings', cardinality(gone));
end
$$;
--> statement-breakpoint
-- The part is kept from being written to, and not from being read, until it goes: who reads all of the record holds the
-- table, waited here for the part, and kept it from being dropped. Whoever writes waits behind the drop for no longer than
-- a statement of the app may take.
create or replace function assent.retire_audit_month(month date, claims jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  since constant timestamptz := month::timestamp at time zone 'UTC';
  until constant timestamptz := (month::timestamp + interval '1 month') at time zone 'UTC';
  part constant text := 'audit_event_' || to_char(month, 'YYYY_MM');
  events bigint;
begin
  if month <> date_trunc('month', month)::date or until > clock_timestamp() - interval '1 year' then
    raise exception '% is no month that ended more than a year ago', month using errcode = 'check_violation';
  end if;
  if to_regclass('assent.' || quote_ident(part)) is null then
    raise exception 'there is no part of % in the record', month using errcode = 'undefined_table';
  end if;
  execute format('lock table assent.%I in share row exclusive mode', part);
  if exists (select from assent.audit_event where at < since)
    or exists (select from assent.audit_event_other where at >= since and at < until) then
    raise exception 'there are older events in the record: months go in their order' using errcode = 'check_violation';
  end if;
  if exists (select from assent.audit_unsealed where at >= since and at < until) then
    raise exception 'events of % still wait for their links', month using errcode = 'check_violation';
  end if;
  execute format('select count(*) from assent.%I', part) into events;
  if events <> coalesce((select sum((claim ->> 'events')::bigint) from jsonb_array_elements(claims) as claim), 0) then
    raise exception 'the record of % is not what was signed', month using errcode = 'check_violation';
  end if;
  insert into assent.audit_retirement (tenant, month, signed)
  select claim ->> 'tenant', month, claim ->> 'signed' from jsonb_array_elements(claims) as claim;
  execute format('drop table assent.%I', part);
  return events;
end
$$;
