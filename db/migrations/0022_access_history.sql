CREATE TABLE "assent"."access_day" (
	"consent_id" text NOT NULL,
	"day" date NOT NULL,
	"resource" text NOT NULL,
	"account_id" text NOT NULL,
	"present" boolean NOT NULL,
	"reads" integer NOT NULL,
	"records" bigint NOT NULL,
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
CREATE INDEX "access_day_day" ON "assent"."access_day" USING brin ("day");--> statement-breakpoint
CREATE INDEX "access_event_consent" ON "assent"."access_event" USING btree ("consent_id","id" DESC NULLS FIRST);