CREATE SCHEMA "assent";
--> statement-breakpoint
CREATE TABLE "assent"."audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"type" text NOT NULL,
	"consent_id" text NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" text,
	"correlation_id" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assent"."consent_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"decision" jsonb NOT NULL,
	"state" text DEFAULT 'intended' NOT NULL,
	"sealed_visit" text,
	"sealed_next_hop" text,
	"intended_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_because" text,
	"sending_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"followed_at" timestamp with time zone,
	CONSTRAINT "consent_decision_visit_id_unique" UNIQUE("visit_id"),
	CONSTRAINT "consent_decision_state" CHECK ("assent"."consent_decision"."state" in ('intended', 'settled', 'closed')),
	CONSTRAINT "consent_decision_hop" CHECK ("assent"."consent_decision"."sealed_next_hop" is null or "assent"."consent_decision"."state" = 'settled'),
	CONSTRAINT "consent_decision_closed" CHECK (("assent"."consent_decision"."state" = 'closed') = ("assent"."consent_decision"."closed_because" is not null))
);
--> statement-breakpoint
CREATE TABLE "assent"."consent_visit" (
	"id" text PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"customer_id" text NOT NULL,
	"correlation_id" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assent"."consent_decision" ADD CONSTRAINT "consent_decision_visit_id_consent_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "assent"."consent_visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_consent" ON "assent"."audit_event" USING btree ("consent_id","at");--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "assent"."audit_event" USING brin ("at");--> statement-breakpoint
CREATE INDEX "consent_decision_intended" ON "assent"."consent_decision" USING btree ("intended_at") WHERE "assent"."consent_decision"."state" = 'intended';--> statement-breakpoint
CREATE INDEX "consent_visit_opened" ON "assent"."consent_visit" USING btree ("opened_at");