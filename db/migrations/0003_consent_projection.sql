CREATE TABLE "assent"."authority_event_inbox" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"event" jsonb NOT NULL,
	"applied_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "assent"."consent_projection" (
	"consent_id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"client_name" text,
	"kind" text NOT NULL,
	"customer_id" text,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"suspended_by" text,
	"version" integer NOT NULL,
	"account_ids" text[] NOT NULL,
	"permissions" text[],
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"authority_revision" integer,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "consent_projection_status" CHECK ("assent"."consent_projection"."status" in ('awaiting-upload', 'pending', 'partially-authorised', 'authorised', 'suspended',
        'consumed', 'rejected', 'revoked', 'terminated', 'expired')),
	CONSTRAINT "consent_projection_version" CHECK ("assent"."consent_projection"."version" > 0),
	CONSTRAINT "consent_projection_suspended" CHECK (("assent"."consent_projection"."status" = 'suspended') = ("assent"."consent_projection"."suspended_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "assent"."consent_version_projection" (
	"consent_id" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"move" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_type" text NOT NULL,
	"actor_ref" text,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"decision_id" uuid,
	"difference" jsonb NOT NULL,
	"correlation_id" text NOT NULL,
	CONSTRAINT "consent_version_projection_consent_id_version_pk" PRIMARY KEY("consent_id","version"),
	CONSTRAINT "consent_version_source" CHECK ("assent"."consent_version_projection"."source" in ('assent', 'authority-event', 'reconcile'))
);
--> statement-breakpoint
CREATE TABLE "assent"."drift_finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"ours" jsonb,
	"theirs" jsonb,
	"repaired_at" timestamp with time zone,
	"lawful" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assent"."reconcile_walk" (
	"name" text PRIMARY KEY NOT NULL,
	"after" text,
	"round_started_at" timestamp with time zone,
	"round_ended_at" timestamp with time zone,
	"seen" bigint DEFAULT 0 NOT NULL,
	"drifted" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "authority_event_waiting" ON "assent"."authority_event_inbox" USING btree ("received_at") WHERE "assent"."authority_event_inbox"."applied_at" is null;
--> statement-breakpoint
CREATE INDEX "consent_projection_customer" ON "assent"."consent_projection" USING btree ("customer_id","created_at" DESC NULLS FIRST,"consent_id" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX "consent_projection_client" ON "assent"."consent_projection" USING btree ("client_id","status","created_at" DESC NULLS FIRST,"consent_id" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX "consent_projection_created" ON "assent"."consent_projection" USING btree ("created_at" DESC NULLS FIRST,"consent_id" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX "consent_projection_expiry" ON "assent"."consent_projection" USING btree ("expires_at") WHERE "assent"."consent_projection"."status" in ('pending', 'partially-authorised', 'authorised', 'suspended');
--> statement-breakpoint
CREATE INDEX "drift_finding_found" ON "assent"."drift_finding" USING btree ("found_at" DESC NULLS FIRST);
