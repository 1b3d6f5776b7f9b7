ALTER TABLE "assent"."tpp_registration" ADD COLUMN "barred_roles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "tpp_registration_barred" ON "assent"."tpp_registration" USING btree ("client_id") WHERE "assent"."tpp_registration"."barred_roles" <> '{}' and "assent"."tpp_registration"."authority" is not null;--> statement-breakpoint
-- What its register said so far holds from the first moment on, as the next look will say it again. Not where it named no
-- role: that may be one that said nothing of roles, which was believed until now and is not any more.
update assent.tpp_registration set barred_roles = case when register ->> 'standing' = 'barred'
    then array['account-information', 'payment-initiation', 'funds-confirmation']
    else array(select unnest(array['account-information', 'payment-initiation', 'funds-confirmation'])
      except select jsonb_array_elements_text(register -> 'roles')) end
  where register is not null and (register ->> 'standing' = 'barred' or register -> 'roles' <> '[]');
