CREATE TABLE "assent"."access_day" (
	"consent_id" text NOT NULL,
	"day" date NOT NULL,
	"resource" text NOT NULL,
	"account_id" text NOT NULL,
	"present" boolean NOT NULL,
	"reads" integer NOT NULL,
	"records" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_day_consent_id_day_resource_account_id_present_pk" PRIMARY KEY("consent_id","day","resource","account_id","present")
);
--> statement-breakpoint
CREATE TABLE "assent"."access_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"client_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resource" text NOT NULL,
	"present" boolean NOT NULL,
	"interaction_id" text,
	"account_ids" text[] NOT NULL,
	"records" integer[] NOT NULL,
	CONSTRAINT "access_event_records" CHECK (cardinality("assent"."access_event"."account_ids") = cardinality("assent"."access_event"."records"))
);
--> statement-breakpoint
CREATE TABLE "assent"."access_feed" (
	"issuer" text PRIMARY KEY NOT NULL,
	"told_until" timestamp with time zone NOT NULL,
	"heard_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assent"."access_last" (
	"consent_id" text NOT NULL,
	"resource" text NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_last_consent_id_resource_pk" PRIMARY KEY("consent_id","resource")
);
--> statement-breakpoint
CREATE TABLE "assent"."stop_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_ref" uuid NOT NULL,
	"client_id" text,
	"idempotency_key" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stop_batch_once" UNIQUE("customer_ref","idempotency_key"),
	CONSTRAINT "stop_batch_key" CHECK (length("assent"."stop_batch"."idempotency_key") between 1 and 128)
);
--> statement-breakpoint
CREATE TABLE "assent"."stop_batch_entry" (
	"batch_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	CONSTRAINT "stop_batch_entry_batch_id_change_id_pk" PRIMARY KEY("batch_id","change_id")
);
--> statement-breakpoint
ALTER TABLE "assent"."consent_change" DROP CONSTRAINT "consent_change_move";--> statement-breakpoint
ALTER TABLE "assent"."customer_case" DROP CONSTRAINT "customer_case_kind";--> statement-breakpoint
ALTER TABLE "assent"."customer_case" ALTER COLUMN "visit_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD COLUMN "account_id" text;--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD COLUMN "paused_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD COLUMN "pause_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assent"."stop_batch_entry" ADD CONSTRAINT "stop_batch_entry_batch_id_stop_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "assent"."stop_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assent"."stop_batch_entry" ADD CONSTRAINT "stop_batch_entry_change_id_consent_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "assent"."consent_change"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_day_day" ON "assent"."access_day" USING brin ("day");--> statement-breakpoint
CREATE INDEX "access_event_consent" ON "assent"."access_event" USING btree ("consent_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "consent_change_pause_due" ON "assent"."consent_change" USING btree ("paused_until") WHERE "assent"."consent_change"."paused_until" is not null and "assent"."consent_change"."pause_seen_at" is null and "assent"."consent_change"."state" = 'settled';--> statement-breakpoint
CREATE INDEX "consent_change_newest" ON "assent"."consent_change" USING btree ("consent_id","intended_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "customer_case_open_once" ON "assent"."customer_case" USING btree ("consent_id","customer_ref") WHERE "assent"."customer_case"."visit_id" is null and "assent"."customer_case"."state" = 'open';--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD CONSTRAINT "consent_change_account" CHECK (("assent"."consent_change"."move" = 'remove-account') = ("assent"."consent_change"."account_id" is not null));--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD CONSTRAINT "consent_change_pause" CHECK ("assent"."consent_change"."paused_until" is null or "assent"."consent_change"."move" = 'suspend');--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD CONSTRAINT "consent_change_move" CHECK ("assent"."consent_change"."move" in ('stop', 'terminate', 'suspend', 'resume', 'remove-account'));--> statement-breakpoint
ALTER TABLE "assent"."customer_case" ADD CONSTRAINT "customer_case_visit" CHECK (("assent"."customer_case"."kind" = 'not-expected') = ("assent"."customer_case"."visit_id" is not null));--> statement-breakpoint
ALTER TABLE "assent"."customer_case" ADD CONSTRAINT "customer_case_kind" CHECK ("assent"."customer_case"."kind" in ('not-expected', 'not-recognised'));--> statement-breakpoint
grant select, insert on assent.stop_batch, assent.stop_batch_entry to assent_app;
