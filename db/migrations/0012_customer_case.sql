CREATE TABLE "assent"."customer_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"kind" text NOT NULL,
	"consent_id" text NOT NULL,
	"client_id" text NOT NULL,
	"customer_ref" uuid NOT NULL,
	"visit_id" text NOT NULL,
	"reference" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"announcing_until" timestamp with time zone,
	"announced_at" timestamp with time zone,
	CONSTRAINT "customer_case_visit_id_unique" UNIQUE("visit_id"),
	CONSTRAINT "customer_case_reference_unique" UNIQUE("reference"),
	CONSTRAINT "customer_case_kind" CHECK ("assent"."customer_case"."kind" in ('not-expected')),
	CONSTRAINT "customer_case_state" CHECK ("assent"."customer_case"."state" in ('open', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "assent"."customer_case" ADD CONSTRAINT "customer_case_visit_id_consent_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "assent"."consent_visit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_case_unannounced" ON "assent"."customer_case" USING btree ("opened_at") WHERE "assent"."customer_case"."announced_at" is null;--> statement-breakpoint
-- The fraud team opens and closes; who may delete is whoever owns the record.
grant select, insert, update on assent.customer_case to assent_app;
