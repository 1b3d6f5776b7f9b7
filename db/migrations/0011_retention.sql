CREATE TABLE "assent"."audit_retirement" (
	"tenant" text NOT NULL,
	"month" date NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"signed" text NOT NULL,
	CONSTRAINT "audit_retirement_tenant_month_pk" PRIMARY KEY("tenant","month")
);
--> statement-breakpoint
CREATE TABLE "assent"."sweep_position" (
	"name" text PRIMARY KEY NOT NULL,
	"after" text,
	"passed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "assent"."customer_key" ADD COLUMN "replaced_key" text;--> statement-breakpoint
ALTER TABLE "assent"."customer_key" ADD COLUMN "replaced_at" timestamp with time zone;--> statement-breakpoint
grant select on assent.audit_retirement, assent.sweep_position to assent_app;
--> statement-breakpoint
-- Sweeping. The app may not delete: these functions do, with the owner's rights, and none of them takes anything before
-- a time that no setting shortens, or what a decision within its time rests on. Each looks at some rows further on than
-- the one before it, so that a record of any size is gone through in small steps; one at a time for each name.
create function assent.sweep_begins(sweep text) returns text
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  place text;
begin
  insert into assent.sweep_position (name) values (sweep) on conflict do nothing;
  select coalesce(after, '') into place from assent.sweep_position where name = sweep for update skip locked;
  return place;
end
$$;
--> statement-breakpoint
create function assent.sweep_came_to(sweep text, place text) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  update assent.sweep_position
  set after = place, passed_at = case when place is null then clock_timestamp() else passed_at end
  where name = sweep
$$;
--> statement-breakpoint
-- Visits that nobody answered, with their pages; of an answered visit, pages on which the answer does not rest; and whole decisions (pages, receipt,
-- changes of the consent) when they and their consent have both ended so long ago.
create function assent.sweep_visits(
  pages_kept interval, visits_kept interval, records_kept interval, looks integer, only_count boolean, since text
) returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  pages_before constant timestamptz := clock_timestamp() - greatest(pages_kept, interval '1 day');
  -- The hand-off that opened it must be long dead at the authorization server: the visit is what keeps it from opening again.
  visits_before constant timestamptz := clock_timestamp() - greatest(visits_kept, interval '7 days');
  records_before constant timestamptz := clock_timestamp() - greatest(records_kept, interval '1 year');
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
    delete from assent.consent_visit where id = any (unanswered || past);
    perform assent.sweep_came_to('visits', looked[looks]);
  end if;
  return jsonb_build_object('looked', cardinality(looked), 'after', looked[looks], 'pages', page_count,
    'visits', cardinality(unanswered), 'decisions', cardinality(past));
end
$$;
--> statement-breakpoint
-- What customers found in the app.
create function assent.sweep_notices(notices_kept interval, looks integer, only_count boolean, since text)
returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before constant timestamptz := clock_timestamp() - greatest(notices_kept, interval '30 days');
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
-- Events for the outside that went to everyone, or were given up: with their deliveries and attempts. The newest of each
-- consent stays: its version is what a picture that is made anew counts on from.
create function assent.sweep_outbox(deliveries_kept interval, looks integer, only_count boolean, since text)
returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before constant timestamptz := clock_timestamp() - greatest(deliveries_kept, interval '7 days');
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
-- Findings of drift that are settled.
create function assent.sweep_findings(findings_kept interval, looks integer, only_count boolean, since text)
returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before constant timestamptz := clock_timestamp() - greatest(findings_kept, interval '30 days');
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
revoke execute on function assent.sweep_begins, assent.sweep_came_to, assent.sweep_visits, assent.sweep_notices,
  assent.sweep_outbox, assent.sweep_findings from public;
--> statement-breakpoint
grant execute on function assent.sweep_visits, assent.sweep_notices, assent.sweep_outbox, assent.sweep_findings
to assent_app;
--> statement-breakpoint
create trigger audit_retirement_append_only before update or delete or truncate on assent.audit_retirement
for each statement execute function assent.is_append_only();
--> statement-breakpoint
-- Drops a month of the record that is over a year old, the oldest there is, with a signed claim for each tenant of what
-- was in it. The links stay: they are hashes, and hold the chain together. Not the app's: a person does this.
create function assent.retire_audit_month(month date, claims jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
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
  execute format('lock table assent.%I in access exclusive mode', part);
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
--> statement-breakpoint
revoke execute on function assent.retire_audit_month from public;
--> statement-breakpoint
-- Puts a customer's key under a newer key of the app's. The app cannot lose keys this way: what was there before is kept
-- where it can change nothing, and for a week nothing else takes that place.
create function assent.reseal_customer_key(customer uuid, before text, after text) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with resealed as (
    update assent.customer_key set sealed_key = after, replaced_key = before, replaced_at = clock_timestamp()
    where ref = customer and sealed_key = before
      and (replaced_at is null or replaced_at < clock_timestamp() - interval '7 days')
    returning ref
  )
  select exists (select from resealed)
$$;
--> statement-breakpoint
revoke execute on function assent.reseal_customer_key from public;
--> statement-breakpoint
grant execute on function assent.reseal_customer_key to assent_app;
