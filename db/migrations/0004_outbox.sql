CREATE TABLE "assent"."customer_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read" boolean DEFAULT false NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "customer_notice_event_id_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "assent"."delivery_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"code" integer,
	"duration_ms" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assent"."delivery_endpoint" (
	"channel" text NOT NULL,
	"name" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"rested_until" timestamp with time zone,
	CONSTRAINT "delivery_endpoint_channel_name_pk" PRIMARY KEY("channel","name")
);
--> statement-breakpoint
CREATE TABLE "assent"."event_subscription" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"callback_url" text,
	"api_version" text NOT NULL,
	"event_types" text[],
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_subscription_client_id_unique" UNIQUE("client_id")
);
--> statement-breakpoint
CREATE TABLE "assent"."outbox_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"endpoint" text GENERATED ALWAYS AS (case channel when 'tpp' then recipient else channel end) STORED NOT NULL,
	"consent_id" text NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sending_until" timestamp with time zone,
	"body" text NOT NULL,
	"ended_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "outbox_delivery_once" UNIQUE("event_id","channel","recipient"),
	CONSTRAINT "outbox_delivery_channel" CHECK ("assent"."outbox_delivery"."channel" in ('tpp', 'e-mail', 'in-app', 'analytics')),
	CONSTRAINT "outbox_delivery_state" CHECK ("assent"."outbox_delivery"."state" in ('queued', 'delivered', 'skipped', 'parked', 'expired')),
	CONSTRAINT "outbox_delivery_ended" CHECK (("assent"."outbox_delivery"."state" = 'queued') = ("assent"."outbox_delivery"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "assent"."outbox_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"version" integer NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"customer_id" text,
	"move" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_type" text NOT NULL,
	"reason" text NOT NULL,
	"decision_id" uuid,
	"correlation_id" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"addressing_until" timestamp with time zone,
	"addressed_at" timestamp with time zone,
	CONSTRAINT "outbox_event_version" UNIQUE("consent_id","version")
);
--> statement-breakpoint
ALTER TABLE "assent"."customer_notice" ADD CONSTRAINT "customer_notice_event_id_outbox_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "assent"."outbox_event"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assent"."delivery_attempt" ADD CONSTRAINT "delivery_attempt_delivery_id_outbox_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "assent"."outbox_delivery"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assent"."outbox_delivery" ADD CONSTRAINT "outbox_delivery_event_id_outbox_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "assent"."outbox_event"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "customer_notice_customer" ON "assent"."customer_notice" USING btree ("customer_id","id" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX "delivery_attempt_delivery" ON "assent"."delivery_attempt" USING btree ("delivery_id","at");
--> statement-breakpoint
CREATE INDEX "outbox_delivery_due" ON "assent"."outbox_delivery" USING btree ("channel","endpoint","next_attempt_at") WHERE "assent"."outbox_delivery"."state" = 'queued';
--> statement-breakpoint
CREATE INDEX "outbox_delivery_sending" ON "assent"."outbox_delivery" USING btree ("channel","endpoint") WHERE "assent"."outbox_delivery"."state" = 'queued' and "assent"."outbox_delivery"."sending_until" is not null;
--> statement-breakpoint
CREATE INDEX "outbox_delivery_age" ON "assent"."outbox_delivery" USING btree ("channel","endpoint","queued_at") WHERE "assent"."outbox_delivery"."state" = 'queued';
--> statement-breakpoint
CREATE INDEX "outbox_delivery_order" ON "assent"."outbox_delivery" USING btree ("recipient","consent_id","version") WHERE "assent"."outbox_delivery"."ended_at" is null;
--> statement-breakpoint
CREATE INDEX "outbox_delivery_parked" ON "assent"."outbox_delivery" USING btree ("id") WHERE "assent"."outbox_delivery"."state" = 'parked';
--> statement-breakpoint
CREATE INDEX "outbox_event_waiting" ON "assent"."outbox_event" USING btree ("id") WHERE "assent"."outbox_event"."addressed_at" is null;
--> statement-breakpoint
CREATE INDEX "outbox_event_occurred" ON "assent"."outbox_event" USING brin ("occurred_at");
