CREATE TABLE "assent"."consent_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"move" text NOT NULL,
	"actor_type" text NOT NULL,
	"actor_ref" text NOT NULL,
	"reason" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"correlation_id" text NOT NULL,
	"state" text DEFAULT 'intended' NOT NULL,
	"closed_because" text,
	"sending_until" timestamp with time zone,
	"intended_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "consent_change_once" UNIQUE("actor_type","actor_ref","idempotency_key"),
	CONSTRAINT "consent_change_state" CHECK ("assent"."consent_change"."state" in ('intended', 'settled', 'closed')),
	CONSTRAINT "consent_change_move" CHECK ("assent"."consent_change"."move" in ('stop', 'terminate', 'suspend', 'resume')),
	CONSTRAINT "consent_change_actor" CHECK ("assent"."consent_change"."actor_type" in ('customer', 'staff')),
	CONSTRAINT "consent_change_key" CHECK (length("assent"."consent_change"."idempotency_key") between 1 and 128),
	CONSTRAINT "consent_change_ended" CHECK (("assent"."consent_change"."state" = 'intended') = ("assent"."consent_change"."ended_at" is null)),
	CONSTRAINT "consent_change_closed" CHECK (("assent"."consent_change"."state" = 'closed') = ("assent"."consent_change"."closed_because" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "consent_change_one" ON "assent"."consent_change" USING btree ("consent_id") WHERE "assent"."consent_change"."state" = 'intended';
--> statement-breakpoint
CREATE INDEX "consent_change_intended" ON "assent"."consent_change" USING btree ("intended_at") WHERE "assent"."consent_change"."state" = 'intended';
