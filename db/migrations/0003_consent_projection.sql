CREATE TABLE "assent"."authority_event_inbox" (
	"id" text PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"due_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"event" jsonb,
	"applied_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "authority_event_outcome" CHECK ("assent"."authority_event_inbox"."outcome" in ('moved', 'same', 'older', 'repaired')),
	CONSTRAINT "authority_event_applied" CHECK (("assent"."authority_event_inbox"."applied_at" is null) = ("assent"."authority_event_inbox"."event" is not null) and ("assent"."authority_event_inbox"."applied_at" is null) = ("assent"."authority_event_inbox"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "assent"."consent_projection" (
	"consent_id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"client_name" text,
	"kind" text NOT NULL,
	"customer_id" text,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"suspended_by" text,
	"version" integer NOT NULL,
	"account_ids" text[] NOT NULL,
	"permissions" text[],
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"authority_revision" integer,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "consent_projection_status" CHECK ("assent"."consent_projection"."status" in ('awaiting-upload', 'pending', 'partially-authorised', 'authorised', 'suspended',
        'consumed', 'rejected', 'revoked', 'terminated', 'expired')),
	CONSTRAINT "consent_projection_version" CHECK ("assent"."consent_projection"."version" > 0),
	CONSTRAINT "consent_projection_suspended" CHECK (("assent"."consent_projection"."status" = 'suspended') = ("assent"."consent_projection"."suspended_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "assent"."consent_version_projection" (
	"consent_id" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"move" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_type" text NOT NULL,
	"actor_ref" text,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"decision_id" uuid,
	"difference" jsonb NOT NULL,
	"correlation_id" text NOT NULL,
	CONSTRAINT "consent_version_projection_consent_id_version_pk" PRIMARY KEY("consent_id","version"),
	CONSTRAINT "consent_version_source" CHECK ("assent"."consent_version_projection"."source" in ('assent', 'authority-event', 'reconcile'))
);
--> statement-breakpoint
CREATE TABLE "assent"."drift_finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"ours" jsonb,
	"theirs" jsonb,
	"repaired_at" timestamp with time zone,
	"lawful" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assent"."reconcile_walk" (
	"name" text PRIMARY KEY NOT NULL,
	"after" text,
	"round_started_at" timestamp with time zone,
	"round_ended_at" timestamp with time zone,
	"leased_until" timestamp with time zone,
	"seen" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "authority_event_waiting" ON "assent"."authority_event_inbox" USING btree ("due_at") WHERE "assent"."authority_event_inbox"."applied_at" is null;
--> statement-breakpoint
CREATE INDEX "authority_event_consent" ON "assent"."authority_event_inbox" USING btree ("consent_id") WHERE "assent"."authority_event_inbox"."applied_at" is null;
--> statement-breakpoint
CREATE INDEX "authority_event_applied_at" ON "assent"."authority_event_inbox" USING btree ("applied_at") WHERE "assent"."authority_event_inbox"."applied_at" is not null;
--> statement-breakpoint
CREATE INDEX "consent_projection_customer" ON "assent"."consent_projection" USING btree ("customer_id","created_at" DESC NULLS FIRST,"consent_id" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX "consent_projection_client" ON "assent"."consent_projection" USING btree ("client_id","status","created_at" DESC NULLS FIRST,"consent_id" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX "consent_projection_created" ON "assent"."consent_projection" USING btree ("created_at" DESC NULLS FIRST,"consent_id" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX "consent_projection_expiry" ON "assent"."consent_projection" USING btree ("expires_at") WHERE "assent"."consent_projection"."status" in ('awaiting-upload', 'pending', 'partially-authorised', 'authorised', 'suspended');
--> statement-breakpoint
CREATE INDEX "drift_finding_found" ON "assent"."drift_finding" USING btree ("found_at" DESC NULLS FIRST);
--> statement-breakpoint
CREATE UNIQUE INDEX "drift_finding_open" ON "assent"."drift_finding" USING btree ("consent_id") WHERE "assent"."drift_finding"."repaired_at" is null;
--> statement-breakpoint
-- The life cycle once more, where no code can get past it (T1-T17). A test compares this list with the table of moves.
create function assent.consent_moves_lawfully() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- After whatever was told of it before: a picture that was made anew counts on, so that no version is told twice.
    -- One that entered since the statement began enters no second time, and is no fault of the statement. Both in one
    -- look: between two, it could enter.
    if new.version <> 1 + coalesce((select max(version) from assent.outbox_event where consent_id = new.consent_id), 0)
      and not exists (select from assent.consent_projection where consent_id = new.consent_id)
    then
      raise exception 'a consent begins with the version after the last one told' using errcode = 'check_violation', constraint = 'consent_version_follows';
    end if;
    if new.reason <> 'as-found' and new.status not in ('awaiting-upload', 'pending') then
      raise exception 'a consent does not begin as %', new.status using errcode = 'check_violation', constraint = 'consent_moves_lawfully';
    end if;
    return new;
  end if;
  if new.version = old.version then
    if (new.consent_id, new.status, new.reason, new.changed_at) is distinct from (old.consent_id, old.status, old.reason, old.changed_at) then
      raise exception 'a consent moves with a new version' using errcode = 'check_violation', constraint = 'consent_version_follows';
    end if;
    return new;
  end if;
  if new.version <> old.version + 1 or new.consent_id <> old.consent_id then
    raise exception 'one version follows the other' using errcode = 'check_violation', constraint = 'consent_version_follows';
  end if;
  -- What the authorization server holds is taken over even where no move leads there, and then says so.
  if new.reason <> 'as-found' and (old.status, new.status) not in (
    ('awaiting-upload', 'pending'), ('awaiting-upload', 'rejected'), ('awaiting-upload', 'revoked'), ('awaiting-upload', 'expired'),
    ('pending', 'partially-authorised'), ('pending', 'authorised'), ('pending', 'rejected'), ('pending', 'revoked'), ('pending', 'expired'),
    ('partially-authorised', 'partially-authorised'), ('partially-authorised', 'authorised'), ('partially-authorised', 'rejected'),
    ('partially-authorised', 'revoked'), ('partially-authorised', 'expired'),
    ('authorised', 'authorised'), ('authorised', 'suspended'), ('authorised', 'consumed'), ('authorised', 'revoked'),
    ('authorised', 'terminated'), ('authorised', 'expired'),
    ('suspended', 'authorised'), ('suspended', 'suspended'), ('suspended', 'revoked'), ('suspended', 'terminated'), ('suspended', 'expired'),
    ('revoked', 'authorised')
  ) then
    raise exception 'a consent does not move from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'consent_moves_lawfully';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger consent_moves_lawfully before insert or update on assent.consent_projection
for each row execute function assent.consent_moves_lawfully();
--> statement-breakpoint
-- History is only ever added to. Two exceptions, neither of them the app's (it has no such grants): which accounts were
-- chosen can be erased, and all of it makes way when the picture is made anew from the authorization server.
create function assent.consent_history_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'difference' = to_jsonb(old) - 'difference' and new.difference = old.difference - 'accountIds' then
      return new;
    end if;
  elsif current_setting('assent.rebuilding', true) = 'on' then
    return old;
  end if;
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
create trigger consent_history_stays before update or delete on assent.consent_version_projection
for each row execute function assent.consent_history_stays();
--> statement-breakpoint
create trigger consent_history_is_not_emptied before truncate on assent.consent_version_projection
for each statement execute function assent.is_append_only();
