CREATE TABLE "assent"."decision_evidence" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"customer_ref" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"catalogue_version" text NOT NULL,
	"payload_hash" text NOT NULL,
	"shown_hash" text NOT NULL,
	"shown" text NOT NULL
);
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
ALTER TABLE "assent"."decision_evidence" ADD CONSTRAINT "decision_evidence_decision_id_consent_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "assent"."consent_decision"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assent"."receipt" ADD CONSTRAINT "receipt_decision_id_consent_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "assent"."consent_decision"("id") ON DELETE no action ON UPDATE no action;
