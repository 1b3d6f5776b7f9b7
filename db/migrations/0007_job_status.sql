CREATE TABLE "assent"."job_status" (
	"name" text PRIMARY KEY NOT NULL,
	"last_started_at" timestamp with time zone,
	"last_succeeded_at" timestamp with time zone,
	"last_failed_at" timestamp with time zone,
	"last_problem" text,
	"last_counts" jsonb,
	"lag_seconds" integer,
	"rounds" bigint DEFAULT 0 NOT NULL
);
