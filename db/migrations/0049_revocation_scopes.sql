ALTER TABLE "assent"."bulk_revocation" DROP CONSTRAINT "bulk_revocation_scope";--> statement-breakpoint
ALTER TABLE "assent"."bulk_revocation" DROP CONSTRAINT "bulk_revocation_of";--> statement-breakpoint
ALTER TABLE "assent"."bulk_revocation" ADD COLUMN "search" jsonb;--> statement-breakpoint
ALTER TABLE "assent"."bulk_revocation" ADD CONSTRAINT "bulk_revocation_scope" CHECK ("assent"."bulk_revocation"."scope" in ('customer', 'tpp', 'account', 'search', 'rest'));--> statement-breakpoint
ALTER TABLE "assent"."bulk_revocation" ADD CONSTRAINT "bulk_revocation_of" CHECK (("assent"."bulk_revocation"."scope" = 'customer') = ("assent"."bulk_revocation"."customer_ref" is not null)
        and ("assent"."bulk_revocation"."scope" = 'search') = ("assent"."bulk_revocation"."search" is not null)
        and case "assent"."bulk_revocation"."scope" when 'customer' then "assent"."bulk_revocation"."scope_of" is null when 'search' then true
          else "assent"."bulk_revocation"."scope_of" is not null end);
--> statement-breakpoint
-- As before, and of which of their accounts many consents were ended at once.
create or replace function assent.erase_customer(customer text, erasure uuid, tenant text, staff text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  pseudonym uuid;
  consents text[];
  own text[];
  accounts text[];
  was_listed boolean;
begin
  -- Nobody can be shown any more what the first yes rests on. Before the consents, as everyone does who signs.
  update assent.consent_signing as signing set due_at = clock_timestamp()
  from assent.consent_decision as decision join assent.consent_visit as visit on visit.id = decision.visit_id
  where signing.decision_id = decision.id and visit.customer_id = customer and signing.state = 'awaiting'
    and signing.due_at > clock_timestamp();
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
  delete from assent.customer_directory where customer_id = customer;
  was_listed := found;
  if pseudonym is null and cardinality(consents) = 0 then
    return was_listed;
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
  set decision = case when decision.decision ? 'accountIds' then jsonb_set(decision.decision - 'amount' #- '{awaits,accountIds}', '{accountIds}', '[]')
      else decision.decision end,
    sealed_next_hop = null
  from assent.consent_visit as visit where visit.id = decision.visit_id and visit.customer_id = customer;
  update assent.second_device set sealed_visit = null, state = case state when 'locked' then state else 'ended' end
  where customer_ref = pseudonym;
  update assent.consent_visit set customer_id = coalesce(pseudonym, erasure)::text where customer_id = customer;
  update assent.consent_signer set customer_id = coalesce(pseudonym, erasure)::text where customer_id = customer;
  -- Whoever opened a request that somebody else then answered has no part in that consent.
  own := array(
    select consent_id from assent.consent_projection
    where consent_id = any (consents) and coalesce(customer_id, customer) = customer);
  accounts := array(
    select unnest(account_ids) from assent.consent_projection where consent_id = any (own)
    union select said #>> '{}' from assent.consent_version_projection,
      jsonb_path_query(difference -> 'accountIds', 'lax $.** ? (@.type() == "string")') as said
      where consent_id = any (own)
    union select account_id from assent.consent_change where consent_id = any (own) and account_id is not null);
  -- Of which account many consents were ended. The list keeps its consents and its hash.
  update assent.bulk_revocation as list set scope_of = ''
  where scope in ('account', 'search') and scope_of <> '' and (scope_of = any (accounts) or exists (
    select from assent.bulk_revocation_item as item where item.set_id = list.id and item.consent_id = any (own)));
  update assent.consent_projection set customer_id = null, account_ids = '{}' where consent_id = any (own);
  update assent.consent_version_projection set difference = difference - 'accountIds'
  where consent_id = any (own) and difference ? 'accountIds';
  -- What was read with consents of theirs alone. That an app had it stays with the app, where we cannot reach it.
  delete from assent.access_event where consent_id = any (own);
  delete from assent.access_day where consent_id = any (own);
  delete from assent.access_last where consent_id = any (own);
  update assent.consent_change set account_id = '' where consent_id = any (own) and account_id is not null;
  update assent.drift_finding set ours = null, theirs = null where consent_id = any (consents);
  -- First, so that a worker who is writing these out is waited for, and what it wrote is found below.
  update assent.outbox_event set customer_id = null where customer_id = customer;
  delete from assent.customer_notice where customer_id = customer;
  delete from assent.notice_preference where customer_id = customer;
  delete from assent.customer_session where customer_id = customer;
  update assent.outbox_delivery
  set recipient = coalesce(pseudonym, erasure)::text, body = '', state = case state when 'queued' then 'expired' else state end,
    ended_at = coalesce(ended_at, clock_timestamp())
  where recipient = customer and channel in ('e-mail', 'in-app');
  return true;
end
$$;
