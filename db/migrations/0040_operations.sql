CREATE TABLE "assent"."asked_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"kind" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"correlation_id" text NOT NULL,
	"started_at" timestamp with time zone,
	"leased_until" timestamp with time zone,
	"looked" bigint DEFAULT 0 NOT NULL,
	"expected" bigint,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"result" jsonb,
	CONSTRAINT "asked_check_kind" CHECK ("assent"."asked_check"."kind" in ('verify-record', 'count-due')),
	CONSTRAINT "asked_check_outcome" CHECK ("assent"."asked_check"."outcome" in ('done', 'failed')),
	CONSTRAINT "asked_check_ended" CHECK (("assent"."asked_check"."ended_at" is null) = ("assent"."asked_check"."outcome" is null))
);
--> statement-breakpoint
ALTER TABLE "assent"."job_status" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "asked_check_one" ON "assent"."asked_check" USING btree ("tenant","kind") WHERE "assent"."asked_check"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "asked_check_newest" ON "assent"."asked_check" USING btree ("tenant","kind","asked_at");--> statement-breakpoint

-- Nothing is written to a table while its index is made. A bank whose record is large makes these before, while the app
-- works: on each part of it `create index concurrently`, then the one of the whole `on only`, and attaches the parts.
CREATE INDEX IF NOT EXISTS "audit_event_newest" ON "assent"."audit_event" USING btree ("tenant","at","id");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "audit_event_type" ON "assent"."audit_event" USING btree ("tenant","type","at","id");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "audit_event_client" ON "assent"."audit_event" USING btree ("tenant","client_id","at","id") WHERE "assent"."audit_event"."client_id" is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "audit_event_actor" ON "assent"."audit_event" USING btree ("tenant","actor_ref","at","id") WHERE "assent"."audit_event"."actor_ref" is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "audit_event_customer" ON "assent"."audit_event" USING btree ("customer_ref","at","id") WHERE "assent"."audit_event"."customer_ref" is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "outbox_delivery_dead" ON "assent"."outbox_delivery" USING btree ("ended_at","id") WHERE "assent"."outbox_delivery"."state" in ('parked', 'expired');--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "outbox_delivery_dead_of" ON "assent"."outbox_delivery" USING btree ("channel","endpoint","ended_at","id") WHERE "assent"."outbox_delivery"."state" in ('parked', 'expired');
--> statement-breakpoint
grant select, insert, update on assent.asked_check to assent_app;
--> statement-breakpoint
-- For a person who found out that the authorization server is right about whose a consent is: it becomes nobody's, and with
-- the next look whose the authorization server says. What it held of the customer before goes, also from its history, which
-- the app may only add to; hence with the owner's rights, and for nothing but an open dispute. False where there is none.
create function assent.take_over_customer(consent text, event uuid, tenant text, staff text, correlation text) returns boolean
language plpgsql strict security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  -- The consent before the finding, as everyone does who moves one.
  held constant text := (
    select consent_id from assent.consent_projection where consent_id = take_over_customer.consent for update);
begin
  update assent.drift_finding set repaired_at = clock_timestamp()
  where consent_id = held and about = 'customer' and repaired_at is null;
  if not found then
    return false;
  end if;
  update assent.consent_projection set customer_id = null, account_ids = '{}', confirmed_at = null where consent_id = held;
  update assent.consent_version_projection set difference = difference - 'accountIds'
  where consent_id = held and difference ? 'accountIds';
  insert into assent.audit_event (id, tenant, at, type, consent_id, actor_type, actor_ref, correlation_id, detail)
  values (event, tenant, clock_timestamp(), 'customer-dispute-settled', held, 'staff', staff, correlation, '{}');
  return true;
end
$$;
--> statement-breakpoint
revoke execute on function assent.take_over_customer from public;
--> statement-breakpoint
grant execute on function assent.take_over_customer to assent_app;
