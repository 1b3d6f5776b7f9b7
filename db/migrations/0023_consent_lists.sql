CREATE INDEX "consent_change_settled" ON "assent"."consent_change" USING btree ("ended_at") WHERE "assent"."consent_change"."state" = 'settled';--> statement-breakpoint
CREATE INDEX "consent_projection_shelf" ON "assent"."consent_projection" USING btree ("customer_id",(case
  when status = 'partially-authorised' then 'waiting'
  when kind not in ('account-access', 'domestic-vrp', 'funds-confirmation') then 'payment'
  when status in ('authorised', 'suspended') then kind
  else 'ended' end),"changed_at" DESC NULLS FIRST,"consent_id" DESC NULLS FIRST) WHERE status not in ('awaiting-upload', 'pending');--> statement-breakpoint
CREATE INDEX "consent_projection_denied" ON "assent"."consent_projection" USING btree ("changed_at") WHERE "assent"."consent_projection"."status" in ('suspended', 'revoked', 'terminated');