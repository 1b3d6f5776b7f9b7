CREATE TABLE "assent"."consent_signer" (
	"signing_id" uuid NOT NULL,
	"customer_id" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_signer_signing_id_customer_id_pk" PRIMARY KEY("signing_id","customer_id"),
	CONSTRAINT "consent_signer_state" CHECK ("assent"."consent_signer"."state" in ('asked', 'signed', 'declined', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "assent"."consent_signing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consent_id" text NOT NULL,
	"client_id" text NOT NULL,
	"client_name" text,
	"kind" text NOT NULL,
	"decision_id" uuid NOT NULL,
	"correlation_id" text NOT NULL,
	"state" text DEFAULT 'awaiting' NOT NULL,
	"because" text,
	"required" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"told_version" integer DEFAULT 0 NOT NULL,
	"telling_until" timestamp with time zone,
	"authority_ended_at" timestamp with time zone,
	CONSTRAINT "consent_signing_consent_id_unique" UNIQUE("consent_id"),
	CONSTRAINT "consent_signing_state" CHECK ("assent"."consent_signing"."state" in ('awaiting', 'complete', 'rejected')),
	CONSTRAINT "consent_signing_because" CHECK (("assent"."consent_signing"."state" = 'rejected') = ("assent"."consent_signing"."because" is not null))
);
--> statement-breakpoint
ALTER TABLE "assent"."consent_signer" ADD CONSTRAINT "consent_signer_signing_id_consent_signing_id_fk" FOREIGN KEY ("signing_id") REFERENCES "assent"."consent_signing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assent"."consent_signing" ADD CONSTRAINT "consent_signing_decision_id_consent_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "assent"."consent_decision"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_signer_customer" ON "assent"."consent_signer" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "consent_signing_decision" ON "assent"."consent_signing" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "consent_signing_due" ON "assent"."consent_signing" USING btree ("due_at") WHERE "assent"."consent_signing"."state" = 'awaiting';--> statement-breakpoint
CREATE INDEX "consent_signing_untold" ON "assent"."consent_signing" USING btree ("changed_at") WHERE "assent"."consent_signing"."told_version" < "assent"."consent_signing"."version";--> statement-breakpoint
CREATE INDEX "consent_signing_unended" ON "assent"."consent_signing" USING btree ("changed_at") WHERE "assent"."consent_signing"."state" = 'rejected' and "assent"."consent_signing"."authority_ended_at" is null;--> statement-breakpoint
-- Signatures are added to and never taken back; they go with the decision that they complete.
grant select, insert, update on assent.consent_signing, assent.consent_signer to assent_app;
--> statement-breakpoint
-- Who is forgotten is forgotten as a signer too. Otherwise as before.
create or replace function assent.erase_customer(customer text, erasure uuid, tenant text, staff text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  pseudonym uuid;
  consents text[];
  own text[];
begin
  -- Consents before the key, as everyone does who moves one: the other way round each would wait for the other.
  perform from assent.consent_projection where customer_id = customer order by consent_id for update;
  -- Whoever still writes about the customer holds this row and is waited for; whoever comes after finds it gone.
  select ref into pseudonym from assent.customer_key where customer_id = customer for update;
  consents := array(
    select consent_id from assent.consent_visit where customer_id = customer
    union select consent_id from assent.consent_projection where customer_id = customer
    union select consent_id from assent.outbox_event where customer_id = customer
    union select signing.consent_id
      from assent.consent_signer as signer join assent.consent_signing as signing on signing.id = signer.signing_id
      where signer.customer_id = customer);
  if pseudonym is null and cardinality(consents) = 0 then
    return false;
  end if;
  if exists (
    select from assent.consent_decision as decision join assent.consent_visit as visit on visit.id = decision.visit_id
    where visit.customer_id = customer and decision.state = 'intended'
    union all
    select from assent.consent_change where consent_id = any (consents) and state = 'intended'
    union all
    select from assent.authority_event_inbox
    where applied_at is null and (consent_id = any (consents) or strpos(event::text, to_json(customer)::text) > 0)
  ) then
    raise exception 'something of this customer is not finished yet; try again in a minute' using errcode = 'object_in_use';
  end if;

  if pseudonym is not null then
    insert into assent.audit_event (id, tenant, at, type, actor_type, actor_ref, customer_ref, correlation_id, detail)
    values (erasure, tenant, clock_timestamp(), 'customer-erased',
      case when staff is null then 'system' else 'staff' end, staff, pseudonym, erasure::text, '{}');
    delete from assent.customer_key where customer_id = customer;
  end if;
  update assent.consent_decision as decision
  set decision = case when decision.decision ? 'accountIds' then jsonb_set(decision.decision - 'amount', '{accountIds}', '[]')
      else decision.decision end,
    sealed_next_hop = null
  from assent.consent_visit as visit where visit.id = decision.visit_id and visit.customer_id = customer;
  update assent.consent_visit set customer_id = coalesce(pseudonym, erasure)::text where customer_id = customer;
  update assent.consent_signer set customer_id = coalesce(pseudonym, erasure)::text where customer_id = customer;
  -- Whoever opened a request that somebody else then answered has no part in that consent.
  own := array(
    select consent_id from assent.consent_projection
    where consent_id = any (consents) and coalesce(customer_id, customer) = customer);
  update assent.consent_projection set customer_id = null, account_ids = '{}' where consent_id = any (own);
  update assent.consent_version_projection set difference = difference - 'accountIds'
  where consent_id = any (own) and difference ? 'accountIds';
  update assent.drift_finding set ours = null, theirs = null where consent_id = any (consents);
  -- First, so that a worker who is writing these out is waited for, and what it wrote is found below.
  update assent.outbox_event set customer_id = null where customer_id = customer;
  delete from assent.customer_notice where customer_id = customer;
  update assent.outbox_delivery
  set recipient = coalesce(pseudonym, erasure)::text, body = '', state = case state when 'queued' then 'expired' else state end,
    ended_at = coalesce(ended_at, clock_timestamp())
  where recipient = customer and channel in ('e-mail', 'in-app');
  return true;
end
$$;
