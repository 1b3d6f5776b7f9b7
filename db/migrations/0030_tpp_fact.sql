CREATE TABLE "assent"."tpp_fact" (
	"client_id" text PRIMARY KEY NOT NULL,
	"facts" jsonb,
	"refreshed_at" timestamp with time zone,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tpp_fact_known" CHECK (("assent"."tpp_fact"."facts" is null) = ("assent"."tpp_fact"."refreshed_at" is null))
);

--> statement-breakpoint
grant select, insert, update on assent.tpp_fact to assent_app;
