CREATE TABLE "assent"."shown_page" (
	"visit_id" text NOT NULL,
	"shown_hash" text NOT NULL,
	"customer_ref" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"catalogue_version" text NOT NULL,
	"payload_hash" text NOT NULL,
	"shown" text NOT NULL,
	CONSTRAINT "shown_page_visit_id_shown_hash_pk" PRIMARY KEY("visit_id","shown_hash")
);
--> statement-breakpoint
ALTER TABLE "assent"."consent_decision" ADD COLUMN "shown_hash" text;
--> statement-breakpoint
CREATE TABLE "assent"."receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"consent_id" text NOT NULL,
	"customer_ref" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"digest" text,
	"signed" text,
	"detail" jsonb NOT NULL,
	CONSTRAINT "receipt_decision_id_unique" UNIQUE("decision_id"),
	CONSTRAINT "receipt_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
ALTER TABLE "assent"."shown_page" ADD CONSTRAINT "shown_page_visit_id_consent_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "assent"."consent_visit"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- A decision cannot rest on a page that its visit was never shown.
ALTER TABLE "assent"."consent_decision" ADD CONSTRAINT "consent_decision_shown" FOREIGN KEY ("visit_id", "shown_hash") REFERENCES "assent"."shown_page"("visit_id", "shown_hash");
--> statement-breakpoint
ALTER TABLE "assent"."receipt" ADD CONSTRAINT "receipt_decision_id_consent_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "assent"."consent_decision"("id") ON DELETE no action ON UPDATE no action;
