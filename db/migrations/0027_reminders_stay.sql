ALTER TABLE "assent"."consent_reminder" DROP CONSTRAINT "consent_reminder_event_id_outbox_event_id_fk";
--> statement-breakpoint
ALTER TABLE "assent"."consent_reminder" ALTER COLUMN "event_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assent"."consent_reminder" ADD CONSTRAINT "consent_reminder_event_id_outbox_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "assent"."outbox_event"("id") ON DELETE set null ON UPDATE no action;