ALTER TABLE "assent"."outbox_event" DROP CONSTRAINT "outbox_event_version";--> statement-breakpoint
ALTER TABLE "assent"."outbox_event" ADD COLUMN "occasion" text;--> statement-breakpoint
ALTER TABLE "assent"."tpp_suspension" ADD COLUMN "back_after" text;--> statement-breakpoint
ALTER TABLE "assent"."tpp_suspension" ADD COLUMN "back_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "tpp_suspension_not_back" ON "assent"."tpp_suspension" USING btree ("lifted_at") WHERE "assent"."tpp_suspension"."lifted_at" is not null and "assent"."tpp_suspension"."back_at" is null;--> statement-breakpoint
ALTER TABLE "assent"."outbox_event" ADD CONSTRAINT "outbox_event_version" UNIQUE NULLS NOT DISTINCT("consent_id","version","reminder_days","occasion");--> statement-breakpoint
ALTER TABLE "assent"."outbox_event" ADD CONSTRAINT "outbox_event_occasion" CHECK (("assent"."outbox_event"."occasion" is not null) = ("assent"."outbox_event"."move" in ('app-held', 'app-back')));
--> statement-breakpoint
grant update (back_after, back_at) on assent.tpp_suspension to assent_app;
