CREATE TABLE "assent"."tpp_override" (
	"client_id" text PRIMARY KEY NOT NULL,
	"note" text,
	"contact" text,
	"blocked_roles" text[] NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assent"."tpp_register_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"before" text,
	"after" text
);
--> statement-breakpoint
CREATE TABLE "assent"."tpp_register_look" (
	"name" text PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tried_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"problem" text,
	"refused" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "tpp_register_look_one" CHECK ("assent"."tpp_register_look"."name" = 'register')
);
--> statement-breakpoint
CREATE TABLE "assent"."tpp_registration" (
	"client_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"register" jsonb,
	"signed_at" timestamp with time zone,
	"in_register_at" timestamp with time zone,
	"authority" jsonb,
	"authority_at" timestamp with time zone,
	"standing" text NOT NULL,
	"roles" text[] NOT NULL,
	"certificates_end_at" timestamp with time zone,
	"warned_of" text,
	CONSTRAINT "tpp_registration_standing" CHECK ("assent"."tpp_registration"."standing" in ('active', 'barred', 'unlisted')),
	CONSTRAINT "tpp_registration_signed" CHECK (("assent"."tpp_registration"."register" is null) = ("assent"."tpp_registration"."signed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "assent"."tpp_suspension" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"scope" text NOT NULL,
	"reason" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone,
	"asked_by" text NOT NULL,
	"approval_id" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_because" text,
	"told_after" text,
	"told_at" timestamp with time zone,
	CONSTRAINT "tpp_suspension_approval_id_unique" UNIQUE("approval_id"),
	CONSTRAINT "tpp_suspension_scope" CHECK ("assent"."tpp_suspension"."scope" in ('new-consents', 'payments', 'all-access')),
	CONSTRAINT "tpp_suspension_times" CHECK ("assent"."tpp_suspension"."until_at" > "assent"."tpp_suspension"."from_at"),
	CONSTRAINT "tpp_suspension_lifted" CHECK (("assent"."tpp_suspension"."lifted_at" is null) = ("assent"."tpp_suspension"."lifted_because" is null)),
	CONSTRAINT "tpp_suspension_because" CHECK ("assent"."tpp_suspension"."lifted_because" in ('time', 'staff'))
);
--> statement-breakpoint
CREATE INDEX "tpp_register_change_client" ON "assent"."tpp_register_change" USING btree ("client_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "tpp_registration_name" ON "assent"."tpp_registration" USING btree (lower("name"),"client_id");--> statement-breakpoint
CREATE INDEX "tpp_registration_certificates" ON "assent"."tpp_registration" USING btree ("certificates_end_at");--> statement-breakpoint
CREATE INDEX "tpp_suspension_holds" ON "assent"."tpp_suspension" USING btree ("client_id","from_at") WHERE "assent"."tpp_suspension"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "tpp_suspension_client" ON "assent"."tpp_suspension" USING btree ("client_id","from_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "tpp_suspension_untold" ON "assent"."tpp_suspension" USING btree ("from_at") WHERE "assent"."tpp_suspension"."told_at" is null;
--> statement-breakpoint
-- What two people agreed on stays as it was: only that it was lifted, and who was told, is written after.
grant select, insert, update (lifted_at, lifted_because, told_after, told_at) on assent.tpp_suspension to assent_app;
--> statement-breakpoint
grant select, insert, update on assent.tpp_registration to assent_app;
--> statement-breakpoint
grant select, insert on assent.tpp_register_change to assent_app;
--> statement-breakpoint
grant select, insert, update on assent.tpp_register_look to assent_app;
--> statement-breakpoint
grant select, insert, update on assent.tpp_override to assent_app;
