ALTER TABLE "assent"."customer_session" ADD COLUMN "acr" text;--> statement-breakpoint
ALTER TABLE "assent"."customer_session" ADD COLUMN "authenticated_at" timestamp with time zone;