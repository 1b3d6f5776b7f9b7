CREATE TABLE "assent"."staff_member" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assent"."staff_session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"staff_id" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"acr" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"idle_until" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_session_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE INDEX "staff_session_staff" ON "assent"."staff_session" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "staff_session_ends" ON "assent"."staff_session" USING btree ("ends_at");--> statement-breakpoint
grant select, insert, update on assent.staff_member to assent_app;
--> statement-breakpoint
grant select, insert, update, delete on assent.staff_session to assent_app;
