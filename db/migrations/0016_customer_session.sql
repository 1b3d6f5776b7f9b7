CREATE TABLE "assent"."customer_session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" text NOT NULL,
	"bank_session" text,
	"browser" text,
	"platform" text,
	"began_at" timestamp with time zone NOT NULL,
	"idle_until" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_session_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE INDEX "customer_session_customer" ON "assent"."customer_session" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_session_bank_session" ON "assent"."customer_session" USING btree ("bank_session");--> statement-breakpoint
CREATE INDEX "customer_session_ends" ON "assent"."customer_session" USING btree ("ends_at");
--> statement-breakpoint
-- A session is no evidence: it goes when it has ended.
grant select, insert, update, delete on assent.customer_session to assent_app;
