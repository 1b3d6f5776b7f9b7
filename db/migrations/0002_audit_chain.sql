-- The record of evidence, anew: parted by month so that retention is a drop and not a delete, with whose chain it is in,
-- and with what is personal apart. What was written before keeps its words.
drop trigger audit_event_append_only on assent.audit_event;
--> statement-breakpoint
alter table assent.audit_event rename to audit_event_before;
--> statement-breakpoint
alter table assent.audit_event_before rename constraint audit_event_pkey to audit_event_before_pkey;
--> statement-breakpoint
drop index assent.audit_event_consent;
--> statement-breakpoint
drop index assent.audit_event_at;
--> statement-breakpoint
create table assent.audit_event (
	"id" uuid NOT NULL,
	"tenant" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"consent_id" text,
	"client_id" text,
	"kind" text,
	"actor_type" text NOT NULL,
	"actor_ref" text,
	"customer_ref" uuid,
	"correlation_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"personal" text,
	CONSTRAINT "audit_event_id_at_pk" PRIMARY KEY("id","at")
) partition by range (at);
--> statement-breakpoint
CREATE INDEX "audit_event_consent" ON "assent"."audit_event" USING btree ("consent_id","at");
--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "assent"."audit_event" USING brin ("at");
--> statement-breakpoint
-- A month without a part of its own must not keep a customer's answer from being written.
create table assent.audit_event_other partition of assent.audit_event default;
--> statement-breakpoint
CREATE TABLE "assent"."audit_unsealed" (
	"event_id" uuid NOT NULL,
	"tenant" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_unsealed_tenant_at_event_id_pk" PRIMARY KEY("tenant","at","event_id")
);
--> statement-breakpoint
CREATE TABLE "assent"."audit_link" (
	"tenant" text NOT NULL,
	"seq" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"event_at" timestamp with time zone NOT NULL,
	"event_hash" "bytea" NOT NULL,
	"chain_hash" "bytea" NOT NULL,
	CONSTRAINT "audit_link_tenant_seq_pk" PRIMARY KEY("tenant","seq"),
	CONSTRAINT "audit_link_event" UNIQUE("event_id","event_at")
);
--> statement-breakpoint
CREATE TABLE "assent"."audit_checkpoint" (
	"tenant" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"signed" text NOT NULL,
	CONSTRAINT "audit_checkpoint_tenant_seq_pk" PRIMARY KEY("tenant","seq")
);
--> statement-breakpoint
CREATE TABLE "assent"."customer_key" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"ref" uuid NOT NULL,
	"sealed_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_key_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
-- With the owner's rights: the app may take from the queue, and put nothing in it but by writing an event.
create function assent.audit_event_is_to_be_sealed() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into assent.audit_unsealed (event_id, tenant, at) values (new.id, new.tenant, new.at);
  return null;
end
$$;
--> statement-breakpoint
create trigger audit_event_to_be_sealed after insert on assent.audit_event
for each row execute function assent.audit_event_is_to_be_sealed();
--> statement-breakpoint
-- Who the customer was, and which accounts they chose, stays with the visit and the decision, where it can be erased.
insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref, correlation_id, detail)
select id, 'default', at, type, consent_id, client_id, kind, actor_type,
  case when actor_type <> 'customer' then actor_id end, correlation_id, detail - 'accountIds'
from assent.audit_event_before order by at;
--> statement-breakpoint
drop table assent.audit_event_before;
--> statement-breakpoint
drop function assent.audit_event_is_append_only();
--> statement-breakpoint
create function assent.is_append_only() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
create trigger audit_event_append_only before update or delete or truncate on assent.audit_event
for each statement execute function assent.is_append_only();
--> statement-breakpoint
-- The one above does not see who writes to a part by its own name; this one is copied to every part, present and to come.
create trigger audit_event_row_append_only before update or delete on assent.audit_event
for each row execute function assent.is_append_only();
--> statement-breakpoint
create trigger audit_event_part_append_only before truncate on assent.audit_event_other
for each statement execute function assent.is_append_only();
--> statement-breakpoint
create trigger audit_link_append_only before update or delete or truncate on assent.audit_link
for each statement execute function assent.is_append_only();
--> statement-breakpoint
create trigger audit_checkpoint_append_only before update or delete or truncate on assent.audit_checkpoint
for each statement execute function assent.is_append_only();
--> statement-breakpoint
-- Nothing is written about a customer under a key that is gone, by a process that has not heard of it yet. The lock makes
-- an erasure wait for the statement that still writes, and the statement fail that comes after.
create function assent.audit_event_has_its_key() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from assent.customer_key where ref = coalesce(new.customer_ref, new.actor_ref::uuid) for key share;
  if not found then
    raise exception 'the customer was erased' using errcode = 'foreign_key_violation', constraint = 'audit_event_customer_key';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger audit_event_customer_key before insert on assent.audit_event
for each row when (new.customer_ref is not null or new.actor_type = 'customer')
execute function assent.audit_event_has_its_key();
--> statement-breakpoint
-- Makes the parts of this month and the next three, with the owner's rights, and gives rows that had none their own:
-- those of a month at most `move_at_most`, since nothing can be written meanwhile. The rest stays where it is.
create function assent.make_audit_months(
  move_at_most integer default 10000, out made integer, out moved bigint, out left_over bigint
) language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  this_month constant timestamp := date_trunc('month', clock_timestamp() at time zone 'UTC');
  months timestamp[];
  month timestamp;
  part text;
  since timestamptz;
  until timestamptz;
  waiting bigint;
begin
  made := 0;
  moved := 0;
  left_over := 0;
  if not pg_try_advisory_xact_lock(7231905) then
    return;
  end if;
  -- As an array: a loop over the rows themselves would keep the part open that is taken out below.
  select array_agg(distinct first) into months from (
    select generate_series(this_month, this_month + interval '3 months', interval '1 month')
    union all
    select distinct date_trunc('month', at at time zone 'UTC') from assent.audit_event_other where isfinite(at)
  ) as all_months (first);
  foreach month in array months loop
    part := 'audit_event_' || to_char(month, 'YYYY_MM');
    since := month at time zone 'UTC';
    until := (month + interval '1 month') at time zone 'UTC';
    continue when to_regclass('assent.' || quote_ident(part)) is not null;
    select count(*) into waiting from assent.audit_event_other where at >= since and at < until;
    if waiting > coalesce(move_at_most, waiting) then
      left_over := left_over + waiting;
      continue;
    end if;
    execute format('create table assent.%I (like assent.audit_event including defaults including constraints)', part);
    if waiting > 0 then
      -- Out of the record for this transaction only: in it, rows can only be added.
      alter table assent.audit_event detach partition assent.audit_event_other;
      execute format(
        'with taken as (delete from assent.audit_event_other where at >= $1 and at < $2 returning *)
         insert into assent.%I select * from taken', part) using since, until;
    end if;
    execute format('alter table assent.audit_event attach partition assent.%I for values from (%L) to (%L)', part, since, until);
    execute format('create trigger audit_event_part_append_only before truncate on assent.%I
      for each statement execute function assent.is_append_only()', part);
    if waiting > 0 then
      alter table assent.audit_event attach partition assent.audit_event_other default;
    end if;
    made := made + 1;
    moved := moved + waiting;
  end loop;
end
$$;
--> statement-breakpoint
select assent.make_audit_months();
