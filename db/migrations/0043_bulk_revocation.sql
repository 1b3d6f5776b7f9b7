CREATE TABLE "assent"."bulk_revocation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"scope_of" text,
	"customer_ref" uuid,
	"reason" text NOT NULL,
	"prepared_by" text NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	"idempotency_key" text NOT NULL,
	"correlation_id" text NOT NULL,
	"state" text DEFAULT 'preparing' NOT NULL,
	"pass" integer DEFAULT 0 NOT NULL,
	"after_created" text,
	"after_consent" text,
	"leased_until" timestamp with time zone,
	"leased_by" uuid,
	"count" integer DEFAULT 0 NOT NULL,
	"set_hash" text,
	"customers" integer,
	"breakdown" jsonb,
	"approval_id" uuid,
	"started_at" timestamp with time zone,
	"stop_asked_by" text,
	"ended_at" timestamp with time zone,
	"begun" integer DEFAULT 0 NOT NULL,
	"revoked" integer DEFAULT 0 NOT NULL,
	"ended_before" integer DEFAULT 0 NOT NULL,
	"not_revoked" integer DEFAULT 0 NOT NULL,
	"authority_away" boolean DEFAULT false NOT NULL,
	CONSTRAINT "bulk_revocation_once" UNIQUE("prepared_by","idempotency_key"),
	CONSTRAINT "bulk_revocation_key" CHECK (length("assent"."bulk_revocation"."idempotency_key") between 1 and 128),
	CONSTRAINT "bulk_revocation_scope" CHECK ("assent"."bulk_revocation"."scope" in ('customer', 'tpp', 'account')),
	CONSTRAINT "bulk_revocation_of" CHECK (("assent"."bulk_revocation"."scope" = 'customer') = ("assent"."bulk_revocation"."customer_ref" is not null) and ("assent"."bulk_revocation"."scope" = 'customer') = ("assent"."bulk_revocation"."scope_of" is null)),
	CONSTRAINT "bulk_revocation_state" CHECK ("assent"."bulk_revocation"."state" in ('preparing', 'too-many', 'prepared', 'not-run', 'running', 'stopping', 'stopped', 'done')),
	CONSTRAINT "bulk_revocation_hash" CHECK (("assent"."bulk_revocation"."state" in ('preparing', 'too-many')) = ("assent"."bulk_revocation"."set_hash" is null)),
	CONSTRAINT "bulk_revocation_started" CHECK ("assent"."bulk_revocation"."state" not in ('running', 'stopping', 'stopped', 'done') or ("assent"."bulk_revocation"."approval_id" is not null and "assent"."bulk_revocation"."started_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "assent"."bulk_revocation_item" (
	"set_id" uuid NOT NULL,
	"consent_id" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"change_id" uuid,
	"found" text,
	CONSTRAINT "bulk_revocation_item_set_id_consent_id_pk" PRIMARY KEY("set_id","consent_id"),
	CONSTRAINT "bulk_revocation_item_state" CHECK ("assent"."bulk_revocation_item"."state" in ('waiting', 'sent', 'revoked', 'not-revoked', 'ended-before'))
);
--> statement-breakpoint
ALTER TABLE "assent"."bulk_revocation_item" ADD CONSTRAINT "bulk_revocation_item_set_id_bulk_revocation_id_fk" FOREIGN KEY ("set_id") REFERENCES "assent"."bulk_revocation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_revocation_newest" ON "assent"."bulk_revocation" USING btree ("prepared_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "bulk_revocation_to_do" ON "assent"."bulk_revocation" USING btree ("prepared_at") WHERE "assent"."bulk_revocation"."state" in ('preparing', 'running', 'stopping');--> statement-breakpoint
CREATE INDEX "bulk_revocation_unused" ON "assent"."bulk_revocation" USING btree ("prepared_at") WHERE "assent"."bulk_revocation"."started_at" is null;--> statement-breakpoint
CREATE INDEX "bulk_revocation_item_state_order" ON "assent"."bulk_revocation_item" USING btree ("set_id","state","consent_id");--> statement-breakpoint
-- Neither which consents they have in common, nor why, nor who prepared it: what runs is what was approved.
grant select, insert, delete on assent.bulk_revocation to assent_app;
--> statement-breakpoint
grant update (state, pass, after_created, after_consent, leased_until, leased_by, count, set_hash, customers, breakdown,
  approval_id, started_at, stop_asked_by, ended_at, begun, revoked, ended_before, not_revoked, authority_away)
  on assent.bulk_revocation to assent_app;
--> statement-breakpoint
-- A list that nobody asked for goes with its consents. A consent is never exchanged for another.
grant select, insert, delete on assent.bulk_revocation_item to assent_app;
--> statement-breakpoint
grant update (state, change_id, found) on assent.bulk_revocation_item to assent_app;
