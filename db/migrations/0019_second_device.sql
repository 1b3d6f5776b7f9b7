CREATE TABLE "assent"."second_device" (
	"visit_id" text PRIMARY KEY NOT NULL,
	"customer_ref" uuid NOT NULL,
	"code_mac" text NOT NULL,
	"number" text NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"joined_by" text,
	"sealed_visit" text,
	"expires_at" timestamp with time zone NOT NULL,
	"wrong_numbers" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "second_device_code_mac_unique" UNIQUE("code_mac"),
	CONSTRAINT "second_device_state" CHECK ("assent"."second_device"."state" in ('offered', 'joined', 'matched', 'ended', 'locked')),
	CONSTRAINT "second_device_joined_by" CHECK ("assent"."second_device"."state" not in ('joined', 'matched') or "assent"."second_device"."joined_by" is not null)
);
--> statement-breakpoint
ALTER TABLE "assent"."second_device" ADD CONSTRAINT "second_device_visit_id_consent_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "assent"."consent_visit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Offered anew and ended in its place; it goes with its visit.
grant select, insert, update on assent.second_device to assent_app;
