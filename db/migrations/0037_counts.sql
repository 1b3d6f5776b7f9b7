CREATE TABLE "assent"."consent_count" (
	"tenant" text NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "consent_count_tenant_client_id_kind_status_pk" PRIMARY KEY("tenant","client_id","kind","status")
);
--> statement-breakpoint
CREATE TABLE "assent"."consent_day_count" (
	"tenant" text NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"what" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "consent_day_count_tenant_client_id_kind_day_what_pk" PRIMARY KEY("tenant","client_id","kind","day","what")
);
--> statement-breakpoint
CREATE TABLE "assent"."count_fold" (
	"tenant" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"folded_at" timestamp with time zone NOT NULL,
	"recounted_at" timestamp with time zone,
	"drift" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assent"."gauge" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "consent_day_count_day" ON "assent"."consent_day_count" USING btree ("day");--> statement-breakpoint
CREATE INDEX "consent_projection_held" ON "assent"."consent_projection" USING btree ("consent_id") WHERE "assent"."consent_projection"."status" = 'suspended' and "assent"."consent_projection"."suspended_by" <> 'customer';--> statement-breakpoint
CREATE INDEX "customer_case_open" ON "assent"."customer_case" USING btree ("opened_at") WHERE "assent"."customer_case"."state" = 'open';--> statement-breakpoint
grant select, insert, update on assent.consent_count, assent.consent_day_count, assent.count_fold, assent.gauge to assent_app;
