CREATE TABLE "assent"."consent_draft" (
	"visit_id" text PRIMARY KEY NOT NULL,
	"customer_ref" uuid NOT NULL,
	"payload_hash" text NOT NULL,
	"draft" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assent"."consent_draft" ADD CONSTRAINT "consent_draft_visit_id_consent_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "assent"."consent_visit"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Replaced while a customer looks around; nothing rests on it.
grant select, insert, update on assent.consent_draft to assent_app;
