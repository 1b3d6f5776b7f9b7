ALTER TABLE "assent"."authority_event_inbox" DROP CONSTRAINT "authority_event_outcome";--> statement-breakpoint
DROP INDEX "assent"."drift_finding_open";--> statement-breakpoint
ALTER TABLE "assent"."drift_finding" ADD COLUMN "about" text DEFAULT 'state' NOT NULL;--> statement-breakpoint
CREATE INDEX "consent_visit_consent" ON "assent"."consent_visit" USING btree ("consent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drift_finding_open" ON "assent"."drift_finding" USING btree ("consent_id","about") WHERE "assent"."drift_finding"."repaired_at" is null;--> statement-breakpoint
ALTER TABLE "assent"."authority_event_inbox" ADD CONSTRAINT "authority_event_outcome" CHECK ("assent"."authority_event_inbox"."outcome" in ('moved', 'same', 'older', 'repaired', 'disputed'));--> statement-breakpoint
ALTER TABLE "assent"."drift_finding" ADD CONSTRAINT "drift_finding_about" CHECK ("assent"."drift_finding"."about" in ('state', 'customer'));