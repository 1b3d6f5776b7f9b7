CREATE TABLE "assent"."staff_look" (
	"staff_id" text NOT NULL,
	"consent_id" text NOT NULL,
	"reason" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_look_staff_id_consent_id_pk" PRIMARY KEY("staff_id","consent_id"),
	CONSTRAINT "staff_look_ends" CHECK ("assent"."staff_look"."ends_at" > "assent"."staff_look"."said_at")
);
--> statement-breakpoint
CREATE INDEX "staff_look_ends_at" ON "assent"."staff_look" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "customer_case_consent" ON "assent"."customer_case" USING btree ("consent_id");--> statement-breakpoint
grant select, insert, update, delete on assent.staff_look to assent_app;
