-- Nobody has written to it yet.
DROP TABLE "assent"."consent_export";--> statement-breakpoint
CREATE TABLE "assent"."consent_export" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"query" text NOT NULL,
	"count" integer NOT NULL,
	"format" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"approval_id" uuid,
	"ready_at" timestamp with time zone,
	"taken_at" timestamp with time zone,
	CONSTRAINT "consent_export_format" CHECK ("assent"."consent_export"."format" in ('csv', 'jsonl'))
);
--> statement-breakpoint
CREATE INDEX "consent_export_staff" ON "assent"."consent_export" USING btree ("staff_id","asked_at") WHERE "assent"."consent_export"."taken_at" is null;--> statement-breakpoint
CREATE INDEX "consent_export_asked" ON "assent"."consent_export" USING btree ("asked_at");--> statement-breakpoint
grant select, insert, delete on assent.consent_export to assent_app;
--> statement-breakpoint
grant update (approval_id, ready_at, taken_at) on assent.consent_export to assent_app;
