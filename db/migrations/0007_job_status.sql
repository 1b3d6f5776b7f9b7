CREATE TABLE "assent"."job_status" (
	"name" text PRIMARY KEY NOT NULL,
	"last_started_at" timestamp with time zone NOT NULL,
	"last_succeeded_at" timestamp with time zone,
	"last_failed_at" timestamp with time zone,
	"problem" text,
	"counts" jsonb NOT NULL,
	"lag_seconds" integer,
	"rounds" bigint NOT NULL
);
