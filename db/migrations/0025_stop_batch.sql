ALTER TABLE "assent"."stop_batch_entry" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "assent"."stop_batch_entry" CASCADE;--> statement-breakpoint
ALTER TABLE "assent"."stop_batch" ADD COLUMN "consent_ids" text[] NOT NULL;--> statement-breakpoint
CREATE INDEX "stop_batch_age" ON "assent"."stop_batch" USING btree ("asked_at");--> statement-breakpoint
-- What nobody can open any more goes with the next one that is written.
grant delete on assent.stop_batch to assent_app;
