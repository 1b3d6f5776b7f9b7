CREATE TABLE "assent"."approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"payload" jsonb NOT NULL,
	"hash" text NOT NULL,
	"count" integer NOT NULL,
	"why" text NOT NULL,
	"needs" text NOT NULL,
	"policy_version" integer NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"runs_out_at" timestamp with time zone NOT NULL,
	"idempotency_key" text NOT NULL,
	"correlation_id" text NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_for" text,
	"decided_at" timestamp with time zone,
	"note" text,
	"glass_broken_because" text,
	"review_due_at" timestamp with time zone,
	"reviewed_by" text,
	"reviewed_at" timestamp with time zone,
	"finding" text,
	"review_note" text,
	"running_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "approval_once" UNIQUE("asked_by","idempotency_key"),
	CONSTRAINT "approval_key" CHECK (length("assent"."approval"."idempotency_key") between 1 and 128),
	CONSTRAINT "approval_count" CHECK ("assent"."approval"."count" >= 0),
	CONSTRAINT "approval_needs" CHECK ("assent"."approval"."needs" in ('nobody', 'second-person', 'compliance')),
	CONSTRAINT "approval_state" CHECK ("assent"."approval"."state" in ('waiting', 'approved', 'refused', 'withdrawn', 'run-out', 'done', 'set-changed', 'failed', 'not-permitted')),
	CONSTRAINT "approval_two_people" CHECK ("assent"."approval"."decided_by" <> "assent"."approval"."asked_by" and "assent"."approval"."decided_for" <> "assent"."approval"."asked_by"),
	CONSTRAINT "approval_other_reviews" CHECK ("assent"."approval"."reviewed_by" <> "assent"."approval"."asked_by"),
	CONSTRAINT "approval_by_somebody" CHECK ("assent"."approval"."state" not in ('approved', 'refused', 'done', 'set-changed', 'failed', 'not-permitted')
        or "assent"."approval"."decided_by" is not null or "assent"."approval"."glass_broken_because" is not null or "assent"."approval"."needs" = 'nobody'),
	CONSTRAINT "approval_reviewed" CHECK (("assent"."approval"."reviewed_by" is null) = ("assent"."approval"."finding" is null)),
	CONSTRAINT "approval_finding" CHECK ("assent"."approval"."finding" in ('right', 'not-right'))
);
--> statement-breakpoint
CREATE TABLE "assent"."approval_delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_staff" text NOT NULL,
	"to_staff" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "approval_delegation_two" CHECK ("assent"."approval_delegation"."from_staff" <> "assent"."approval_delegation"."to_staff")
);
--> statement-breakpoint
CREATE TABLE "assent"."approval_policy" (
	"version" integer PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"approval_id" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "approval_policy_approval_id_unique" UNIQUE("approval_id"),
	CONSTRAINT "approval_policy_version" CHECK ("assent"."approval_policy"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "assent"."approval_policy" ADD CONSTRAINT "approval_policy_approval_id_approval_id_fk" FOREIGN KEY ("approval_id") REFERENCES "assent"."approval"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_newest" ON "assent"."approval" USING btree ("asked_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "approval_asked_by" ON "assent"."approval" USING btree ("asked_by","asked_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "approval_waiting" ON "assent"."approval" USING btree ("runs_out_at") WHERE "assent"."approval"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "approval_to_run" ON "assent"."approval" USING btree ("decided_at") WHERE "assent"."approval"."state" = 'approved';--> statement-breakpoint
CREATE INDEX "approval_to_review" ON "assent"."approval" USING btree ("review_due_at") WHERE "assent"."approval"."glass_broken_because" is not null and "assent"."approval"."reviewed_by" is null;--> statement-breakpoint
CREATE INDEX "approval_delegation_to" ON "assent"."approval_delegation" USING btree ("to_staff","ends_at");--> statement-breakpoint
CREATE INDEX "approval_delegation_from" ON "assent"."approval_delegation" USING btree ("from_staff","ends_at");
--> statement-breakpoint
grant select, insert on assent.approval to assent_app;
--> statement-breakpoint
-- Neither who asked, nor the act, nor its hash: what runs is what was approved.
grant update (state, decided_by, decided_for, decided_at, note, glass_broken_because, review_due_at, reviewed_by,
  reviewed_at, finding, review_note, running_until, ended_at) on assent.approval to assent_app;
--> statement-breakpoint
grant select, insert on assent.approval_delegation to assent_app;
--> statement-breakpoint
-- It can be taken back, and given to nobody else.
grant update (ends_at) on assent.approval_delegation to assent_app;
--> statement-breakpoint
grant select, insert on assent.approval_policy to assent_app;
