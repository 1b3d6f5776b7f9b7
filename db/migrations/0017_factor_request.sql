CREATE TABLE "assent"."factor_request" (
	"visit_id" text PRIMARY KEY NOT NULL,
	"customer_ref" uuid NOT NULL,
	"nonce" text NOT NULL,
	"challenge" text NOT NULL,
	"shown_hash" text NOT NULL,
	"chosen" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"code_mac" text,
	"code_reference" text,
	"code_expires_at" timestamp with time zone,
	"codes_sent" integer DEFAULT 0 NOT NULL,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "factor_request_state" CHECK ("assent"."factor_request"."state" in ('open', 'met', 'locked'))
);
--> statement-breakpoint
ALTER TABLE "assent"."factor_request" ADD CONSTRAINT "factor_request_visit_id_consent_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "assent"."consent_visit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Opened anew and closed in its place; it goes with its visit.
grant select, insert, update on assent.factor_request to assent_app;
