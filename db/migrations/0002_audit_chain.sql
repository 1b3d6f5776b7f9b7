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
	"event_id" uuid PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"at" timestamp with time zone NOT NULL
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
	CONSTRAINT "audit_link_event_id_unique" UNIQUE("event_id")
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
create function assent.audit_event_is_to_be_sealed() returns trigger language plpgsql as $$
begin
  insert into assent.audit_unsealed (event_id, tenant, at) values (new.id, new.tenant, new.at);
  return null;
end
$$;
--> statement-breakpoint
create trigger audit_event_to_be_sealed after insert on assent.audit_event
for each row execute function assent.audit_event_is_to_be_sealed();
--> statement-breakpoint
insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref, correlation_id, detail)
select id, 'default', at, type, consent_id, client_id, kind, actor_type, actor_id, correlation_id, detail
from assent.audit_event_before order by at;
--> statement-breakpoint
drop table assent.audit_event_before;
--> statement-breakpoint
create trigger audit_event_append_only before update or delete or truncate on assent.audit_event
for each statement execute function assent.audit_event_is_append_only();
